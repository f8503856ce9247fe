import type { Level } from './document.js';

export type PhraseStatus = 'identical' | 'variant' | 'absent';

/** A wording of a set phrase that is not quite the same. */
export interface PhraseVariant {
  /** As printed. */
  readonly text: string;
  /** `punctuation`: only marks differ; `abbreviation`: the one is short for the other; `wording`: characters were changed, added or dropped. */
  readonly kind: 'punctuation' | 'abbreviation' | 'wording';
  /** Number of characters added, dropped or replaced, marks left out. */
  readonly distance: number;
  readonly units: readonly string[];
}

/** A set phrase in one document. */
export interface PhraseUse {
  readonly document: string;
  readonly level?: Level;
  /** Code of GB/T 2260. */
  readonly region?: string;
  readonly date?: string;
  readonly status: PhraseStatus;
  /** Occurrences in the very words. */
  readonly count: number;
  readonly units: readonly string[];
  readonly variants: readonly PhraseVariant[];
}

export interface PhraseDefinition {
  readonly document: string;
  readonly unit: string;
  /** What the phrase is said to mean. */
  readonly text: string;
  /** `annex`: a list of terms; `colon`: “主城做优”：…; otherwise the word that introduces it. */
  readonly by: 'annex' | 'colon' | '即' | '就是' | '是指' | '包括';
}

/** A set phrase at one level of government. */
export interface PhraseLevel {
  readonly level: Level;
  readonly status: PhraseStatus;
  readonly count: number;
  readonly variants: number;
}

/** A set phrase (提法) and who carries it. */
export interface Phrase {
  readonly text: string;
  /** Where it comes from: the seed list, quotation marks, or repetition in the corpus. */
  readonly sources: readonly ('seed' | 'quoted' | 'repeated')[];
  readonly frequency: number;
  /** Pointwise mutual information of the weakest joint, in bits; absent below two occurrences. */
  readonly cohesion?: number;
  /** Entropy of the characters before and after, in bits: the smaller of the two. */
  readonly entropy?: number;
  readonly score: number;
  /** One entry a document, in the order given. */
  readonly uses: readonly PhraseUse[];
  /** The best status among the documents of each level, highest level first. */
  readonly levels: readonly PhraseLevel[];
  /** Document with the earliest date (then the higher level) that has it, in its words or varied. */
  readonly first?: {
    readonly document: string;
    readonly unit: string;
    readonly date?: string;
    readonly level?: Level;
  };
  readonly definitions: readonly PhraseDefinition[];
}
