/** What is no prose: quoted names, code, paths, options, keys and codes. */
const QUOTED = /“[^”]*”|"[^"]*"|'[^']*'|`[^`]*`|《[^》]*》|\{[^}]*\}|\[[^\]]*\]|\([^)]*=[^)]*\)/g;
/** A command with its first word, too. */
const NAMES =
  /\b(?:duibiao|git) [a-z]+|\S*[./\\_<>=@#|]\S*|(?<![A-Za-z])--?[a-z][\w-]*|\w+(?:-\w+)+|\b[A-Z]{2,}\b/g;

/** Two English words in a row, without a comma: prose, not a list of names. */
const ENGLISH = /\b[A-Za-z][a-z]*\b(?: \b[A-Za-z]?[a-z]+\b)+/g;
const HAN = /\p{Script=Han}+/gu;

/** What is English prose in a text that should be Chinese. */
export function englishIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const prose = line.replaceAll(QUOTED, '“”').replaceAll(NAMES, '·');
    return prose.match(ENGLISH) ?? [];
  });
}

/** What is Chinese in a text that should be English, but for quotations: in marks, or words of `documents`. */
export function chineseIn(text: string, documents = ''): string[] {
  const prose = text.replaceAll(QUOTED, '“”');
  return (prose.match(HAN) ?? []).filter((words) => !documents.includes(words));
}
