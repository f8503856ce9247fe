import { type Alignment, LEVELS, type Side } from '../model/index.js';
import { UserError } from '../text/index.js';
import { alignPair, corpusPairs } from './align.js';
import { readSide } from './read.js';
import type { Workspace } from './workspace.js';

/** Two sides to explain in, or a function that reads them when needed. */
export interface SidePair {
  readonly upstream: Side;
  readonly downstream: Side;
}

/**
 * The pairs of the corpus in which the documents of some units stand on opposite sides; one unit: all pairs that have it.
 *
 * A document that no alias names is a side of its own. Of two such the higher level is upstream, else the first named.
 */
export async function sidesWith(
  ws: Workspace,
  documents: readonly [string] | readonly [string, string],
): Promise<SidePair[]> {
  const [first, second] = documents;
  const names = pairNames(ws).filter(([up, down]) => {
    const [ups, downs] = [idsOf(ws, up), idsOf(ws, down)];
    if (second === undefined) return ups.includes(first) || downs.includes(first);
    return (
      (ups.includes(first) && downs.includes(second)) ||
      (ups.includes(second) && downs.includes(first))
    );
  });
  const read = names.length > 0 || second === undefined ? names : [ordered(ws, first, second)];
  const pairs: SidePair[] = [];
  for (const [up, down] of read)
    pairs.push({ upstream: await readSide(ws, up), downstream: await readSide(ws, down) });
  return pairs;
}

/** Names of the sides that have these documents above and below: as the corpus pairs them, else the two themselves. */
export function namesWith(
  ws: Workspace,
  upstream: string,
  downstream: string,
): readonly (readonly [string, string])[] {
  const names = pairNames(ws).filter(
    ([up, down]) => idsOf(ws, up).includes(upstream) && idsOf(ws, down).includes(downstream),
  );
  return names.length > 0 ? names : [[upstream, downstream]];
}

/** Every pair the corpus compares; none where it has one level. */
function pairNames(ws: Workspace): readonly (readonly [string, string])[] {
  try {
    return corpusPairs(ws);
  } catch (error) {
    if (error instanceof UserError && error.code === 'corpus/one-level') return [];
    throw error;
  }
}

function idsOf(ws: Workspace, alias: string): readonly string[] {
  return ws.corpus.file.aliases[alias] ?? [alias];
}

function ordered(ws: Workspace, first: string, second: string): readonly [string, string] {
  const rank = (id: string): number => {
    const level = ws.entries().find(({ head }) => head.id === id)?.head.level;
    return level === undefined ? LEVELS.length : LEVELS.indexOf(level);
  };
  return rank(second) < rank(first) ? [second, first] : [first, second];
}

/** Every pair of the corpus, aligned, until one has a link of this id. */
export async function findLink(
  ws: Workspace,
  id: string,
  given: SidePair | undefined,
): Promise<{ readonly sides: SidePair; readonly alignment: Alignment } | undefined> {
  if (given !== undefined) {
    const alignment = await alignPair(ws, given.upstream, given.downstream);
    return alignment.links.some((link) => link.id === id) ? { sides: given, alignment } : undefined;
  }
  for (const [up, down] of pairNames(ws)) {
    const sides = { upstream: await readSide(ws, up), downstream: await readSide(ws, down) };
    const alignment = await alignPair(ws, sides.upstream, sides.downstream);
    if (alignment.links.some((link) => link.id === id)) return { sides, alignment };
  }
  return undefined;
}
