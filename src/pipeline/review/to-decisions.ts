/** Answers about a sentence as decisions of `links.yaml`. */
import type { LinksChange } from '../../corpus/index.js';
import type { Decision, SentenceRelation, SentenceUnit } from '../../model/index.js';
import type { SaidClause } from './overlay.js';

/** An answer with its units found: which of those shown are counterparts. */
export interface FoundAnswer {
  readonly upstream: SentenceUnit;
  /** Those that were shown, and those that were named besides. */
  readonly shown: readonly SentenceUnit[];
  readonly chosen: ReadonlySet<string>;
  /** Nothing of the other side is a counterpart, shown or not. */
  readonly nothing: boolean;
  /** What is said of clauses of the upstream sentence. */
  readonly clauses?: readonly SaidClause[] | undefined;
  readonly relation?: SentenceRelation | undefined;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  readonly at: string;
}

/** *In* `quote`: words by which a sentence is known among its side's. */
export function changesOf(
  answer: FoundAnswer,
  quote: (unit: SentenceUnit) => string,
): LinksChange[] {
  const { upstream, shown, chosen, nothing, clauses = [], relation, reason, by, at } = answer;
  const remarks = {
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    at,
  };
  const whole: Decision = {
    action: 'missing',
    upstream: { id: upstream.id, quote: upstream.text },
    ...remarks,
  };
  const pairs = shown.map((down): LinksChange => {
    const linked = chosen.has(down.id);
    return {
      decision: {
        action: linked ? 'pin' : 'reject',
        upstream: { id: upstream.id, quote: quote(upstream) },
        downstream: { id: down.id, quote: quote(down) },
        ...(linked && relation !== undefined && { relation }),
        ...remarks,
      },
    };
  });
  const said = clauses.map(({ start, end, carried }): LinksChange => {
    const quoted = { id: upstream.id, quote: upstream.text.slice(start, end) };
    const action = carried && !nothing ? 'carried' : 'missing';
    const decision: Decision = { action, upstream: quoted, range: { start, end }, ...remarks };
    return nothing ? { decision, taken: true } : { decision };
  });
  // Words on clauses alone leave open whether the sentence as a whole has a counterpart.
  if (!nothing && shown.length === 0) return said;
  const all: LinksChange = nothing ? { decision: whole } : { decision: whole, taken: true };
  return [all, ...pairs, ...said];
}

/** Shorter quotations are shared by too many sentences of a law. */
const SHORTEST = 20;
const STEP = 10;

/** Makes quotations: the opening words of a sentence, as many as no other of these begins with. */
export function quoter(sentences: readonly SentenceUnit[]): (unit: SentenceUnit) => string {
  const texts = sentences.map(({ text }) => text);
  return ({ text, markerLength }) => {
    for (let end = markerLength + SHORTEST; end < text.length; end += STEP) {
      const quote = text.slice(markerLength, end);
      if (texts.filter((other) => other.includes(quote)).length === 1) return quote;
    }
    return text;
  };
}
