/** Writes what is published from the program's own words: the man page, the JSON Schemas, the rules of `check` and the README's examples (`npm run docs`). */
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

const { RULES, rulesMarkdown } = await import('../dist/check/index.js');
writeFileSync(file('rules.md'), rulesMarkdown(RULES));

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

// The data dictionary: every field of every format, from the published schemas.
const names = duibiao('schema').trim().split('\n');
const schemas = names.map((name) => [
  name,
  JSON.parse(readFileSync(file(`schemas/${name}.json`), 'utf8')),
]);
const typeOf = (node) => {
  if (node.$ref !== undefined) return node.$ref.split('/').at(-1);
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(' ');
  if (node.anyOf !== undefined) return node.anyOf.map(typeOf).join(' or ');
  if (node.type === 'array')
    return `list of ${node.items === undefined ? 'any' : typeOf(node.items)}`;
  return node.type ?? 'any';
};
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const fields = (node, path) => {
  const inner = node.anyOf?.find(({ properties, type }) => properties ?? type === 'array') ?? node;
  const item = inner.type === 'array' ? inner.items : inner;
  const at = inner.type === 'array' ? `${path}[]` : path;
  return Object.entries(item?.properties ?? {}).flatMap(([name, field]) => {
    const here = at === '' ? name : `${at}.${name}`;
    const optional = item.required?.includes(name) === true ? '' : ' (optional)';
    const row = `| \`${here}\`${optional} | ${cell(typeOf(field))} | ${cell(field.description ?? '')} |`;
    return [row, ...fields(field, here)];
  });
};
const TABLE = '| field | type | meaning |\n|---|---|---|\n';
const dictionary = schemas.map(([name, schema]) => {
  const parts = Object.entries(schema.$defs ?? {}).map(
    ([part, node]) => `\nWhere a type is ${part}:\n\n${TABLE}${fields(node, '').join('\n')}\n`,
  );
  return `## ${name}\n\n\`${schema.title}\` ([JSON Schema](schemas/${name}.json))\n\n${TABLE}${fields(schema, '').join('\n')}\n${parts.join('')}`;
});
writeFileSync(
  file('formats.md'),
  `# Formats and data dictionary\n\nMade from the published schemas by \`npm run docs\`; do not edit by hand.\nFormats are versioned by their \`schema\` field, language-free, sorted, without clock, absolute path or machine name; fields may be added within a version, never changed.\nOffsets are 0-based and half-open and count UTF-16 code units; lines are 1-based. CSV and JSON Lines have one row a fact, the columns named in the file.\n\n${dictionary.join('\n')}`,
);

// A block of text after a command in a README is what that command prints, 100 columns wide.
for (const name of ['../README.md', '../README.zh-CN.md']) {
  const text = readFileSync(file(name), 'utf8').replaceAll(
    /(`duibiao ([^`]+)`\n\n```text\n)[\s\S]*?```/g,
    (_, head, line) =>
      `${head}${duibiao(...line.split(' '), '--width', '100', '--color', 'never').trimEnd()}\n\`\`\``,
  );
  writeFileSync(file(name), text);
}
