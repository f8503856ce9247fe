import { changeLines } from '../../../findings/index.js';
import { CHECK_WORDS } from '../../../messages/index.js';
import type { CoverageShift, CoverageStep, YardstickChange } from '../../../model/index.js';
import { percent } from '../../../text/index.js';
import { type AnalysisView, aside, titled, wrapped } from '../../index.js';

/** What is measured otherwise than before, and the sentences that themes gained and lost by it. */
export function yardstickLines(change: YardstickChange, view: AnalysisView): string[] {
  const words = CHECK_WORDS[view.language];
  const parts = change.parts.map(({ kind, name, path, change: how }) => {
    const shown = kind === 'theme' ? `${name} (${path})` : kind === 'engine' ? name : path;
    return wrapped(`${SIGNS[how]} ${words.parts[kind]} ${shown}`, 2, view);
  });
  const moved = change.themes.filter(
    ({ gained, lost, regraded }) => gained.length + lost.length + regraded.length > 0,
  );
  return [
    ...titled(words.yardstick, view),
    ...parts.flat(),
    ...(change.themes.length === 0 ? aside(words.askGit, 2, view) : []),
    '',
    ...moved.flatMap((theme) => [...changeLines(theme, view), '']),
  ];
}

const SIGNS = { added: '+', edited: '~', removed: '-' } as const;

/** Coverage that moved: in one line, or where the yardstick changed under the old one and the new one. */
export function coverageLines(shifts: readonly CoverageShift[], view: AnalysisView): string[] {
  const words = CHECK_WORDS[view.language];
  const arrow = view.ascii ? '->' : '→';
  const isStill = ({ before, after }: CoverageStep) => before === undefined || before === after;
  const changed = shifts.filter(
    ({ measured, ...step }) =>
      !isStill(step) ||
      (measured !== undefined && (!isStill(measured.old) || !isStill(measured.new))),
  );
  if (changed.length === 0) return [];
  const step = ({ before, after }: CoverageStep) => `${share(before)} ${arrow} ${share(after)}`;
  return [
    ...titled(words.coverage, view),
    ...changed.flatMap(({ upstream, downstream, theme, measured, ...own }) => [
      `  ${upstream} ${arrow} ${downstream}  ${theme}  ${step(own)}`,
      ...(measured === undefined
        ? []
        : wrapped(words.measured({ old: step(measured.old), new: step(measured.new) }), 4, view)),
    ]),
    '',
  ];
}

function share(value: number | undefined): string {
  return value === undefined ? '-' : percent(value, 1);
}
