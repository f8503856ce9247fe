import type { DocumentStats } from '../../model/index.js';
import type { RowTable, TableRow } from '../../render/index.js';
import { rounded } from '../../text/index.js';

/** `duibiao.stats-rows/1`: one row for each figure: `size`, `theme`, `reuse` or `term` of a document. */
export function statsRows(
  stats: readonly { readonly stats: DocumentStats; readonly against?: string }[],
): RowTable {
  return {
    schema: 'duibiao.stats-rows/1',
    columns: [
      ...['document', 'level', 'against', 'type', 'name'],
      ...['sentences', 'characters', 'sections', 'chapters', 'share', 'shareByCharacters'],
      ...['count', 'reference', 'g2', 'logRatio'],
    ],
    rows: stats.flatMap(({ stats: own, against }) => {
      const base = { document: own.document, level: own.level ?? null, against: against ?? null };
      return [
        {
          ...base,
          type: 'size',
          sentences: own.sentences,
          characters: own.characters,
          sections: own.sections,
          chapters: own.chapters,
        },
        ...own.themes.map((theme) => ({
          ...base,
          type: 'theme',
          name: theme.theme,
          sentences: theme.sentences,
          characters: theme.characters,
          share: rounded(theme.share),
          shareByCharacters: rounded(theme.shareByCharacters),
        })),
        ...reuseRows(own).map((row) => ({ ...base, ...row })),
        ...(own.distinctive ?? []).map((term) => ({
          ...base,
          type: 'term',
          name: term.term,
          count: term.count,
          reference: term.reference,
          g2: rounded(term.g2),
          logRatio: rounded(term.logRatio),
        })),
      ];
    }),
  };
}

function reuseRows({ reuse, sentences, characters }: DocumentStats): TableRow[] {
  if (reuse === undefined) return [];
  return (['verbatim', 'adapted', 'paraphrased', 'local'] as const).map((relation) => ({
    type: 'reuse',
    name: relation,
    sentences: reuse.sentences[relation],
    characters: reuse.characters[relation],
    share: rounded(reuse.sentences[relation] / Math.max(1, sentences)),
    shareByCharacters: rounded(reuse.characters[relation] / Math.max(1, characters)),
  }));
}
