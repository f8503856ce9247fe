/** Longer files take the reader minutes and gigabytes; the longest compendium seen has 1 MB. */
const MOST_CHARACTERS = 4 * 2 ** 20;
/** Quotes and lists inside one another on one line; people write three. The reader's tree is walked by recursion. */
const DEEPEST = 100;
/** Blanks before a mark: lists nested by indentation, some 50 deep. */
const WIDEST_INDENT = 200;
/**
 * Most pairs of marks of one paragraph, summed over all, that the reader may have to compare: about two
 * seconds. A paragraph of a real text has some ten marks.
 */
const MOST_PAIRS = 3e8;
/** Headings by underlines cost as much as so many marks. */
const UNDERLINE_WEIGHT = 7;

export type Excess = 'size' | 'depth' | 'marks';

/**
 * What of a Markdown text would take its reader too long, if anything.
 *
 * The reader compares the marks of a paragraph pair by pair, and looks to the paragraph's end for each
 * comment that opens. Cost: linear.
 */
export function excessOf(text: string): Excess | undefined {
  if (text.length > MOST_CHARACTERS) return 'size';
  let [pairs, marks, opened, length] = [0, 0, 0, 0];
  for (const line of lines(text)) {
    if (isTooDeep(line)) return 'depth';
    if (/^[ \t>]*$|^ {0,3}#|^[ \t]*[-*+][ \t]+\S/.test(line)) {
      pairs += marks ** 2 + opened * length;
      [marks, opened, length] = [0, 0, 0];
    }
    marks += (line.match(/[*_~`\]]/g) ?? []).length;
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) marks += UNDERLINE_WEIGHT;
    opened += (line.match(/<[!?]/g) ?? []).length;
    length += line.length;
    if (pairs + marks ** 2 + opened * length > MOST_PAIRS) return 'marks';
  }
  return undefined;
}

function* lines(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
  }
}

const OPENING = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/;

/** `> > - 1. …`. */
function isTooDeep(line: string): boolean {
  const opening = OPENING.exec(line)?.[0] ?? '';
  if (opening.length <= DEEPEST) return false;
  const marks = opening.match(/>|[-*+]|(?<!\d)\d+[.)]/g)?.length ?? 0;
  return (
    marks > DEEPEST || (marks > 0 && (opening.match(/^[ \t]*/)?.[0].length ?? 0) > WIDEST_INDENT)
  );
}
