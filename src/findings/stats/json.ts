import type { DocumentStats, DocumentUnits } from '../../model/index.js';
import { rounded } from '../../render/index.js';
import { type DocumentRefJsonV1, documentRef } from '../alignment/units.js';

interface ReuseJsonV1 {
  verbatim: number;
  adapted: number;
  paraphrased: number;
  local: number;
}

/** `duibiao.stats/1`, see the published schema. */
export interface StatsJsonV1 {
  schema: 'duibiao.stats/1';
  documents: {
    document: DocumentRefJsonV1;
    /** What reuse and distinctive terms are measured against. */
    against: string | null;
    characters: number;
    sentences: number;
    sections: number;
    chapters: number;
    themes: {
      theme: string;
      sentences: number;
      characters: number;
      share: number;
      shareByCharacters: number;
    }[];
    reuse: { sentences: ReuseJsonV1; characters: ReuseJsonV1 } | null;
    distinctive:
      | { term: string; count: number; reference: number; g2: number; logRatio: number }[]
      | null;
  }[];
}

export function statsJson(
  all: readonly {
    readonly document: DocumentUnits;
    readonly stats: DocumentStats;
    readonly against?: string;
  }[],
): StatsJsonV1 {
  return {
    schema: 'duibiao.stats/1',
    documents: all.map(({ document, stats, against }) => ({
      document: documentRef(document.head, document.source?.path),
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
