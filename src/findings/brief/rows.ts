import { BRIEF_LISTS, type Brief } from '../../model/index.js';
import { type PlaceOf, placeCells, placeColumns, type RowTable } from '../../render/index.js';
import { rounded } from '../../text/index.js';

/** `duibiao.brief-rows/1`: one row for each entry, list by list, in order of weight. */
export function briefRows(brief: Brief, placeOf: PlaceOf): RowTable {
  const pair = `${brief.upstream.name} → ${brief.downstream.name}`;
  return {
    schema: 'duibiao.brief-rows/1',
    columns: [
      ...[
        'pair',
        'list',
        'rank',
        'weight',
        'theme',
        'part',
        'from',
        'to',
        'relation',
        'decided',
        'elsewhere',
        'ids',
      ],
      ...placeColumns(),
    ],
    rows: BRIEF_LISTS.flatMap((list) =>
      brief.lists[list].map((entry, at) => ({
        pair,
        list,
        rank: at + 1,
        weight: rounded(entry.weight),
        theme: entry.theme ?? '',
        part: entry.text,
        from: entry.change?.from ?? '',
        to: entry.change?.to ?? '',
        relation: entry.relation ?? '',
        decided: entry.decided ?? false,
        elsewhere: entry.elsewhere ?? [],
        ids: entry.ids,
        ...placeCells([entry.unit], placeOf),
      })),
    ),
  };
}
