import type { Decision } from './decision.js';
import type { SentenceRelation } from './relation.js';

/** A downstream sentence that may answer an upstream one. */
export interface ReviewPartner {
  readonly unit: string;
  readonly score: number;
  /** As things stand. */
  readonly linked: boolean;
  /** What the link is, or would be. */
  readonly relation: SentenceRelation;
  /** A person's word on this pair. */
  readonly decided?: boolean;
  /** Clauses with the better part of what it shares with the upstream sentence: `[start, end)` of its text, in order, apart. */
  readonly about: readonly TextRange[];
  /** Unlikely: to be read where nothing else shown fits. Such partners come last. */
  readonly aside: boolean;
}

/** `[start, end)` of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A clause of an upstream sentence, as a person is asked about it: does what the sentence is linked with carry it? */
export interface ReviewClause {
  /** `[start, end)` of the sentence's text. */
  readonly start: number;
  readonly end: number;
  /** As things stand: at least a part of it stands below. */
  readonly carried: boolean;
  /** A person has said so. */
  readonly decided?: true;
}

/** What a person is asked about an upstream sentence: which of these answer it? */
export interface ReviewQuestion {
  readonly unit: string;
  /** Linked ones first, then the best of the others; the likeliest first in both. */
  readonly partners: readonly ReviewPartner[];
  /** Clauses that its links leave doubtful, and those a person has spoken of, in order. */
  readonly clauses: readonly ReviewClause[];
  /** How much the answer is expected to put right: links, and clauses as shares of their sentence. */
  readonly worth: number;
  /** How long it takes to read what has to be read and to press the keys, expected. */
  readonly seconds: number;
  /**
   * Why it is asked: a link that is doubtful, none where there is a fair candidate, links that leave clauses doubtful, or nothing
   * in particular.
   */
  readonly why: 'doubtful' | 'unlinked' | 'clauses' | 'clear';
  /** A person has answered it, and nothing of it is doubtful since. */
  readonly answered: boolean;
  /**
   * Other upstream sentences in the same words, what is shown of both in the same words, place by place, as far as both go: one
   * answer is theirs too.
   */
  readonly alike: readonly string[];
}

/** A sentence as it stands in a sheet for review. */
export interface SheetUnit {
  /** As people name it: `hubei:11.5`. */
  readonly address: string;
  readonly text: string;
}

/** A downstream sentence in a sheet, and which of its clauses are worth reading. */
export interface SheetPartner extends SheetUnit {
  readonly score: number;
  /** As a `ReviewPartner` has them. */
  readonly about: readonly TextRange[];
}

/** A question as a row of a sheet. */
export interface SheetRow {
  /** Made of what the row says, so that a row whose cells were changed is known. */
  readonly id: string;
  readonly why: ReviewQuestion['why'];
  readonly upstream: SheetUnit;
  readonly linked: readonly (SheetPartner & { readonly relation: SentenceRelation })[];
  readonly candidates: readonly SheetPartner[];
  /** Clauses in doubt: whether they are carried as things stand. */
  readonly clauses: readonly { readonly text: string; readonly carried: boolean }[];
  /** Sentences in the same words with partners in the same words: the answer is theirs too. */
  readonly alike: readonly SheetAlike[];
}

/** A sentence that is answered with the row it is like. */
export interface SheetAlike {
  readonly address: string;
  /** What is linked with it, then its candidates, in the order of the row's own and no more than it has. */
  readonly partners: readonly string[];
  /** Made of the texts, so that it is known when one was changed. */
  readonly check: string;
}

/** What a person fills in, and with what: files of two sides, their questions. */
export interface ReviewSheet {
  /** The sides as the user named them. */
  readonly upstream: string;
  readonly downstream: string;
  readonly rows: readonly SheetRow[];
}

/** Columns of a sheet; `candidate1` to `candidate3` hold one candidate each, `others` those beyond, a line each. */
export const SHEET_COLUMNS = [
  'id',
  'why',
  'upstream',
  'upstreamText',
  'linked',
  'candidate1',
  'candidate2',
  'candidate3',
  'decision',
  'change',
  'relation',
  'note',
  'clauses',
  'lacking',
  'alike',
  'others',
  'upstreamFile',
  'downstreamFile',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** A row of a sheet as it came back. */
export interface FilledRow {
  /** Where it stands, as people count. */
  readonly line: number;
  readonly cells: Readonly<Record<SheetColumn, string>>;
  /** Who answered, where the row says so. */
  readonly by?: string;
  /** What about its cells cannot be taken as written. */
  readonly faults: readonly { readonly kind: 'formula' | 'merged'; readonly column: SheetColumn }[];
}

/** What came back: rows of a sheet, and decisions that a program wrote straight away (JSON Lines). */
export interface FilledSheet {
  readonly rows: readonly FilledRow[];
  /** Units by address. */
  readonly decisions: readonly { readonly line: number; readonly decision: Decision }[];
}
