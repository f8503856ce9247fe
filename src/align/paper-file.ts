import { itemAt, PackedReader, PackedWriter } from '../text/index.js';
import type { SentenceSpan } from './clauses/spans.js';
import type { CutHeading, CutPaper, CutSentence, FoundText } from './cut.js';
import type { Neutral } from './neutralise.js';

/** First number of every file: the version of its layout. */
const LAYOUT = 1;

/**
 * A cut paper as bytes, some five for each character of its text.
 *
 * Grams are not in it: they are counted from the neutral texts in less time than they would take to read.
 */
export function writeCutPaper({ headings, sentences, words }: CutPaper): Uint8Array {
  const out = new PackedWriter();
  out.number(LAYOUT);
  out.number(words.length);
  for (const key of words) {
    out.number(typeof key === 'number' ? key + 1 : 0);
    if (typeof key === 'string') out.text(key);
  }
  out.number(headings.length);
  for (const heading of headings) {
    out.text(heading.text);
    writeFound(out, heading);
  }
  out.number(sentences.length);
  for (const sentence of sentences) writeSentence(out, sentence);
  return out.done();
}

function writeFound(out: PackedWriter, { words, concepts }: FoundText): void {
  out.numbers(words);
  out.numbers(concepts);
}

function writeSentence(out: PackedWriter, sentence: CutSentence): void {
  const { neutral, provision, spans, clauses } = sentence;
  writeNeutral(out, neutral);
  out.number((provision.penal ? 1 : 0) + (provision.ban ? 2 : 0));
  out.number(spans.length);
  for (const { start, end, clause, idle } of spans) {
    out.number(start);
    out.number(end - start);
    out.number(2 * (clause + 1) + (idle ? 1 : 0));
  }
  out.number(clauses.length);
  for (const clause of clauses) writeFound(out, clause);
}

/** A neutral text; of the way back only where it is not to the next character. */
function writeNeutral(out: PackedWriter, { text, origins, ends }: Neutral): void {
  out.text(text);
  const breaks: number[] = [];
  let next = 0;
  for (let i = 0; i < origins.length; i += 1) {
    const [origin, end] = [itemAt(origins, i), itemAt(ends, i)];
    if (origin !== next || end !== origin + 1) breaks.push(i, origin, end);
    next = end;
  }
  out.number(breaks.length / 3);
  let last = [0, 0];
  for (let k = 0; k < breaks.length; k += 3) {
    const [i, origin, end] = [itemAt(breaks, k), itemAt(breaks, k + 1), itemAt(breaks, k + 2)];
    out.number(i - itemAt(last, 0));
    out.signed(origin - itemAt(last, 1));
    out.signed(end - origin);
    last = [i, origin];
  }
}

/** *Errors*: `RangeError` or `TypeError` for bytes that are not such a file. */
export function readCutPaper(bytes: Uint8Array): CutPaper {
  const from = new PackedReader(bytes);
  if (from.number() !== LAYOUT) throw new RangeError('a prepared paper of another layout');
  const words = times(from, (): number | string => {
    const known = from.number();
    return known > 0 ? known - 1 : from.text();
  });
  const headings = times(from, (): CutHeading => ({ text: from.text(), ...readFound(from) }));
  const sentences = times(from, () => readSentence(from));
  if (!from.isAtEnd) throw new RangeError('a prepared paper with something behind it');
  return { words, headings, sentences };
}

function times<Value>(from: PackedReader, read: () => Value): Value[] {
  const out: Value[] = [];
  for (let left = from.number(); left > 0; left -= 1) out.push(read());
  return out;
}

function readFound(from: PackedReader): FoundText {
  return { words: from.numbers(), concepts: from.numbers() };
}

function readSentence(from: PackedReader): CutSentence {
  const neutral = readNeutral(from);
  const flags = from.number();
  const spans = times(from, (): SentenceSpan => {
    const start = from.number();
    const end = start + from.number();
    const clause = from.number();
    return { start, end, clause: (clause >> 1) - 1, idle: clause % 2 === 1 };
  });
  return {
    neutral,
    provision: { penal: flags % 2 === 1, ban: flags >= 2 },
    spans,
    clauses: times(from, () => readFound(from)),
  };
}

function readNeutral(from: PackedReader): Neutral {
  const text = from.text();
  const origins = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let done = 0;
  let next = 0;
  const copyTo = (end: number): void => {
    for (; done < end; done += 1) {
      origins[done] = next;
      next += 1;
      ends[done] = next;
    }
  };
  let [i, origin] = [0, 0];
  for (let left = from.number(); left > 0; left -= 1) {
    i += from.number();
    if (i >= text.length) throw new RangeError('a way back from behind the text');
    origin += from.signed();
    copyTo(i);
    origins[i] = origin;
    next = origin + from.signed();
    ends[i] = next;
    done = i + 1;
  }
  copyTo(text.length);
  return { text, origins, ends };
}
