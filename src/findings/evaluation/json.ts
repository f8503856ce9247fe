import type { EvalJson, MeasureJson } from './schema.js';
import type { EvaluationView, EvalView, MeasureView } from './view.js';

export function evalJson(view: EvalView): EvalJson {
  return {
    schema: 'duibiao.eval/1',
    peer: view.peer ?? null,
    results: view.results.map(resultJson),
    reliability: view.reliability.map(({ genre, pairs, rows, error }) => ({
      genre,
      pairs,
      rows: rows.map((row) => ({ ...row })),
      error,
    })),
    coverage: view.coverage.map(({ links, themes, errors }) => ({
      links,
      themes,
      errors: errors.map(({ theme, gold, predicted, error }) => ({
        theme,
        gold,
        predicted,
        error,
      })),
    })),
  };
}

function resultJson(result: EvaluationView): EvalJson['results'][number] {
  if (result.type === 'themes') {
    const themes = Object.entries(result.score.themes).map(([theme, { any, about }]) => [
      theme,
      { any: measureJson(any), about: measureJson(about) },
    ]);
    return {
      type: 'themes',
      gold: result.gold,
      documents: [...result.documents],
      themes: Object.fromEntries(themes),
      macroF1Any: result.score.macroF1Any,
    };
  }
  if (result.type === 'clauses') {
    const { score, ...named } = result;
    const { missing, coverage, ...figures } = score;
    return { ...named, ...figures, missing: { ...missing }, coverage: { ...coverage } };
  }
  const { mapped, links, sections } = result.score;
  return {
    type: 'alignment',
    gold: result.gold,
    upstream: result.upstream,
    downstream: result.downstream,
    mapped: { ...mapped },
    sentences: links === undefined ? null : measureJson(links.sentences),
    relationAccuracy: links?.relationAccuracy ?? null,
    confusion:
      links === undefined
        ? null
        : Object.fromEntries(
            Object.entries(links.confusion).map(([key, row]) => [key, { ...row }]),
          ),
    local: links === undefined ? null : measureJson(links.local),
    crossing: links === undefined ? null : measureJson(links.crossing),
    manyToMany: links === undefined ? null : measureJson(links.manyToMany),
    reliability: links?.reliability.map((row) => ({ ...row })) ?? null,
    sections: measureJson(sections),
    ...(result.curves !== undefined && {
      reviewCurves: result.curves.map(({ order, points, thirty }) => ({
        order,
        points: points.map((point) => ({ ...point })),
        thirty: thirty === undefined ? null : { ...thirty },
      })),
    }),
  };
}

function measureJson({
  precision,
  recall,
  f1,
  predicted,
  sure,
  possible,
}: MeasureView): MeasureJson {
  return { precision, recall, f1, predicted, sure, possible };
}
