import type { Brief, BriefEntry } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import type { BriefJson } from './schema.js';

export function briefJson(brief: Brief): BriefJson {
  const side = ({ name, documents }: Brief['upstream']): BriefJson['upstream'] => ({
    name,
    documents: documents.map(documentRef),
  });
  const { missing, weakened, lowered, postponed, local, doubtful } = brief.lists;
  return {
    schema: 'duibiao.brief/1',
    upstream: side(brief.upstream),
    downstream: side(brief.downstream),
    coverage: roundedOrNull(brief.coverage),
    expectedError: roundedOrNull(brief.expectedError),
    themes: brief.themes.map(({ theme, coverage, missing: count, weight }) => ({
      theme,
      coverage: roundedOrNull(coverage),
      missing: count,
      weight: rounded(weight),
    })),
    missing: missing.map(entryJson),
    weakened: weakened.map(entryJson),
    lowered: lowered.map(entryJson),
    postponed: postponed.map(entryJson),
    local: local.map(entryJson),
    doubtful: doubtful.map(entryJson),
  };
}

function roundedOrNull(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value);
}

function entryJson(entry: BriefEntry): BriefJson['missing'][number] {
  const { unit, start, end, text, theme, weight, ids, change, relation, decided, elsewhere } =
    entry;
  return {
    unit,
    start,
    end,
    text,
    theme: theme ?? null,
    weight: rounded(weight),
    ids: [...ids],
    change: change ?? null,
    relation: relation ?? null,
    ...(decided === true && { decided }),
    ...(elsewhere !== undefined && { elsewhere: [...elsewhere] }),
  };
}
