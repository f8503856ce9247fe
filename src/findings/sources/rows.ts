import type { RowTable } from '../../render/index.js';
import { rounded } from '../../text/index.js';
import { type SourcesView, sentenceTexts } from './view.js';

/** `duibiao.sources-rows/1`: a row a source, then a row for each of its passages. */
export function sourcesRows({ side, sources }: SourcesView): RowTable {
  const own = sentenceTexts(side.documents);
  return {
    schema: 'duibiao.sources-rows/1',
    columns: [
      ...['document', 'type', 'rank', 'source', 'title', 'path', 'level', 'region', 'date'],
      ...['share', 'clauses', 'found', 'relation', 'score'],
      ...['upstream', 'downstream', 'upstreamText', 'downstreamText'],
    ],
    rows: sources.flatMap(({ path, document, share, clauses, found, passages }, i) => {
      const { id, title, level, region, date } = document.head;
      const base = {
        document: side.name,
        ...{ rank: i + 1, source: id, title, path },
        ...{ level: level ?? null, region: region?.code ?? null, date: date ?? null },
      };
      const above = sentenceTexts([document]);
      return [
        { ...base, type: 'source', share: rounded(share), clauses, found: rounded(found) },
        ...passages.map(({ upstream, downstream, relation, score }) => ({
          ...base,
          type: 'passage',
          relation,
          score: rounded(score),
          upstream: upstream.join(' '),
          downstream: downstream.join(' '),
          upstreamText: above(upstream),
          downstreamText: own(downstream),
        })),
      ];
    }),
  };
}
