import type { Decision, Swap } from '../model/index.js';
import type { Background } from './background.js';
import type { Concepts } from './concepts.js';
import type { OwnFit } from './own-fit/model.js';
import type { OwnVectors } from './own-model.js';
import type { FittedLinks, Parameters } from './parameters-type.js';

/** Data and settings of an alignment; all parsed, nothing read from disk here. */
export interface AlignOptions {
  /** `parseBackground(bytes)` of `corpus/engine/background.bin`; without it the pair's own statistics must do. */
  readonly background?: Background;
  /** `parseConcepts(text)` of `corpus/engine/concepts.txt`: what different words name the same measure. */
  readonly concepts?: Concepts;
  /** Swaps of the lexicon (`corpus/lexicon/swaps.yaml`): named as listed in the result. */
  readonly swaps?: readonly Swap[];
  /** Names of the sides' own places beyond those in their documents' heads. */
  readonly places?: {
    readonly upstream?: readonly string[];
    readonly downstream?: readonly string[];
  };
  /** A person's word on pairs of units and on clauses: it stands, and the rest is judged in its light. */
  readonly decisions?: readonly Decision[];
  /** What a user's own model says of the sentences; the engine's component `meaning` becomes the mean of both. */
  readonly semantics?: OwnVectors;
  /** What decisions about other papers taught beside the engine; fitted with these parameters. */
  readonly ownFit?: OwnFit;
  /** Fitted with this background and these concepts: an `Engine` holds the three. */
  readonly parameters: Parameters;
}

/** What aligning sides that are prepared still asks for; links need no clause models. */
export type PreparedOptions = Omit<
  AlignOptions,
  'background' | 'concepts' | 'places' | 'parameters'
> & { readonly parameters: FittedLinks };

/** What aligning two prepared papers still asks for. */
export type PaperOptions = Omit<AlignOptions, 'background' | 'places'>;
