import { EVALUATION_WORDS, termIn } from '../../messages/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  decimal,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import { percent } from '../../text/index.js';
import type {
  AlignmentScoreView,
  ClauseScoreView,
  EvaluationView,
  EvalView,
  MeasureView,
  ReviewCurve,
  ThemesScoreView,
} from './view.js';

const RIGHT = ['left', 'right', 'right', 'right', 'right', 'right', 'right'] as const;
const RELATIONS = ['verbatim', 'adapted', 'paraphrased'] as const;

/** Scores of each gold file, then how far coverage by theme is off. */
export function renderEval(evaluation: EvalView, view: AnalysisView): string {
  const words = EVALUATION_WORDS[view.language];
  const blocks = evaluation.results.map((result) =>
    [
      ...titled(
        result.type === 'themes'
          ? `${result.documents.join(', ')} · ${result.gold}`
          : `${result.upstream} → ${result.downstream} · ${result.gold}`,
        view,
      ),
      ...blockOf(result, view),
    ].join('\n'),
  );
  const coverage = evaluation.coverage.map(({ links, themes, errors }) => {
    const rows = errors.map(({ theme, gold, predicted, error }) => [
      theme,
      percent(gold),
      percent(predicted),
      decimal(error),
    ]);
    return [
      ...titled(`${words.coverage} · ${links} · ${themes}`, view),
      tableOf(words.coverageHead, rows, view, RIGHT).trimEnd(),
    ].join('\n');
  });
  const reliability = evaluation.reliability.map(({ genre, pairs, rows, error }) =>
    [
      ...titled(words.byGenre({ genre: termIn(genre, view.language), pairs }), view),
      reliabilityTable(rows, view),
      ...aside(words.calibration({ error: decimal(error) }), 0, view),
    ].join('\n'),
  );
  const peer =
    evaluation.peer === undefined
      ? []
      : [wrapped(words.peer({ path: evaluation.peer }), 0, view).join('\n')];
  return `${[...peer, ...blocks, ...reliability, ...coverage, aside(words.legend, 0, view).join('\n')].join('\n\n')}\n`;
}

function blockOf(result: EvaluationView, view: AnalysisView): string[] {
  switch (result.type) {
    case 'alignment':
      return [
        ...alignmentBlock(result.score, view),
        ...(result.curves === undefined ? [] : curveTable(result.curves, view)),
      ];
    case 'themes':
      return themesBlock(result.score, view);
    case 'clauses':
      return clausesBlock(result.score, view);
  }
}

function clausesBlock(
  { mapped, clauses, accuracy, missing, coverage }: ClauseScoreView,
  view: AnalysisView,
): string[] {
  const words = EVALUATION_WORDS[view.language];
  const measures = [missing.precision, missing.recall, missing.f1].map((value) => decimal(value));
  const head = words.head.slice(0, measures.length + 1);
  return [
    tableOf(head, [[words.missing, ...measures]], view, RIGHT).trimEnd(),
    ...wrapped(words.clauses({ count: clauses, share: decimal(accuracy) }), 0, view),
    ...wrapped(
      words.byClause({
        gold: percent(coverage.gold),
        found: percent(coverage.predicted),
        error: decimal(coverage.error),
      }),
      0,
      view,
    ),
    ...aside(words.mappedClauses({ share: percent(mapped) }), 0, view),
  ];
}

function measureRow(name: string, measure: MeasureView): string[] {
  return [
    name,
    decimal(measure.precision),
    decimal(measure.recall),
    decimal(measure.f1),
    String(measure.predicted),
    String(measure.sure),
    String(measure.possible),
  ];
}

function alignmentBlock(
  { mapped, links, sections }: AlignmentScoreView,
  view: AnalysisView,
): string[] {
  const words = EVALUATION_WORDS[view.language];
  const measures =
    links === undefined
      ? []
      : (['sentences', 'crossing', 'manyToMany', 'local'] as const).map((key) =>
          measureRow(words.rows[key], links[key]),
        );
  const rows = [...measures, measureRow(words.rows.sections, sections)];
  return [
    tableOf(words.head, rows, view, RIGHT).trimEnd(),
    ...(links === undefined
      ? []
      : [
          ...wrapped(words.accuracy({ share: decimal(links.relationAccuracy) }), 0, view),
          confusionTable(links.confusion, view),
          reliabilityTable(links.reliability, view),
        ]),
    ...aside(
      words.mapped({ up: percent(mapped.upstream), down: percent(mapped.downstream) }),
      0,
      view,
    ),
  ];
}

function confusionTable(
  confusion: NonNullable<AlignmentScoreView['links']>['confusion'],
  view: AnalysisView,
): string {
  const { relations } = COMPARE_WORDS[view.language];
  const head = [
    EVALUATION_WORDS[view.language].confusion,
    ...RELATIONS.map((each) => relations[each]),
  ];
  const rows = RELATIONS.map((annotated) => [
    relations[annotated],
    ...RELATIONS.map((given) => String(confusion[annotated]?.[given] ?? 0)),
  ]);
  return tableOf(head, rows, view, RIGHT).trimEnd();
}

function reliabilityTable(
  reliability: NonNullable<AlignmentScoreView['links']>['reliability'],
  view: AnalysisView,
): string {
  if (reliability.length === 0) return '';
  const rows = reliability.map(({ from, to, links, meanScore, right }) => [
    `${decimal(from, 2)}–${decimal(to, 2)}`,
    String(links),
    decimal(meanScore),
    decimal(right),
  ]);
  return tableOf(EVALUATION_WORDS[view.language].reliability, rows, view, RIGHT).trimEnd();
}

function curveTable(curves: readonly ReviewCurve[], view: AnalysisView): string[] {
  const words = EVALUATION_WORDS[view.language];
  const decisions = (curves[0]?.points ?? []).map((point) => String(point.decisions));
  const scores = curves.map(({ order, points }) => [
    words.orders[order],
    ...points.map(({ f1 }) => decimal(f1)),
  ]);
  const times = curves.map(({ order, points, thirty }) => [
    words.orders[order],
    ...points.map(({ mended, minutes }) => `${mended} · ${decimal(minutes, 1)}`),
    thirty === undefined ? '–' : `${thirty.decisions} · ${decimal(thirty.minutes, 1)}`,
  ]);
  return [
    tableOf([words.curve, ...decisions], scores, view, RIGHT).trimEnd(),
    '',
    tableOf([words.time, ...decisions, words.thirty], times, view, RIGHT).trimEnd(),
  ];
}

function themesBlock({ themes, macroF1Any }: ThemesScoreView, view: AnalysisView): string[] {
  const words = EVALUATION_WORDS[view.language];
  const rows = Object.entries(themes).flatMap(([theme, { any, about }]) => [
    measureRow(`${theme} · ${words.any}`, any),
    measureRow(`${theme} · ${words.about}`, about),
  ]);
  return [
    tableOf([words.theme, ...words.head.slice(1)], rows, view, RIGHT).trimEnd(),
    ...wrapped(words.macro({ f1: decimal(macroF1Any) }), 0, view),
  ];
}
