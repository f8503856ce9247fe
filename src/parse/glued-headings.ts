import type { Diagnostic, MarkerKind } from '../model/index.js';
import { itemAt, spanOf } from '../text/index.js';
import { markerOf } from './markers.js';
import { cutParagraph, type RawParagraph } from './paragraphs.js';

/** Headings of these kinds begin a paragraph; 一是 and ① are told one after the other inside one, and articles are spoken of at the start of sentences. */
const HEADED: ReadonlySet<MarkerKind> = new Set([
  'chapter',
  'clause-section',
  'han',
  'han-paren',
  'arabic',
  'arabic-comma',
]);
/** Most numbers in a row that an extractor glues to what stands before. */
const MOST_MISSING = 3;
const DIGITS = '零一二三四五六七八九';

/**
 * Headings that an extractor left on the line of the sentence before, `…数字化转型。（六）壮大环保产业。…`, become
 * paragraphs of their own where that is sure: the number is missing among the headings, stands where it
 * would, once, and right after the end of a sentence. Each is said.
 *
 * In, out: paragraphs in source order. Cost: linear.
 */
export function withHeadingsApart(paragraphs: readonly RawParagraph[]): {
  readonly paragraphs: readonly RawParagraph[];
  readonly remarks: readonly Diagnostic[];
} {
  const borders = new Map<number, number[]>();
  const last = new Map<MarkerKind, { readonly index: number; readonly number: number }>();
  for (const [index, { marker }] of paragraphs.entries()) {
    if (marker?.number === undefined || !HEADED.has(marker.kind)) continue;
    const { kind, label, number } = marker;
    const before = last.get(kind);
    last.set(kind, { index, number });
    const missing = number - (before?.number ?? number) - 1;
    if (before === undefined || missing < 1 || missing > MOST_MISSING) continue;
    let from = { index: before.index, offset: 1 };
    for (let n = before.number + 1; n < number; n += 1) {
      const found = placeOf(paragraphs, from, index, labelWith(label, number, n));
      if (found === undefined) continue;
      borders.set(found.index, [...(borders.get(found.index) ?? []), found.offset]);
      from = { index: found.index, offset: found.offset + 1 };
    }
  }
  if (borders.size === 0) return { paragraphs, remarks: [] };
  const remarks: Diagnostic[] = [];
  const apart = paragraphs.flatMap((raw, index) => {
    const own = borders.get(index);
    if (own === undefined) return [raw];
    return cutParagraph(raw, own).map((piece, at) => {
      const marker = at === 0 ? piece.marker : markerOf(piece.content.text);
      if (at > 0 && marker !== undefined) remarks.push(remark(piece, marker.label));
      return marker === undefined ? piece : { ...piece, marker };
    });
  });
  return { paragraphs: apart, remarks };
}

interface Place {
  readonly index: number;
  readonly offset: number;
}

/** Where a label stands after the end of a sentence, if it does so once. */
function placeOf(
  paragraphs: readonly RawParagraph[],
  from: Place,
  end: number,
  label: string,
): Place | undefined {
  const found: Place[] = [];
  for (let index = from.index; index < end && found.length < 2; index += 1) {
    const { content, role } = itemAt(paragraphs, index);
    if (role !== undefined) continue;
    let at = content.text.indexOf(label, index === from.index ? from.offset : 1);
    for (; at >= 0; at = content.text.indexOf(label, at + 1)) {
      const ended = /[。！？][”’）)]?\s*$/.test(content.text.slice(Math.max(0, at - 4), at));
      const begins = /^\s*[\u4e00-\u9fff“《]/.test(content.text.slice(at + label.length));
      if (ended && begins) found.push({ index, offset: at });
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** A label of the same form with another number: `（五）` and 6 give `（六）`. */
function labelWith(label: string, number: number, other: number): string {
  const [own, wanted] = /\d/.test(label)
    ? [String(number), String(other)]
    : [hanNumber(number), hanNumber(other)];
  return label.replace(own, wanted);
}

/** 1–99 as headings write them. */
function hanNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${ten}${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

function remark(raw: RawParagraph, label: string): Diagnostic {
  return {
    code: 'parse/glued-heading',
    severity: 'info',
    message: `"${label}" stood on the line of the sentence before; since its number was missing among the headings, it was read as one.`,
    span: spanOf(raw.content, 0, label.length),
    params: { label },
  };
}
