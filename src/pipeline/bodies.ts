/** Who is responsible at each level, along a chain of sides. */
import { compareBodies } from '../findings/index.js';
import type { Alignment, BodyPair, DocumentUnits } from '../model/index.js';
import { alignedPairs } from './align.js';
import { distinctDocuments, type ReadOptions } from './read.js';
import type { Workspace } from './workspace.js';

export interface BodiesResult {
  readonly documents: readonly DocumentUnits[];
  readonly alignments: readonly Alignment[];
  readonly pairs: readonly {
    readonly upstream: string;
    readonly downstream: string;
    readonly links: readonly BodyPair[];
  }[];
}

/**
 * Responsible bodies (责任单位, 牵头) of linked sentences side by side; without names, of the pairs of the corpus.
 *
 * *Errors*: `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { pairs } = await bodiesOf(ws, ['hubei', 'wuhan']);
 */
export async function bodiesOf(
  ws: Workspace,
  names: readonly string[],
  options: ReadOptions = {},
): Promise<BodiesResult> {
  const alignments = await alignedPairs(ws, names, options);
  return {
    documents: distinctDocuments(
      alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]),
    ),
    alignments,
    pairs: alignments.map((alignment) => ({
      upstream: alignment.upstream.name,
      downstream: alignment.downstream.name,
      links: compareBodies(alignment),
    })),
  };
}
