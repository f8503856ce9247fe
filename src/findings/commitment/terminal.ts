import type { CommitmentShift, CommitmentSummary, Theme } from '../../model/index.js';
import type { PlaceOf } from '../../render/index.js';
import { type AnalysisView, aside, decimal, tableOf, titled, wrapped } from '../../render/index.js';

const WORDS = {
  en: {
    head: ['theme', 'mean above', 'mean below', 'stronger', 'weaker', 'same'],
    total: 'all sentences',
    legend:
      'Mean grade of sentences that commit: 4 obligation (必须, 确保), 3 decided action (推进), 2 support (支持), 1 exploration (探索). Shifts count links whose both sides commit.',
    shifts: { stronger: 'stronger', weaker: 'weaker', same: 'same' },
    sentences: 'by the means of the sentences',
    none: 'No link has a commitment on both sides.',
  },
  zh: {
    head: ['主题', '上位平均', '下位平均', '增强', '减弱', '相同'],
    total: '全部句子',
    legend:
      '有力度词的句子的平均等级：4 必须、确保，3 推进、加快，2 支持、鼓励，1 探索、研究。变化只计两方都有力度词的对应。',
    shifts: { stronger: '增强', weaker: '减弱', same: '相同' },
    sentences: '按句子平均',
    none: '没有两方都带力度词的对应。',
  },
} as const;

const SIGNS = { stronger: '↑', weaker: '↓', same: '=' } as const;
const ASCII_SIGNS = { stronger: '^', weaker: 'v', same: '=' } as const;

interface CommitmentOptionsView {
  readonly themes: readonly Theme[];
  readonly placeOf: PlaceOf;
  /** List the shifts too. */
  readonly evidence: boolean;
}

/** Commitment of both sides by theme, how it shifts along links, and on demand each shift with its wording. */
export function renderCommitment(
  pairs: readonly {
    readonly upstream: { readonly name: string };
    readonly downstream: { readonly name: string };
    readonly summary: readonly CommitmentSummary[];
    readonly shifts: readonly CommitmentShift[];
  }[],
  { themes, placeOf, evidence }: CommitmentOptionsView,
  view: AnalysisView,
): string {
  const words = WORDS[view.language];
  const labels = new Map(themes.map(({ id, labels: own }) => [id, own[view.language]]));
  const blocks = pairs.map(({ upstream, downstream, summary, shifts }) => {
    const rows = summary
      .filter((row) => row.upstream.units + row.downstream.units > 0)
      .map((row) => [
        row.theme === 'total' ? words.total : (labels.get(row.theme) ?? row.theme),
        decimal(row.upstream.mean, 2),
        decimal(row.downstream.mean, 2),
        String(row.shifts.stronger),
        String(row.shifts.weaker),
        String(row.shifts.same),
      ]);
    const align = ['left', 'right', 'right', 'right', 'right', 'right'] as const;
    return [
      ...titled(`${upstream.name} → ${downstream.name}`, view),
      tableOf(words.head, rows, view, align).trimEnd(),
      ...(evidence ? shiftLines(shifts, placeOf, view) : []),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n${aside(words.legend, 0, view).join('\n')}\n`;
}

function shiftLines(
  shifts: readonly CommitmentShift[],
  placeOf: PlaceOf,
  view: AnalysisView,
): string[] {
  const words = WORDS[view.language];
  if (shifts.length === 0) return ['', words.none];
  const signs = view.ascii ? ASCII_SIGNS : SIGNS;
  const sentence = (unit: string): string[] =>
    wrapped(`${view.addressOf(unit)}  ${placeOf(unit)?.unit.text ?? ''}`, 2, view);
  return shifts.flatMap((shift) => {
    const differing = shift.clauses.filter((own) => own.upstream.grade !== own.downstream.grade);
    const telling = differing.length > 0 ? differing : shift.clauses;
    const clauses = telling.map(
      ({ upstream, downstream }) =>
        `${upstream.word} ${upstream.grade} → ${downstream.word} ${downstream.grade}`,
    );
    const how = clauses.length > 0 ? clauses.join(' · ') : words.sentences;
    return [
      '',
      ...wrapped(`${signs[shift.shift]} ${words.shifts[shift.shift]}  ${how}`, 0, view),
      ...shift.upstream.flatMap(sentence),
      ...shift.downstream.flatMap(sentence),
    ];
  });
}
