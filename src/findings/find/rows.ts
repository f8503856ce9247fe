import { type RowTable, spanPrinter } from '../../render/index.js';
import { rounded } from '../../text/index.js';
import type { FoundView } from './found.js';

/** `duibiao.find-rows/1`: a row a place. */
export function findRows({ places }: FoundView): RowTable {
  return {
    schema: 'duibiao.find-rows/1',
    columns: [
      ...['rank', 'score', 'relation', 'document', 'title', 'path', 'level', 'region', 'date'],
      ...['unit', 'lines', 'text'],
    ],
    rows: places.map(({ path, document, unit, relation, score }, i) => {
      const { id, title, level, region, date } = document.head;
      return {
        ...{ rank: i + 1, score: rounded(score), relation, document: id, title, path },
        ...{ level: level ?? null, region: region?.code ?? null, date: date ?? null },
        unit: unit.id,
        lines: spanPrinter(document.source)(unit.span).lines.join('-'),
        text: unit.text,
      };
    }),
  };
}
