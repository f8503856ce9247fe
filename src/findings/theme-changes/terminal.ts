import type { ThemeChange, ThemeChangeUnit, ThemeDiagnosis } from '../../model/index.js';
import { type AnalysisView, aside, titled, wrapped } from '../../render/index.js';
import { inkOf } from '../../text/index.js';
import { labelOf } from './label.js';

const WORDS = {
  en: {
    none: 'No theme file differs.',
    counts: (before: number, after: number) => `${before} → ${after} sentences`,
    same: 'No sentence changes.',
    idle: 'Never found here',
    overlap: (first: string, second: string, share: number) =>
      `${first} and ${second} share ${share}% of their sentences.`,
    grade: (before: number, after: number) => `grade ${before} → ${after}`,
  },
  zh: {
    none: '主题文件没有改动。',
    counts: (before: number, after: number) => `${before} → ${after} 句`,
    same: '没有句子变化。',
    idle: '在这些文件中从未出现',
    overlap: (first: string, second: string, share: number) =>
      `${first} 与 ${second} 有 ${share}% 的句子相同。`,
    grade: (before: number, after: number) => `等级 ${before} → ${after}`,
  },
} as const;

/** Two themes that share half of their sentences may be one. */
const CLOSE = 0.5;

/** What edits of themes add `+`, lose `-` and grade anew `~`, then which of their entries do nothing. */
export function renderThemeChanges(
  changes: readonly ThemeChange[],
  diagnosis: ThemeDiagnosis,
  view: AnalysisView,
): string {
  const words = WORDS[view.language];
  if (changes.length === 0) return `${words.none}\n`;
  const out = changes.flatMap((change) => [
    ...changeLines(change, view),
    ...idleLines(change.theme, diagnosis, view),
    '',
  ]);
  for (const { themes, jaccard } of diagnosis.overlaps)
    if (jaccard >= CLOSE)
      out.push(...aside(words.overlap(themes[0], themes[1], Math.round(jaccard * 100)), 0, view));
  return `${out.join('\n').trimEnd()}\n`;
}

function changeLines(change: ThemeChange, view: AnalysisView): string[] {
  const words = WORDS[view.language];
  const { counts, gained, lost, regraded } = change;
  const signs = `+${gained.length} -${lost.length} ~${regraded.length}`;
  const head = `${change.theme}  ${words.counts(counts.before, counts.after)}  ${signs}`;
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
      ? `${WORDS[view.language].grade(before.grade, after.grade)}  `
      : '';
  return [
    ...wrapped(`${sign} ${view.addressOf(unit.unit)}  ${unit.text}`, 0, view),
    ...wrapped(`${grade}${why}`, 4, view).map((line) => dim(line)),
  ];
}

function idleLines(theme: string, { idle }: ThemeDiagnosis, view: AnalysisView): string[] {
  const own = idle.filter((entry) => entry.theme === theme).map(({ text }) => text);
  if (own.length === 0) return [];
  return aside(`${WORDS[view.language].idle}: ${own.join('、')}`, 0, view);
}
