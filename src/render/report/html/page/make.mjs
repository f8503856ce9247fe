/** `npm run page`: the scripts of the pages, joined and without their types, as values that the renderers carry. */
import { writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** Where the pages are that have a script; it is written beside their folder `page`. */
export const PAGES = ['src/render/report/html', 'src/render/review/html'];

/** The text of a page's `script.ts`. The same TypeScript gives the same bytes, which a test holds. */
export async function scriptModule(folder) {
  const made = await rolldown({
    input: `${folder}/page/page.ts`,
    platform: 'browser',
    tsconfig: false,
    resolve: { extensionAlias: { '.js': ['.ts'] } },
    transform: { target: 'es2020' },
  });
  const { output } = await made.generate({
    // One function around it all: no name of it leaks into the page.
    format: 'iife',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await made.close();
  const [{ code }] = output;
  return `/** Made from page/page.ts by \`npm run page\`: change it there. */
export const SCRIPT: string = ${JSON.stringify(`'use strict';\n${code}`)};
`;
}

if (process.argv[1] === import.meta.filename)
  for (const folder of PAGES) writeFileSync(`${folder}/script.ts`, await scriptModule(folder));
