/** `npm run page`: the page's script without its types, as a value that the renderer carries. */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/** The text of `script.ts`. The same TypeScript gives the same bytes, which a test holds. */
export function scriptModule() {
  const source = readFileSync(new URL('page.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2020, removeComments: true },
  });
  return `/** Made from page/page.ts by \`npm run page\`: change it there. */
export const SCRIPT: string = ${JSON.stringify(`'use strict';\n${outputText.replaceAll(/^ +/gm, '')}`)};
`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(new URL('../script.ts', import.meta.url), scriptModule());
