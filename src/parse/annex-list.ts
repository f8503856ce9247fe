import { endsSentence, itemAt } from '../text/index.js';
import { headLineKind, isOfficer, isSignature, opensAnnexes } from './head-lines.js';
import type { RawParagraph } from './paragraphs.js';

/** The label by itself, the annexes on the lines below. */
const LABEL = /^附(?:件|录)?[：:]?$/;
/** The name of an annex, in characters: the longest seen has 54. */
const LONGEST_NAME = 80;

/**
 * A list of annexes, as papers print it above the signature, opens no section: its numbers are those of
 * the papers that follow, `附件：1.甲表` and below it `2.乙表`; nor do `附件1：甲表` and `附件2：乙表` where
 * each comes again further below, with its text. Cost: linear.
 */
export function withoutAnnexLists(paragraphs: readonly RawParagraph[]): readonly RawParagraph[] {
  const names = new Set<number>();
  const last = new Map<string, number>();
  for (const [index, { marker }] of paragraphs.entries())
    if (marker?.kind === 'annex') last.set(marker.core, index);
  for (const [index, raw] of paragraphs.entries()) {
    const { text } = raw.content;
    if (opensAnnexes(text) && raw.marker === undefined) {
      for (const at of namesFrom(paragraphs, index + 1, 2)) names.add(at);
    } else if (LABEL.test(text)) {
      const below = namesFrom(paragraphs, index + 1, 1);
      if (below.length === 0 || !endsPaper(paragraphs, index + below.length + 1)) continue;
      for (const at of [index, ...below]) names.add(at);
    } else if (raw.marker?.kind === 'annex' && !endsSentence(text)) {
      const again = (last.get(raw.marker.core) ?? index) > index;
      if (again && isFollowed(paragraphs, index + 1)) names.add(index);
    }
  }
  if (names.size === 0) return paragraphs;
  return paragraphs.map((raw, index) => (names.has(index) ? withoutMarker(raw) : raw));
}

/** The names that go on from a number. */
function namesFrom(
  paragraphs: readonly RawParagraph[],
  from: number,
  first: number,
): readonly number[] {
  const found: number[] = [];
  for (let index = from; index < paragraphs.length; index += 1) {
    const { marker, content, role } = itemAt(paragraphs, index);
    const counts = marker?.number === first + found.length && marker.kind !== 'annex';
    const name = content.text.length <= LONGEST_NAME && !endsSentence(content.text);
    if (!counts || !name || role !== undefined) break;
    found.push(index);
  }
  return found;
}

/** Below a list stand the signature and the date, then the annexes; or nothing. */
function endsPaper(paragraphs: readonly RawParagraph[], index: number): boolean {
  const raw = paragraphs[index];
  if (raw === undefined || raw.marker?.kind === 'annex') return true;
  const { text } = raw.content;
  return isSignature(text) || isOfficer(text) || headLineKind(text) !== undefined;
}

function isFollowed(paragraphs: readonly RawParagraph[], index: number): boolean {
  return paragraphs[index] !== undefined && endsPaper(paragraphs, index);
}

function withoutMarker({ marker: _, ...rest }: RawParagraph): RawParagraph {
  return rest;
}
