import type { DocumentStats, DocumentUnits } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import type { StatsJson } from './schema.js';

export function statsJson(
  all: readonly {
    readonly document: DocumentUnits;
    readonly stats: DocumentStats;
    readonly against?: string;
  }[],
): StatsJson {
  return {
    schema: 'duibiao.stats/1',
    documents: all.map(({ document, stats, against }) => ({
      document: documentRef(document),
      against: against ?? null,
      characters: stats.characters,
      sentences: stats.sentences,
      sections: stats.sections,
      chapters: stats.chapters,
      themes: stats.themes.map((theme) => ({
        theme: theme.theme,
        sentences: theme.sentences,
        characters: theme.characters,
        share: rounded(theme.share),
        shareByCharacters: rounded(theme.shareByCharacters),
      })),
      reuse:
        stats.reuse === undefined
          ? null
          : {
              sentences: { ...stats.reuse.sentences },
              characters: { ...stats.reuse.characters },
            },
      distinctive:
        stats.distinctive?.map((term) => ({
          term: term.term,
          count: term.count,
          reference: term.reference,
          g2: rounded(term.g2),
          logRatio: rounded(term.logRatio),
        })) ?? null,
    })),
  };
}
