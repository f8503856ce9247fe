import type { Phrase } from '../../model/index.js';
import { type PlaceOf, placeCells, placeColumns, type RowTable } from '../../render/index.js';
import { rounded } from '../../text/index.js';

/** `duibiao.phrase-rows/1`: one row for each phrase in each document, its variants with their sentences after it. */
export function phraseRows(phrases: readonly Phrase[], placeOf: PlaceOf): RowTable {
  return {
    schema: 'duibiao.phrase-rows/1',
    columns: [
      ...['phrase', 'sources', 'frequency', 'score', 'first', 'level', 'region', 'date', 'status'],
      ...['count', 'variant', 'difference', 'in'],
      ...placeColumns(),
    ],
    rows: phrases.flatMap((phrase) => {
      const own = {
        phrase: phrase.text,
        sources: phrase.sources,
        frequency: phrase.frequency,
        score: rounded(phrase.score),
        first: phrase.first?.unit ?? null,
      };
      return phrase.uses.flatMap((use) => {
        const { document, level = null, region = null, date = null } = use;
        const where = { in: document, level, region, date };
        const varied = use.count === 0 && use.variants.length > 0;
        const wanted = varied
          ? []
          : [
              {
                ...own,
                ...where,
                status: use.status,
                count: use.count,
                variant: null,
                difference: null,
                ...placeCells(use.units, placeOf),
              },
            ];
        return [
          ...wanted,
          ...use.variants.map((variant) => ({
            ...own,
            ...where,
            status: 'variant',
            count: variant.units.length,
            variant: variant.text,
            difference: variant.kind,
            ...placeCells(variant.units, placeOf),
          })),
        ];
      });
    }),
  };
}
