import type { Diagnostic } from '../model/index.js';
import { spanOf } from '../text/index.js';
import { FULL_DATE, headLineKind, isSignature } from './head-lines.js';
import { cutParagraph, type RawParagraph } from './paragraphs.js';

/** A sentence, then whatever stands after its last mark up to a date that ends the paragraph. */
const DATED = new RegExp(`^(.*[。！？；”）)])([^。！？；”]{0,80}?)(${FULL_DATE})$`, 's');
/** A sentence, then an office that ends the paragraph. */
const SIGNED = /^(.*[。！？])([^。！？；，：]{4,34})$/s;
/** An office before a date that ends the paragraph, whatever stands before it. */
const DOUBTFUL = new RegExp(
  `[\\u4e00-\\u9fff]{2,30}(?:人民政府|委员会|办公厅|办公室)(?:${FULL_DATE})$`,
);
/** Words that make office and day part of a sentence: 经省人民政府2022年4月1日…; not those in the name of an office. */
const RUNNING =
  /经(?![济贸开信营])|(?<!自)由|自(?![治然贸由])|于(?![都田洪])|至|按|(?<!数)据|报(?![社业])/;
/** Office and date on one line. */
const DATED_OFFICE =
  /^([\u4e00-\u9fff]{4,30}(?:政府|委员会|办公厅|办公室|局|厅|部|委))\d{4}年\d{1,2}月\d{1,2}日$/;

/** `青禾市人民政府2022年4月1日` by itself, no end of a sentence. */
export function isDatedSignature(text: string): boolean {
  return DATED_OFFICE.test(text) && !RUNNING.test(text);
}

/**
 * Signature and date that an extractor left on the line of the last sentence become paragraphs of their own
 * where that is sure: after a sentence that has ended. Otherwise they stay, and it is said.
 *
 * In, out: paragraphs in source order. Cost: linear in the last paragraphs of each paper.
 */
export function withSignaturesApart(paragraphs: readonly RawParagraph[]): {
  readonly paragraphs: readonly RawParagraph[];
  readonly remarks: readonly Diagnostic[];
} {
  const remarks: Diagnostic[] = [];
  const apart = paragraphs.flatMap((raw, index) => {
    if (raw.role !== undefined) return [raw];
    const { text } = raw.content;
    const borders = datedBorders(text) ?? signedBorders(text, paragraphs[index + 1]);
    if (borders !== undefined) return cutParagraph(raw, borders);
    const found = text.length > 34 || /[，。]/.test(text) ? DOUBTFUL.exec(text) : null;
    if (found !== null && !RUNNING.test(found[0]) && !isWhole(text))
      remarks.push(doubt(raw, found));
    return [raw];
  });
  return { paragraphs: apart, remarks };
}

/** Where signature and date begin. */
function datedBorders(text: string): readonly number[] | undefined {
  if (!text.endsWith('日') && !text.endsWith('日）')) return undefined;
  const [, sentence, office, date] = DATED.exec(text) ?? [];
  if (sentence === undefined || office === undefined || date === undefined) return undefined;
  // （2021年3月1日 …）: the mark before is no end of a sentence.
  if (/[；”）)]$/.test(sentence) && office === '') return undefined;
  if (office !== '' && !isSignature(office)) return undefined;
  const at = sentence.length;
  return office === '' ? [at] : [at, at + office.length];
}

function signedBorders(
  text: string,
  next: RawParagraph | undefined,
): readonly number[] | undefined {
  if (next === undefined || headLineKind(next.content.text) !== 'date-line') return undefined;
  const [, sentence, office] = SIGNED.exec(text) ?? [];
  return sentence !== undefined && office !== undefined && isSignature(office)
    ? [sentence.length]
    : undefined;
}

function isWhole(text: string): boolean {
  return headLineKind(text) !== undefined;
}

function doubt(raw: RawParagraph, { 0: text, index }: RegExpExecArray): Diagnostic {
  return {
    code: 'parse/glued-signature',
    severity: 'warning',
    message: `"${text}" looks like a signature and date glued to the last sentence; where they part is not sure, so they were left in the text: put a line break before the signature.`,
    span: spanOf(raw.content, index, index + text.length),
    params: { text },
  };
}
