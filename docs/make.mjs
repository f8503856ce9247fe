/** Writes what is published from the program's own words: the man page, the JSON Schemas, the table of formats, the rules of `check` and the README's examples (`npm run docs`). */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const duibiao = (...args) =>
  execFileSync(process.execPath, [file('../bin/duibiao.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  });

duibiao('man', '--lang', 'en', '--output', file('duibiao.1'));
for (const name of duibiao('schema').trim().split('\n')) {
  duibiao('schema', name, '--output', file(`schemas/${name}.json`));
}

const { formatsMarkdown } = await import('../dist/findings/index.js');
writeFileSync(file('formats.md'), formatsMarkdown());

const { RULES, rulesMarkdown } = await import('../dist/check/index.js');
writeFileSync(file('rules.md'), rulesMarkdown(RULES));

// A block of text after a command in the README is what that command prints, 100 columns wide.
const readme = file('../README.md');
const text = readFileSync(readme, 'utf8').replaceAll(
  /(`duibiao ([^`]+)`\n\n```text\n)[\s\S]*?```/g,
  (_, head, line) =>
    `${head}${duibiao(...line.split(' '), '--width', '100', '--color', 'never').trimEnd()}\n\`\`\``,
);
writeFileSync(readme, text);
