import { spanPrinter } from '../../render/index.js';
import { rounded } from '../../text/index.js';
import type { FoundView } from './found.js';
import type { FindJson } from './schema.js';

export function findJson({ text, places, papers, left }: FoundView): FindJson {
  return {
    schema: 'duibiao.find/1',
    text,
    papers,
    left: [...left],
    places: places.map(({ path, document, unit, relation, score }, i) => {
      const { id, title, level, region, date } = document.head;
      return {
        rank: i + 1,
        document: {
          ...{ id, title, path, level: level ?? null, region: region?.code ?? null },
          date: date ?? null,
        },
        unit: unit.id,
        section: unit.section ?? null,
        text: unit.text,
        span: spanPrinter(document.source)(unit.span),
        relation,
        score: rounded(score),
      };
    }),
  };
}
