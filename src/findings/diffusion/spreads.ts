import type { MatrixPaper, MatrixRow, Spread, SpreadStep } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** Wordings shown at most: the ones that went to most regions. */
const MOST = 60;

/** A clause of a paper, and the clause it is most like above. */
interface Node {
  readonly paper: number;
  readonly sentence: number;
  readonly start: number;
  parent?: { readonly key: string; readonly likeness: number };
}

/** Wordings as they are gathered, pair by pair. */
interface SpreadGatherer {
  readonly add: (upper: number, lower: number, traces: MatrixRow['traces']) => void;
  /** Without texts, which stand in the papers. */
  readonly spreads: (papers: readonly MatrixPaper[]) => Spread[];
}

/**
 * Each clause is held to come from the one above it is most like (of equals, from the first that was added), so that
 * wordings form trees: a wording is never mixed with another by a chain of likenesses.
 *
 * *Cost*: memory for each clause that stands in two papers.
 */
export function gatherSpreads(): SpreadGatherer {
  const nodes = new Map<string, Node>();
  const nodeOf = (paper: number, sentence: number, start: number): [string, Node] => {
    const key = `${paper}/${sentence}/${start}`;
    const own = nodes.get(key) ?? { paper, sentence, start };
    nodes.set(key, own);
    return [key, own];
  };
  return {
    add: (upper, lower, traces = []) => {
      for (const [sentenceAbove, startAbove, sentenceBelow, startBelow, likeness] of traces) {
        const [key] = nodeOf(upper, sentenceAbove, startAbove);
        const [, below] = nodeOf(lower, sentenceBelow, startBelow);
        if ((below.parent?.likeness ?? 0) < likeness) below.parent = { key, likeness };
      }
    },
    spreads: (papers) => treesOf(nodes, papers),
  };
}

function treesOf(nodes: ReadonlyMap<string, Node>, papers: readonly MatrixPaper[]): Spread[] {
  const members = new Map<string, Node[]>();
  for (const key of nodes.keys()) {
    const root = rootOf(key, nodes);
    const own = nodes.get(key);
    if (own !== undefined) members.set(root, [...(members.get(root) ?? []), own]);
  }
  const spreads = [...members].flatMap(([root, own]): Spread[] => {
    const first = nodes.get(root);
    if (first === undefined || own.length < 2) return [];
    return [spreadOf(first, own, nodes, papers)];
  });
  return spreads
    .sort((a, b) => b.regions - a.regions || b.papers - a.papers || compareRoots(a, b))
    .slice(0, MOST);
}

function compareRoots(a: Spread, b: Spread): number {
  return (
    itemAt(a.steps, 0).paper - itemAt(b.steps, 0).paper ||
    a.sentence - b.sentence ||
    a.start - b.start
  );
}

/** Pairs of a person's own may lead in a ring: it is left where it closes. */
function rootOf(key: string, nodes: ReadonlyMap<string, Node>): string {
  const seen = new Set([key]);
  for (let at = key; ; ) {
    const above = nodes.get(at)?.parent?.key;
    if (above === undefined || seen.has(above)) return at;
    seen.add(above);
    at = above;
  }
}

function spreadOf(
  first: Node,
  members: readonly Node[],
  nodes: ReadonlyMap<string, Node>,
  papers: readonly MatrixPaper[],
): Spread {
  const steps = new Map<number, SpreadStep>();
  for (const { paper, parent } of members) {
    if (paper === first.paper || parent === undefined) continue;
    const from = nodes.get(parent.key)?.paper;
    const known = steps.get(paper);
    // A paper that has the wording twice is one step: that of the closer one.
    if (known !== undefined && known.likeness >= parent.likeness) continue;
    steps.set(paper, { paper, likeness: parent.likeness, ...(from !== undefined && { from }) });
  }
  const date = (step: SpreadStep): string => papers[step.paper]?.date ?? '9';
  const ordered = [...steps.values()].sort(
    (a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0) || a.paper - b.paper,
  );
  const regions = new Set(
    [first.paper, ...steps.keys()].map((paper) => papers[paper]?.region?.code ?? ''),
  );
  return {
    text: '',
    papers: steps.size + 1,
    regions: regions.size,
    steps: [{ paper: first.paper, likeness: 1 }, ...ordered],
    sentence: first.sentence,
    start: first.start,
  };
}
