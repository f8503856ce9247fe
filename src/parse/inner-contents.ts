import { endsSentence, itemAt } from '../text/index.js';
import { isContentsEntry, isContentsTitle, PAGE_REFERENCE } from './head-lines.js';
import type { RawParagraph } from './paragraphs.js';

/** Fewest entries of a table of contents, and the longest of them, in characters. */
const FEWEST_ENTRIES = 3;
const LONGEST_ENTRY = 60;
/** So many pieces of one entry that an extractor broke. */
const MOST_PIECES = 5;

/**
 * The tables of contents inside a text: 目录 above the paper that a notice hands on, with the page behind each
 * heading (`一、规划背景 4`) or without, where the first heading comes again further below.
 *
 * Out: indexes of their paragraphs. Cost: linear for each 目录.
 */
export function innerContents(paragraphs: readonly RawParagraph[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { content }] of paragraphs.entries()) {
    if (!isContentsTitle(content.text)) continue;
    const end = entriesEnd(paragraphs, index + 1);
    if (end - index <= FEWEST_ENTRIES || !comesAgain(paragraphs, index + 1, end)) continue;
    for (let at = index; at < end; at += 1) found.add(at);
  }
  return found;
}

/** After the last entry: pieces between two entries are of the latter; without pages, headings up to where the first comes again. */
function entriesEnd(paragraphs: readonly RawParagraph[], from: number): number {
  const bare = bareText(paragraphs[from]);
  let end = from;
  for (let at = from; at < paragraphs.length && at - end <= MOST_PIECES; at += 1) {
    const { content, marker } = itemAt(paragraphs, at);
    if (at > from && content.text === bare) break;
    if (content.text.length > LONGEST_ENTRY || endsSentence(content.text)) break;
    if (PAGE_REFERENCE.test(content.text) || isContentsEntry(content.text) || marker !== undefined)
      end = at + 1;
  }
  return end;
}

function comesAgain(paragraphs: readonly RawParagraph[], first: number, end: number): boolean {
  const bare = bareText(paragraphs[first]);
  return bare !== '' && paragraphs.slice(end).some(({ content }) => content.text === bare);
}

function bareText(raw: RawParagraph | undefined): string {
  return (raw?.content.text ?? '').replace(PAGE_REFERENCE, '');
}
