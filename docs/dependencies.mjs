/** The page of what is installed with the program, from the lock file: `npm run docs` writes it, a test holds what it promises. */

/** Why each package that we name ourselves is there; one without a reason fails the test. */
export const REASONS = {
  '@e965/xlsx': 'reads `.xls` and `.xlsx` (the SheetJS reader, as published under this name)',
  chalk: 'colours in terminals',
  'cli-table3': 'tables in terminals',
  commander: 'the command line and its help',
  diff: 'differences of token lists',
  fflate: 'ZIP archives, in and out (DOCX, XLSX, OFD, ODT)',
  'get-east-asian-width': 'columns a character takes in a terminal',
  htmlparser2: 'HTML and XML, without running anything',
  'hyparquet-writer': 'Parquet of `matrix`',
  'mdast-util-from-markdown': 'Markdown',
  'mdast-util-gfm': 'tables and struck text of Markdown',
  'micromark-extension-cjk-friendly': 'emphasis beside Chinese punctuation in Markdown',
  'micromark-extension-gfm': 'tables and struck text of Markdown',
  'opencc-js': 'traditional characters',
  'pdfjs-dist': 'PDF',
  segmentit: 'Chinese words in differences',
  tinypool: 'worker threads',
  'word-extractor': '`.doc` and `.wps`',
  yaml: 'heads, configuration, themes, decisions',
  zod: 'checks of everything that is read, and the JSON Schemas',
};

/** What may be shipped with a program under the MIT licence without further duty than naming it. */
export const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/** Packages whose package file names no licence, read by hand where they say it. */
const READ_BY_HAND = { segmentit: 'MIT' };

const nameOf = (path) => path.split('node_modules/').at(-1);

/** Every package that `npm install duibiao` brings, by name: those for development and the optional ones are not among them. */
export function installed(lock) {
  return Object.entries(lock.packages)
    .filter(
      ([path, entry]) =>
        path !== '' && !entry.dev && !entry.devOptional && !entry.optional && !entry.peer,
    )
    .map(([path, entry]) => ({
      path,
      name: nameOf(path),
      version: entry.version,
      licence: entry.license ?? READ_BY_HAND[nameOf(path)],
      script: entry.hasInstallScript === true,
      integrity: entry.integrity,
    }))
    .sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
}

/** The page. */
export function dependenciesMarkdown(manifest, lock) {
  const all = installed(lock);
  const own = Object.keys(manifest.dependencies);
  const row = ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`;
  const isOwn = ({ path, name }) => own.includes(name) && path === `node_modules/${name}`;
  const named = all.filter(isOwn);
  const others = all.filter((entry) => !isOwn(entry));
  const counts = [...new Set(all.map(({ licence }) => licence))]
    .map((licence) => [licence, all.filter((entry) => entry.licence === licence).length])
    .sort((x, y) => y[1] - x[1])
    .map(([licence, count]) => `${licence} ${count}`);
  return `# Dependencies

Made from \`package-lock.json\` by \`npm run docs\`; do not edit by hand. \`tests/unit/supply.test.ts\` holds what is said here.

- ${all.length} packages are installed, ${named.length} of them named by us, each in one exact version and with a SHA-512 in the lock file: ${counts.join(', ')}.
- None of them runs a script when it is installed.
- Four are installed only by those who want them (\`peerDependencies\`, optional): ${Object.keys(manifest.peerDependencies).join(', ')}. Those who run a model or OCR take on what these bring, install scripts included.
- The package itself is held to 6 MB packed and 15 MB unpacked by \`.ci/smoke\`.

| package | version | licence | for |
|---|---|---|---|
${named.map((entry) => `${row(entry)} ${REASONS[entry.name]} |`).join('\n')}

## What they bring
| package | version | licence |
|---|---|---|
${others.map(row).join('\n')}
`;
}
