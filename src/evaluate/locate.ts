import { itemAt, valueAt } from '../text/index.js';
import type { GoldSentence } from './gold.js';
import type { PredictedUnit } from './prediction.js';

const DROPPED = /[^0-9A-Za-z\u3400-\u9fff\uf900-\ufaff〇]/gu;

/** Letters, digits and Han characters only, so that punctuation, blanks and marks do not hinder the mapping. */
function bareText(text: string): string {
  return text.normalize('NFKC').replace(DROPPED, '');
}

/** Gold sentences laid end to end, so that any text can be located in them. */
export interface GoldText {
  readonly text: string;
  readonly ids: readonly string[];
  readonly sectionOf: ReadonlyMap<string, string>;
  /** Start of each sentence, then the length of the whole. */
  readonly starts: readonly number[];
}

export function goldText(sentences: readonly GoldSentence[]): GoldText {
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    starts.push(text.length);
    text += bareText(sentence.text);
  }
  starts.push(text.length);
  return {
    text,
    ids: sentences.map((s) => s.id),
    sectionOf: new Map(sentences.map((s) => [s.id, s.section])),
    starts,
  };
}

/**
 * Map units, in document order, to the gold sentences they share most of their text with.
 *
 * The search goes forward from the last unit found, then from the start, then for the middle of the unit
 * (a marker cut off, furniture glued on).
 */
export function locateUnits(
  gold: GoldText,
  units: readonly PredictedUnit[],
): Map<string, readonly string[]> {
  const out = new Map<string, readonly string[]>();
  let cursor = 0;
  for (const unit of units) {
    const text = bareText(unit.text ?? '');
    const at = text === '' ? undefined : find(gold.text, text, cursor);
    if (at === undefined) {
      out.set(unit.id, []);
      continue;
    }
    cursor = Math.max(at, 0);
    out.set(unit.id, overlapping(gold, at, at + text.length));
  }
  return out;
}

function find(whole: string, text: string, cursor: number): number | undefined {
  const exact = whole.indexOf(text, cursor);
  if (exact >= 0) return exact;
  const anywhere = whole.indexOf(text);
  if (anywhere >= 0) return anywhere;
  const cut = Math.max(4, Math.floor(text.length / 6));
  const core = text.length > 3 * cut ? text.slice(cut, -cut) : text.slice(cut);
  const at = whole.indexOf(core);
  // As in the reference scorer, a start before the text's own start counts as not found.
  return at < 0 || at - cut < 0 ? undefined : at - cut;
}

function overlapping(gold: GoldText, start: number, end: number): string[] {
  const hits: string[] = [];
  for (
    let i = firstReaching(gold.starts, start);
    i < gold.ids.length && itemAt(gold.starts, i) < end;
    i += 1
  ) {
    const from = itemAt(gold.starts, i);
    const to = itemAt(gold.starts, i + 1);
    const over = Math.min(to, end) - Math.max(from, start);
    if (to > from && over >= 0.5 * Math.min(to - from, end - start)) hits.push(itemAt(gold.ids, i));
  }
  return hits;
}

/** Index of the last sentence that starts at or before an offset. */
function firstReaching(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(starts, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A side of an alignment and which gold sentences its units hold. */
export interface Mapped {
  readonly gold: GoldText;
  readonly units: readonly PredictedUnit[];
  /** Gold sentences of each sentence, by unit id. */
  readonly at: ReadonlyMap<string, readonly string[]>;
}

export function mapSide(
  sentences: readonly GoldSentence[],
  units: readonly PredictedUnit[],
): Mapped {
  const gold = goldText(sentences);
  return {
    gold,
    units,
    at: locateUnits(
      gold,
      units.filter((unit) => unit.kind === 'sentence'),
    ),
  };
}

/** The gold section that most gold sentences of each predicted section's own sentences belong to. */
export function goldSections(side: Mapped): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const unit of side.units) {
    if (unit.kind !== 'sentence' || unit.section === null || unit.section === undefined) continue;
    const row = counts.get(unit.section) ?? new Map<string, number>();
    counts.set(unit.section, row);
    for (const id of side.at.get(unit.id) ?? []) {
      const section = valueAt(side.gold.sectionOf, id);
      row.set(section, (row.get(section) ?? 0) + 1);
    }
  }
  const out = new Map<string, string>();
  for (const [section, row] of counts) {
    let best: { readonly candidate: string; readonly count: number } | undefined;
    for (const [candidate, count] of row)
      if (best === undefined || count > best.count) best = { candidate, count };
    if (best !== undefined) out.set(section, best.candidate);
  }
  return out;
}
