import type { MatrixPaper, MatrixRow } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { lagDays } from './lag.js';
import type { MatrixJson, MatrixLinkJson } from './schema.js';

/** One pair as a line of NDJSON. */
export function matrixJson({ upstream, downstream, figures }: MatrixRow): MatrixJson {
  const { clauses, carried, clausesBelow, taken } = figures;
  return {
    schema: 'duibiao.matrix/1',
    upstream: paperJson(upstream, figures.doubtsAbove),
    downstream: paperJson(downstream, figures.doubtsBelow),
    lagDays: lagDays(upstream.date, downstream.date) ?? null,
    clauses,
    carried,
    coverage: shareOf(carried, clauses),
    expectedError: figures.error,
    downstreamClauses: clausesBelow,
    downstreamCarried: taken,
    taken: shareOf(taken, clausesBelow),
    verbatim: figures.verbatim,
    adapted: figures.adapted,
    paraphrased: figures.paraphrased,
    doubtful: figures.doubtful,
    targetsRaised: figures.raised,
    targetsLowered: figures.lowered,
    deadlinesEarlier: figures.earlier,
    deadlinesLater: figures.later,
    themes: Object.entries(figures.themes).map(([theme, own]) => ({
      theme,
      clauses: own.clauses,
      carried: own.carried,
      coverage: shareOf(own.carried, own.clauses),
    })),
  };
}

function paperJson(
  { id, path, title, level, region, kind, date }: MatrixPaper,
  doubts: MatrixRow['figures']['doubtsAbove'],
): MatrixJson['upstream'] {
  return {
    ...{ id, path, title },
    level: level ?? null,
    region: region?.code ?? null,
    kind,
    date: date ?? null,
    doubts: [...doubts],
  };
}

function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : rounded(part / all);
}

/** The links of one pair as lines of NDJSON. */
export function matrixLinksJson({ upstream, downstream, links = [] }: MatrixRow): MatrixLinkJson[] {
  return links.map((link) => ({
    schema: 'duibiao.matrix-link/1',
    upstream: upstream.id,
    downstream: downstream.id,
    upstreamUnit: link.upstream,
    downstreamUnit: link.downstream,
    upstreamSection: link.sectionAbove,
    downstreamSection: link.sectionBelow,
    relation: link.relation,
    score: link.score,
    doubtful: link.doubtful,
    upstreamText: link.textAbove,
    downstreamText: link.textBelow,
  }));
}
