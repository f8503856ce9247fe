import { THEME_CHANGES_WORDS } from '../../messages/index.js';
import type { ThemeChange, ThemeChangeUnit, ThemeDiagnosis } from '../../model/index.js';
import { type AnalysisView, aside, titled, wrapped } from '../../render/index.js';
import { inkOf } from '../../text/index.js';
import { labelOf } from './label.js';

/** Two themes that share half of their sentences may be one. */
const CLOSE = 0.5;

/** What edits of themes add `+`, lose `-` and grade anew `~`, then which of their entries do nothing. */
export function renderThemeChanges(
  changes: readonly ThemeChange[],
  diagnosis: ThemeDiagnosis,
  view: AnalysisView,
): string {
  const words = THEME_CHANGES_WORDS[view.language];
  if (changes.length === 0) return `${words.none}\n`;
  const out = changes.flatMap((change) => [
    ...changeLines(change, view),
    ...idleLines(change.theme, diagnosis, view),
    '',
  ]);
  for (const { themes, jaccard } of diagnosis.overlaps)
    if (jaccard >= CLOSE)
      out.push(
        ...aside(
          words.overlap({ first: themes[0], second: themes[1], share: Math.round(jaccard * 100) }),
          0,
          view,
        ),
      );
  return `${out.join('\n').trimEnd()}\n`;
}

/** One theme: how many sentences it had and has, then each that it gains, loses and grades anew. */
export function changeLines(change: ThemeChange, view: AnalysisView): string[] {
  const words = THEME_CHANGES_WORDS[view.language];
  const { counts, gained, lost, regraded } = change;
  const signs = `+${gained.length} -${lost.length} ~${regraded.length}`;
  const head = `${change.theme}  ${words.counts({ before: counts.before, after: counts.after })}  ${signs}`;
  const units = [
    ...gained.map((unit) => unitLines('+', unit, view)),
    ...lost.map((unit) => unitLines('-', unit, view)),
    ...regraded.map((unit) => unitLines('~', unit, view)),
  ].flat();
  return [...titled(head, view), ...(units.length > 0 ? units : aside(words.same, 2, view))];
}

function unitLines(sign: '+' | '-' | '~', unit: ThemeChangeUnit, view: AnalysisView): string[] {
  const { dim } = inkOf(view.color);
  const { before, after } = unit;
  const why = labelOf(unit).evidence.join(' · ');
  const grade =
    before !== undefined && after !== undefined
      ? `${THEME_CHANGES_WORDS[view.language].grade({ before: before.grade, after: after.grade })}  `
      : '';
  return [
    ...wrapped(`${sign} ${view.addressOf(unit.unit)}  ${unit.text}`, 0, view),
    ...wrapped(`${grade}${why}`, 4, view).map((line) => dim(line)),
  ];
}

function idleLines(theme: string, { idle }: ThemeDiagnosis, view: AnalysisView): string[] {
  const own = idle.filter((entry) => entry.theme === theme).map(({ text }) => text);
  if (own.length === 0) return [];
  return aside(`${THEME_CHANGES_WORDS[view.language].idle}: ${own.join('、')}`, 0, view);
}
