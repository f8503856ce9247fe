import { findRange } from '../shared/suffix-array.js';
import type { PhraseText } from './text.js';
import { LONGEST_PHRASE, SEPARATOR } from './text.js';

/** A place where a phrase stands, in its letters or nearly so: `[start, end)` of the joined text. */
export interface PhrasePlace {
  readonly start: number;
  readonly end: number;
  /** Letters added, dropped or replaced. */
  readonly distance: number;
}

/**
 * One letter in eight may differ, three at most; phrases below eight letters must be the same. At one in five
 * half of the variants read by hand were other words (碳中和作为 for 碳中和工作, 绿色低碳企业 for 绿色低碳产业).
 */
const LETTERS_PER_EDIT = 8;
/** Of a phrase that a person asks for, one in five: who asks wants to see what comes near. */
const LETTERS_PER_EDIT_ASKED = 5;
const MOST_EDITS = 3;

/** Edits allowed in a phrase of so many letters. */
function editsAllowed(length: number, asked: boolean): number {
  const letters = asked ? LETTERS_PER_EDIT_ASKED : LETTERS_PER_EDIT;
  return Math.min(MOST_EDITS, Math.floor(length / letters));
}

/**
 * All places of a phrase, exact ones first found, near ones where no exact one is.
 *
 * A near place has the same first and last letter and at most `editsAllowed` edits between. Found by the
 * pigeonhole principle: of edits + 1 pieces of the phrase one is unchanged (Navarro 2001, partitioning).
 *
 * *Out*: in text order, not overlapping. *Cost*: |phrase| log n + |phrase|² for each place of a piece.
 */
export function findPlaces(
  text: PhraseText,
  phrase: readonly number[],
  asked = false,
): PhrasePlace[] {
  const exact = exactPlaces(text, phrase);
  const edits = phrase.length > LONGEST_PHRASE ? 0 : editsAllowed(phrase.length, asked);
  if (edits === 0) return exact;
  const known = new Set(exact.map((place) => place.start));
  const starts = nearStarts(text, phrase, edits).filter((start) => !known.has(start));
  const near = starts.flatMap((start) => bestEnd(text, phrase, start, edits) ?? []);
  return apart([
    ...exact,
    ...near.filter((place) => sameNumbers(text, phrase, place) && sameEnds(text, phrase, place)),
  ]);
}

/** Two letters at either end are the same: one is shared by chance with the word that goes on there. */
function sameEnds(
  text: PhraseText,
  phrase: readonly number[],
  { start, end }: PhrasePlace,
): boolean {
  const { codes } = text.array;
  return codes[start + 1] === phrase[1] && codes[end - 2] === phrase.at(-2);
}

const NUMBERS: ReadonlySet<number> = new Set(
  [...'〇零一二两三四五六七八九十百千万亿0123456789'].map((char) => char.charCodeAt(0)),
);

/** 十三五时期 is no variant of 十四五时期, nor 四个自信 of 两个自信: numbers are what such phrases are about. */
function sameNumbers(
  text: PhraseText,
  phrase: readonly number[],
  { start, end }: PhrasePlace,
): boolean {
  const found = text.array.codes.subarray(start, end).filter((code) => NUMBERS.has(code));
  const wanted = phrase.filter((code) => NUMBERS.has(code));
  return found.length === wanted.length && wanted.every((code, at) => code === found[at]);
}

function exactPlaces(text: PhraseText, phrase: readonly number[]): PhrasePlace[] {
  const [from, to] = findRange(text.array, phrase);
  const starts = Array.from(text.array.order.subarray(from, to)).sort((a, b) => a - b);
  return starts.map((start) => ({ start, end: start + phrase.length, distance: 0 }));
}

/** Where a near occurrence may start: around the places of the phrase's pieces, with its first letter. */
function nearStarts(text: PhraseText, phrase: readonly number[], edits: number): number[] {
  const starts = new Set<number>();
  for (let piece = 0; piece <= edits; piece += 1) {
    const offset = Math.floor((piece * phrase.length) / (edits + 1));
    const end = Math.floor(((piece + 1) * phrase.length) / (edits + 1));
    const [from, to] = findRange(text.array, phrase.slice(offset, end));
    for (let i = from; i < to; i += 1) {
      const anchor = text.array.order[i]! - offset;
      for (let start = anchor - edits; start <= anchor + edits; start += 1) {
        if (text.array.codes[start] === phrase[0]) starts.add(start);
      }
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** The end that makes a stretch from `start` most like the phrase, by rows of a table of edit distances. */
function bestEnd(
  text: PhraseText,
  phrase: readonly number[],
  start: number,
  edits: number,
): PhrasePlace | undefined {
  const { codes } = text.array;
  let row = phrase.map((_, at) => at + 1);
  row.unshift(0);
  let best: PhrasePlace | undefined;
  for (let end = start + 1; end <= start + phrase.length + edits; end += 1) {
    const code = codes[end - 1];
    if (code === undefined || code >= SEPARATOR) break;
    row = nextRow(row, phrase, code, end - start);
    if (Math.min(...row) > edits) break;
    const distance = row[phrase.length]!;
    if (code === phrase.at(-1) && distance <= edits && distance < (best?.distance ?? edits + 1))
      best = { start, end, distance };
  }
  return best;
}

function nextRow(
  row: readonly number[],
  phrase: readonly number[],
  code: number,
  first: number,
): number[] {
  const next = [first];
  for (let i = 0; i < phrase.length; i += 1) {
    const same = row[i]! + (phrase[i] === code ? 0 : 1);
    next.push(Math.min(same, row[i + 1]! + 1, next[i]! + 1));
  }
  return next;
}

/** Closest first where places overlap. */
function apart(places: readonly PhrasePlace[]): PhrasePlace[] {
  const sorted = [...places].sort(
    (a, b) => a.distance - b.distance || a.start - b.start || a.end - b.end,
  );
  const kept: PhrasePlace[] = [];
  const taken = new Set<number>();
  for (const place of sorted) {
    let free = true;
    for (let at = place.start; at < place.end && free; at += 1) free = !taken.has(at);
    if (!free) continue;
    for (let at = place.start; at < place.end; at += 1) taken.add(at);
    kept.push(place);
  }
  return kept.sort((a, b) => a.start - b.start);
}
