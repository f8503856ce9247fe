/**
 * Part of `npm run build`: joins `dist/cli/main.js` and all it imports to a few files in its place. Five hundred modules take Node
 * longer to load than most commands take to run (src/decisions/0065).
 *
 * `tsc` alone writes the single modules anew, so that nothing is ever older than the source it was made of.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const PART = 'part-';

/**
 * Packages that some commands need and no command needs at once: loaded when a function of theirs is first called. All are
 * CommonJS or come as such too, so that they can be required late.
 */
const LATE = {
  yaml: ['isMap', 'isScalar', 'parseDocument', 'stringify'],
  diff: ['createTwoFilesPatch', 'diffArrays'],
  fflate: ['strToU8', 'unzipSync', 'zipSync'],
  'cli-table3': ['default'],
};

const lateImports = {
  name: 'late-imports',
  resolveId: (name) => (name in LATE ? { id: `\0${name}`, moduleSideEffects: false } : null),
  load(id) {
    const name = id.slice(1);
    if (id[0] !== '\0' || !(name in LATE)) return null;
    const functions = LATE[name].map((own) =>
      own === 'default'
        ? 'export default function (...args) { return new (late())(...args); }'
        : `export function ${own}(...args) { return late().${own}(...args); }`,
    );
    return [
      "import { createRequire } from 'node:module';",
      `const late = () => createRequire(import.meta.url)('${name}');`,
      ...functions,
    ].join('\n');
  },
};

/** *Out* the written files, as the bundler describes them. */
export async function bundle(folder, dir = folder, entry = 'main.js') {
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) if (name.startsWith(PART)) rmSync(`${dir}${name}`);
  const made = await rolldown({
    input: `${folder}${entry}`,
    platform: 'node',
    // What stands in node_modules stays there.
    external: (name) => !/^[./\0]/.test(name) && !(name in LATE),
    plugins: [lateImports],
    treeshake: { moduleSideEffects: false },
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await made.write({
    dir,
    format: 'esm',
    // Names stay, for whoever reads a stack; comments and blanks are a third of what Node would have to read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: 'main.js',
    // What the analyses say, a file each: help has need of all, and one part is read sooner than nine.
    codeSplitting: { groups: [{ name: 'said-by-analyses', test: /\/messages\/findings\// }] },
    // Beside it and no deeper: modules find data and workers by their own place.
    chunkFileNames: `${PART}[name]-[hash].js`,
  });
  return output;
}

/** What `start` and `compare` ask of the embedded corpus, found now so that no first run has to. */
async function prepareCorpus(output) {
  const folder = fileURLToPath(new URL('../dist/prepared', import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  const version = versionOf(output);
  const { openCache } = await import('../dist/corpus/index.js');
  const { alignPair, comparisonTools, coverageOf, openWorkspace, preparePaper, readSide } =
    await import('../dist/index.js');
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const ws = openWorkspace(cwd, undefined, openCache({ folder, version }));
  await coverageOf(ws, []);
  const sides = [];
  for (const name of Object.keys(ws.corpus.file.aliases)) sides.push(await readSide(ws, name));
  for (const side of sides) await preparePaper(ws, side);
  const pairs = sides.slice(1).map((side, i) => alignPair(ws, sides[i], side));
  const { tokenize } = await comparisonTools(ws, await Promise.all(pairs));
  for (const { sentences } of sides.flatMap(({ documents }) => documents))
    tokenize(sentences[0].text.slice(sentences[0].markerLength));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/version`, version);
}

/** Equal for equal code: what is kept by one program is not read by another. */
function versionOf(output) {
  const hash = createHash('sha256');
  for (const { fileName, code } of output) hash.update(`${fileName}\n${code}\n`);
  return hash.digest('hex').slice(0, 32);
}

/** Files of a fitted engine, beside the program; *out* those that are not there. */
function missingEngine() {
  return ['background.bin', 'concepts.txt', 'manifest.json', 'parameters.json']
    .map((name) => `corpus/engine/${name}`)
    .filter((name) => !existsSync(new URL(`../${name}`, import.meta.url)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const output = await bundle(fileURLToPath(new URL('../dist/cli/', import.meta.url)));
  const missing = missingEngine();
  if (missing.length > 0) {
    // The program is whole; what it would find in the embedded corpus cannot be found without an engine.
    process.stderr.write(
      `The engine is not fitted: ${missing.join(', ')} not found.\nThe program is built, its embedded corpus is not prepared. Make the engine (npm run train, npm run fit) or take it back from git (git checkout -- corpus/engine), then run npm run build again.\n`,
    );
    process.exitCode = 1;
  } else await prepareCorpus(output);
}
