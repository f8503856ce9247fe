import { COMMITMENT_WORDS } from '../../messages/index.js';
import type { CommitmentShift, CommitmentSummary, Theme } from '../../model/index.js';
import type { PlaceOf } from '../../render/index.js';
import { type AnalysisView, aside, decimal, tableOf, titled, wrapped } from '../../render/index.js';

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
  const words = COMMITMENT_WORDS[view.language];
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
  const words = COMMITMENT_WORDS[view.language];
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
