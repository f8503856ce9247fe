import type { Decision, Side } from '../model/index.js';
import { type ResolvedDecisions, type ResolvedPair, resolveDecisions } from './decisions.js';
import type { PreparedPair } from './prepare.js';

/** A decided pair of sentences by their indices. */
export interface HeardPair {
  readonly up: number;
  readonly down: number;
  readonly linked: boolean;
  readonly pin?: ResolvedPair;
}

/** What a person said of the sentences of a prepared pair. */
export interface Heard extends ResolvedDecisions {
  /** Decided pairs, in downstream, then upstream order. */
  readonly sentences: readonly HeardPair[];
  /** The word on a pair, absent where nobody spoke: a sentence that is missing as a whole is linked to nothing but what is pinned. */
  readonly of: (up: number, down: number) => boolean | undefined;
}

/** Ids of upstream sentences that a person has said to be missing, the whole of them. */
export function missingAsAWhole({ clauses }: Pick<Heard, 'clauses'>): string[] {
  return clauses.flatMap(({ decision, unit, range }) =>
    decision.action === 'missing' && range === undefined ? [unit] : [],
  );
}

/** Later decisions of one pair stand over earlier ones. */
export function hear(
  pair: PreparedPair,
  decisions: readonly Decision[] | undefined,
  upstream: Side,
  downstream: Side,
): Heard {
  const resolved = resolveDecisions(decisions ?? [], upstream, downstream);
  const ups = indexOf(pair.upstream);
  const downs = indexOf(pair.downstream);
  const said = new Map<number, HeardPair>();
  const size = pair.upstream.sentences.length;
  for (const own of resolved.pairs) {
    const [up, down] = [ups.get(own.upstream), downs.get(own.downstream)];
    if (own.grain !== 'sentence' || up === undefined || down === undefined) continue;
    const linked = own.decision.action === 'pin';
    said.set(down * size + up, { up, down, linked, ...(linked && { pin: own }) });
  }
  const missing = new Set(missingAsAWhole(resolved).map((unit) => ups.get(unit)));
  return {
    ...resolved,
    sentences: [...said.values()].sort((a, b) => a.down - b.down || a.up - b.up),
    of: (up, down) => said.get(down * size + up)?.linked ?? (missing.has(up) ? false : undefined),
  };
}

function indexOf(side: PreparedPair['upstream']): Map<string, number> {
  return new Map(side.sentences.map(({ unit, index }) => [unit.id, index]));
}
