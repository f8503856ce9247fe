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
import type { AlignmentScoreView, EvalView, MeasureView, ThemesScoreView } from './view.js';

const WORDS = {
  en: {
    head: ['', 'precision', 'recall', 'F1', 'found', 'sure', 'possible'],
    rows: {
      sentences: 'sentence links',
      crossing: 'crossing links',
      manyToMany: 'm:n links',
      local: 'no counterpart',
      sections: 'section links',
    },
    mapped: (up: string, down: string) =>
      `Sentences found in the annotated text: ${up} above, ${down} below.`,
    accuracy: (share: string) => `Relations right on the links found: ${share}`,
    confusion: 'annotated ↓ given →',
    reliability: ['score', 'links', 'mean score', 'right'],
    theme: 'theme',
    any: 'grade 1 or 2',
    about: 'grade 2',
    macro: (f1: string) => `Macro F1 over the themes (grade 1 or 2): ${f1}`,
    coverage: 'Coverage by theme, annotated against found',
    coverageHead: ['theme', 'annotated', 'found', 'error'],
    peer: (path: string) => `Scored: ${path}`,
    legend:
      'A link found is right if an annotator has it; a sure link, which enough annotators have, is to be found.',
  },
  zh: {
    head: ['', '精确率', '召回率', 'F1', '找到', '确定', '可能'],
    rows: {
      sentences: '句子对应',
      crossing: '交叉对应',
      manyToMany: '多对多',
      local: '无对应',
      sections: '章节对应',
    },
    mapped: (up: string, down: string) => `在标注文本中找到的句子：上位 ${up}，下位 ${down}。`,
    accuracy: (share: string) => `找到的对应中关系判断正确：${share}`,
    confusion: '标注 ↓ 判断 →',
    reliability: ['分值', '对应数', '平均分', '正确率'],
    theme: '主题',
    any: '1 级或 2 级',
    about: '2 级',
    macro: (f1: string) => `各主题宏平均 F1（1 级或 2 级）：${f1}`,
    coverage: '各主题承接率：标注与程序所得',
    coverageHead: ['主题', '标注', '程序', '误差'],
    peer: (path: string) => `评测对象：${path}`,
    legend: '找到的对应只要有一位标注者认可即为正确；达到规定人数认可的为“确定”，应当找到。',
  },
} as const;

const RIGHT = ['left', 'right', 'right', 'right', 'right', 'right', 'right'] as const;
const RELATIONS = ['verbatim', 'adapted', 'paraphrased'] as const;

/** Scores of each gold file, then how far coverage by theme is off. */
export function renderEval(evaluation: EvalView, view: AnalysisView): string {
  const words = WORDS[view.language];
  const blocks = evaluation.results.map((result) =>
    [
      ...titled(
        result.type === 'alignment'
          ? `${result.upstream} → ${result.downstream} · ${result.gold}`
          : `${result.documents.join(', ')} · ${result.gold}`,
        view,
      ),
      ...(result.type === 'alignment'
        ? alignmentBlock(result.score, view)
        : themesBlock(result.score, view)),
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
  const peer =
    evaluation.peer === undefined ? [] : [wrapped(words.peer(evaluation.peer), 0, view).join('\n')];
  return `${[...peer, ...blocks, ...coverage, aside(words.legend, 0, view).join('\n')].join('\n\n')}\n`;
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
  const words = WORDS[view.language];
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
          ...wrapped(words.accuracy(decimal(links.relationAccuracy)), 0, view),
          confusionTable(links.confusion, view),
          reliabilityTable(links.reliability, view),
        ]),
    ...aside(words.mapped(percent(mapped.upstream), percent(mapped.downstream)), 0, view),
  ];
}

function confusionTable(
  confusion: NonNullable<AlignmentScoreView['links']>['confusion'],
  view: AnalysisView,
): string {
  const { relations } = COMPARE_WORDS[view.language];
  const head = [WORDS[view.language].confusion, ...RELATIONS.map((each) => relations[each])];
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
  return tableOf(WORDS[view.language].reliability, rows, view, RIGHT).trimEnd();
}

function themesBlock({ themes, macroF1Any }: ThemesScoreView, view: AnalysisView): string[] {
  const words = WORDS[view.language];
  const rows = Object.entries(themes).flatMap(([theme, { any, about }]) => [
    measureRow(`${theme} · ${words.any}`, any),
    measureRow(`${theme} · ${words.about}`, about),
  ]);
  return [
    tableOf([words.theme, ...words.head.slice(1)], rows, view, RIGHT).trimEnd(),
    ...wrapped(words.macro(decimal(macroF1Any)), 0, view),
  ];
}
