import type { Alignment, CoverageReport, Decision, Side } from '../model/index.js';
import { valueAt } from '../text/index.js';
import { sentencePrint } from './fingerprint.js';
import type { CorpusState, LinkFact, PairFacts, Snapshot } from './types.js';

/** What names a sentence in snapshots: its document and what it says. */
export function unitKey(document: string, print: string): string {
  return `${document}#${print}`;
}

/** An alignment and its coverage by theme, by content: nothing in it changes when sections are renumbered or moved. */
export function pairFacts(alignment: Alignment, report: CoverageReport): PairFacts {
  const keys = new Map([...keysOf(alignment.upstream), ...keysOf(alignment.downstream)]);
  const named = (ids: readonly string[]) => ids.map((id) => valueAt(keys, id)).sort();
  const links = alignment.links.flatMap((link): LinkFact[] => {
    if (link.grain !== 'sentence') return [];
    const { relation } = link;
    return [{ upstream: named(link.upstream), downstream: named(link.downstream), relation }];
  });
  return {
    upstream: sideOf(alignment.upstream),
    downstream: sideOf(alignment.downstream),
    links: links.sort((a, b) => (linkText(a) < linkText(b) ? -1 : 1)),
    coverage: report.rows.map(({ key, upstream, missing, evidence }) => ({
      theme: key,
      units: upstream.units,
      covered: upstream.units - missing,
      members: named([...evidence.covered.map(({ unit }) => unit), ...evidence.missing]),
    })),
    stale: (alignment.staleDecisions ?? []).map(({ decision, side, problem }) => ({
      unit: namedUnit(decision, side),
      problem,
    })),
  };
}

function namedUnit(decision: Decision, side: 'upstream' | 'downstream'): string {
  return side === 'downstream' && 'downstream' in decision
    ? decision.downstream.id
    : decision.upstream.id;
}

function keysOf(side: Side): [id: string, key: string][] {
  return side.documents.flatMap(({ head, sentences }) =>
    sentences.map(({ id, text, markerLength }): [string, string] => [
      id,
      unitKey(head.id, sentencePrint(text, markerLength)),
    ]),
  );
}

function sideOf(side: Side): PairFacts['upstream'] {
  return { name: side.name, documents: side.documents.map(({ head }) => head.id) };
}

function linkText({ upstream, downstream, relation }: LinkFact): string {
  return `${upstream.join(' ')} > ${downstream.join(' ')} ${relation}`;
}

/** What later states are compared with. */
export function snapshotOf(state: CorpusState): Snapshot {
  return {
    documents: state.documents.flatMap(({ id, path, units, only }) => {
      if (id === undefined || units.length === 0) return [];
      const kept = units.map(({ print, text, numbers, size }) => ({
        print,
        text,
        numbers,
        ...(size !== undefined && { size }),
      }));
      return [{ id, path, units: kept, ...(only !== undefined && { only }) }];
    }),
    pairs: state.pairs,
  };
}

export function pairName(pair: Pick<PairFacts, 'upstream' | 'downstream'>): string {
  return `${pair.upstream.name} → ${pair.downstream.name}`;
}

/** Two pairs hold the same links. */
export function sameLinks(a: Pick<PairFacts, 'links'>, b: Pick<PairFacts, 'links'>): boolean {
  const texts = (pair: Pick<PairFacts, 'links'>) => pair.links.map(linkText).sort().join('\n');
  return texts(a) === texts(b);
}
