import type { Candidate } from './candidates.js';
import type { MeasuredWording } from './measure.js';
import type { PreparedPair } from './prepare.js';

/** Names of what `claimsOf` gives. */
export const CLAIM_COMPONENTS = [
  'claim-downstream',
  'claim-upstream',
  'claims-downstream',
  'claims-upstream',
] as const;

/** A clause poorer in information than this (in nats) claims nobody: 进一步, 同时. */
const MIN_CLAIM_WEIGHT = 8;

/**
 * Which clauses a pair claims: those that no other partner of their sentence meets better.
 *
 * A sentence of several clauses often has several partners, one a clause; whole-sentence rivalry would let only one live.
 * *In* a factor (0..1) for each candidate: how much it counts as a rival; 1 where absent.
 * *Out* four values a pair, as named in `CLAIM_COMPONENTS`: the best claimed clause's likeness, less the best rival's,
 * downstream and upstream; then the share of clauses (by weight) claimed on either side.
 */
export function claimsOf(
  pair: PreparedPair,
  candidates: readonly Pick<Candidate, 'up' | 'down'>[],
  { clauses, starts }: Pick<MeasuredWording, 'clauses' | 'starts'>,
  factors?: readonly number[],
): Float64Array {
  const downs = new ClaimTable(pair.downstream.sentences);
  const ups = new ClaimTable(pair.upstream.sentences);
  const upStart = (start: number, down: number): number =>
    start + pair.downstream.sentences[down]!.clauses.length;
  for (const [i, { up, down }] of candidates.entries()) {
    const factor = factors?.[i] ?? 1;
    const start = starts[i]!;
    downs.add(down, clauses, start, factor);
    ups.add(up, clauses, upStart(start, down), factor);
  }
  const width = CLAIM_COMPONENTS.length;
  const out = new Float64Array(candidates.length * width);
  for (const [i, { up, down }] of candidates.entries()) {
    const factor = factors?.[i] ?? 1;
    const start = starts[i]!;
    const ofDown = downs.claim(down, clauses, start, factor);
    const ofUp = ups.claim(up, clauses, upStart(start, down), factor);
    out[i * width] = ofDown.best;
    out[i * width + 1] = ofUp.best;
    out[i * width + 2] = ofDown.share;
    out[i * width + 3] = ofUp.share;
  }
  return out;
}

/** Best and second-best value (× factor) of each clause of a side over its sentence's partners. */
class ClaimTable {
  private readonly starts: Int32Array;
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  constructor(private readonly sentences: PreparedPair['upstream']['sentences']) {
    this.starts = new Int32Array(sentences.length);
    let size = 0;
    for (const { index, clauses } of sentences) {
      this.starts[index] = size;
      size += clauses.length;
    }
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
  }
  /** Note the values of one partner, which stand in `values` from `from` on. */
  add(sentence: number, values: Float32Array, from: number, factor: number): void {
    const count = this.sentences[sentence]!.clauses.length;
    const start = this.starts[sentence]!;
    for (let k = 0; k < count; k += 1) {
      const value = Math.fround(values[from + k]! * factor);
      const first = this.first[start + k]!;
      if (value > first) {
        this.second[start + k] = first;
        this.first[start + k] = value;
      } else if (value > this.second[start + k]!) this.second[start + k] = value;
    }
  }
  claim(
    sentence: number,
    values: Float32Array,
    from: number,
    factor: number,
  ): { best: number; share: number } {
    const { clauses } = this.sentences[sentence]!;
    const start = this.starts[sentence]!;
    let best = -1;
    let claimed = 0;
    let total = 0;
    let k = 0;
    for (const { weight } of clauses) {
      const value = values[from + k]!;
      total += weight;
      // What the others reach: the second best where this partner is itself the best.
      const noted = Math.fround(value * factor);
      const first = this.first[start + k]!;
      const rival = noted >= first ? this.second[start + k]! : first;
      if (value >= rival) claimed += weight;
      if (weight >= MIN_CLAIM_WEIGHT || clauses.length === 1)
        best = Math.max(best, value * 0.5 + value - rival);
      k += 1;
    }
    return { best: Math.max(-0.5, best), share: total > 0 ? claimed / total : 0 };
  }
}
