import { rounded } from '../../text/index.js';
import type { SourcesJson } from './schema.js';
import { type SourcesView, sentenceTexts } from './view.js';

export function sourcesJson({ side, sources, papers, left }: SourcesView): SourcesJson {
  const own = sentenceTexts(side.documents);
  const [first] = side.documents;
  return {
    schema: 'duibiao.sources/1',
    document: {
      id: side.documents.length === 1 && first !== undefined ? first.head.id : side.name,
      path: first?.source?.path ?? null,
    },
    papers,
    left: [...left],
    sources: sources.map(({ path, document, share, clauses, found, passages }, i) => {
      const { id, title, level, region, date } = document.head;
      const above = sentenceTexts([document]);
      return {
        rank: i + 1,
        document: {
          ...{ id, title, path, level: level ?? null, region: region?.code ?? null },
          date: date ?? null,
        },
        share: rounded(share),
        clauses,
        found: rounded(found),
        passages: passages.map(({ upstream, downstream, relation, score }) => ({
          upstream: [...upstream],
          downstream: [...downstream],
          relation,
          score: rounded(score),
          upstreamText: above(upstream),
          downstreamText: own(downstream),
        })),
      };
    }),
  };
}
