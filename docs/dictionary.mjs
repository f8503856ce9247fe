/** The data dictionary: every field of every format, from the published schemas. */
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
/** The page, from `[name, JSON Schema]` pairs. */
export function dictionaryOf(schemas) {
  const dictionary = schemas.map(([name, schema]) => {
    const parts = Object.entries(schema.$defs ?? {}).map(
      ([part, node]) => `\nWhere a type is ${part}:\n\n${TABLE}${fields(node, '').join('\n')}\n`,
    );
    return `## ${name}\n\n\`${schema.title}\` ([JSON Schema](schemas/${name}.json))\n\n${TABLE}${fields(schema, '').join('\n')}\n${parts.join('')}`;
  });
  return `# Data dictionary\n\nEvery field of every format. Formats are versioned by their \`schema\` field, language-free, sorted, without clock, absolute path or machine name; fields may be added within a version, never changed.\nOffsets are 0-based and half-open and count UTF-16 code units; lines are 1-based. CSV and JSON Lines have one row a fact, the columns named in the file.\n\n${dictionary.join('\n')}`;
}
