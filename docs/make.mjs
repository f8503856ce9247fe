/** Writes what is published from the program's own words: the man page, the JSON Schemas, the table of formats, the dependencies, the rules of `check` and the README's examples (`npm run docs`). */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dependenciesMarkdown } from './dependencies.mjs';
import { dictionaryOf } from './dictionary.mjs';

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

const json = (path) => JSON.parse(readFileSync(file(path), 'utf8'));
writeFileSync(
  file('dependencies.md'),
  dependenciesMarkdown(json('../package.json'), json('../package-lock.json')),
);

const { formatsMarkdown } = await import('../dist/findings/index.js');

const { RULES, rulesMarkdown } = await import('../dist/check/index.js');
writeFileSync(file('rules.md'), rulesMarkdown(RULES));

const schemas = duibiao('schema')
  .trim()
  .split('\n')
  .map((name) => [name, JSON.parse(readFileSync(file(`schemas/${name}.json`), 'utf8'))]);

// The reference: what every command says of itself.
const help = (...path) => duibiao(...path, '--help', '--lang', 'en', '--width', '100').trimEnd();
const commandsIn = (text) =>
  [...(text.split(/^Commands:$/m)[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help');
const reference = (path) => {
  const text = help(...path);
  const own = `${'#'.repeat(path.length + 1)} \`${['duibiao', ...path].join(' ')}\`\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  return [own, ...commandsIn(text).flatMap((name) => reference([...path, name]))];
};
writeFileSync(
  file('reference.md'),
  `# Reference\n\nMade from the program's own help by \`npm run docs\`; do not edit by hand.\nThe same as a manual page: \`man duibiao\`; in Chinese: \`duibiao COMMAND --help --lang zh\`.\n\n${reference([]).join('\n').replace('# `duibiao`', '## `duibiao`')}`,
);

writeFileSync(file('formats.md'), `${formatsMarkdown()}\n${dictionaryOf(schemas)}`);

// A block of text after a command in a README is what that command prints, 100 columns wide.
for (const name of ['../README.md', '../README.zh-CN.md']) {
  const text = readFileSync(file(name), 'utf8').replaceAll(
    /(`duibiao ([^`]+)`\n\n```text\n)[\s\S]*?```/g,
    (_, head, line) =>
      `${head}${duibiao(...line.split(' '), '--width', '100', '--color', 'never').trimEnd()}\n\`\`\``,
  );
  writeFileSync(file(name), text);
}
