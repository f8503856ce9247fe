/** `npm run page`: the scripts of the pages without their types, as values that the renderers carry. */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/** Where the pages are that have a script; it is written beside their folder `page`. */
export const PAGES = ['src/render/report/html', 'src/render/review/html'];

/** The text of a page's `script.ts`. The same TypeScript gives the same bytes, which a test holds. */
export function scriptModule(folder) {
  const source = readFileSync(`${folder}/page/page.ts`, 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2020, removeComments: true },
  });
  return `/** Made from page/page.ts by \`npm run page\`: change it there. */
export const SCRIPT: string = ${JSON.stringify(`'use strict';\n${outputText.replaceAll(/^ +/gm, '')}`)};
`;
}

if (process.argv[1] === import.meta.filename)
  for (const folder of PAGES) writeFileSync(`${folder}/script.ts`, scriptModule(folder));
