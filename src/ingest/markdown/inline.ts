/** Quantifiers are bounded, so that no line costs quadratic time. `[text](url)`, `![alt](url)`, `[text][ref]`, `[text]`, `<url>`, `` `code` ``, `**strong**`, footnote marks. */
const RULES: readonly (readonly [kind: string, pattern: RegExp, replacement: string])[] = [
  ['footnote-mark', /\[\^[^\]\s]{1,100}\]/g, ''],
  [
    'image',
    /!\[([^\]]{0,400})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?(?:\s+"[^"]{0,400}")?\)|\[[^\]]{0,400}\])/g,
    '',
  ],
  [
    'link',
    /\[([^\]]{1,400})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?(?:\s+["'][^"']{0,400}["'])?\)|\[[^\]]{0,400}\])/g,
    '$1',
  ],
  ['link', /<((?:https?|mailto):[^>\s]{1,2000})>/g, '$1'],
  ['tag', /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000})?\/?>/gi, ''],
  ['emphasis', /(\*{1,3})(?=\S)([^*\n]{0,2000}?[^\s*])\1/g, '$2'],
  [
    'emphasis',
    /(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{0,2000}?[^\s_])\1(?![\p{L}\p{N}_])/gu,
    '$2',
  ],
  ['emphasis', /~~(?=\S)([^~\n]{0,2000}?\S)~~/g, '$1'],
];

/** Text of one line without its inline marks; each mark is counted. Cost: linear for texts without nested marks. */
export function withoutInlineMarks(line: string, count: (kind: string) => void): string {
  if (!/[*_`~[<\\&!]/.test(line)) return line;
  // Escaped signs and code are put aside, so that the rules do not touch them. No text holds NUL.
  const aside: string[] = [];
  const put = (kind: string, kept: string): string => {
    count(kind);
    return `\0${aside.push(kept) - 1}\0`;
  };
  let text = line
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => put('escape', sign))
    .replace(/(`{1,9})(.{1,2000}?)\1/g, (_, __, code: string) => put('code', code));
  for (const [kind, pattern, replacement] of RULES) {
    text = text.replace(pattern, (...found: unknown[]) => {
      count(kind);
      return replacement.replace(/\$(\d)/g, (_, group: string) =>
        String(found[Number(group)] ?? ''),
      );
    });
  }
  return text
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\0(\d+)\0/g, (_, index: string) => aside[Number(index)]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};
