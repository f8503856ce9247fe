import type { SentenceRelation } from './relation.js';
import type { DocumentUnits } from './units.js';

/** What a reader asks first of a comparison, in the order asked. */
export const BRIEF_LISTS = [
  'missing',
  'weakened',
  'lowered',
  'postponed',
  'local',
  'doubtful',
] as const;
export type BriefList = (typeof BRIEF_LISTS)[number];

/** One thing worth knowing, with the place it stands at. */
export interface BriefEntry {
  readonly unit: string;
  /** `[start, end)` in the unit's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The unit's first theme; absent where it has none. */
  readonly theme?: string;
  /** 0..1: how much of a loss, a change or a doubt it is; orders a list, is no probability. */
  readonly weight: number;
  /** Sentences and links it rests on, the unit's own id first. */
  readonly ids: readonly string[];
  /** What changed, as printed: 确保 → 鼓励, 2025年 → 2030年; of a doubtful link its relation. */
  readonly change?: { readonly from: string; readonly to: string };
  readonly relation?: SentenceRelation;
  /** A person has said so. */
  readonly decided?: true;
  /** Of a missing clause: other places that it is addressed to, as printed (支持襄阳、宜昌……); the lower side could not carry it. */
  readonly elsewhere?: readonly string[];
}

/** What one theme lost. */
export interface BriefTheme {
  readonly theme: string;
  /** By clause; absent where the upper side has nothing of it to carry. */
  readonly coverage?: number;
  readonly missing: number;
  /** Sum of the weights of its missing clauses. */
  readonly weight: number;
}

/** One pair of sides on one page. */
export interface Brief {
  readonly upstream: { readonly name: string; readonly documents: readonly DocumentUnits[] };
  readonly downstream: { readonly name: string; readonly documents: readonly DocumentUnits[] };
  /** By clause, of the whole text, with its expected error; absent where there is nothing to carry. */
  readonly coverage?: number;
  readonly expectedError?: number;
  /** Themes of the upper side, what lost most first. */
  readonly themes: readonly BriefTheme[];
  /** Each in order of weight. */
  readonly lists: Readonly<Record<BriefList, readonly BriefEntry[]>>;
}
