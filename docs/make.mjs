/** Writes what is published from the program's own words: the man page and the JSON Schemas (`npm run docs`). */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const duibiao = (...args) =>
  execFileSync(process.execPath, [file('../bin/duibiao.js'), ...args], { encoding: 'utf8' });

duibiao('man', '--lang', 'en', '--output', file('duibiao.1'));
for (const name of duibiao('schema').trim().split('\n')) {
  duibiao('schema', name, '--output', file(`schemas/${name}.json`));
}
