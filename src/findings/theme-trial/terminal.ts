import { THEME_TRIAL_WORDS } from '../../messages/index.js';
import type { ThemeAnswer, ThemeEdit, ThemeOverlap, ThemeTrial } from '../../model/index.js';
import { type AnalysisView, aside, decimal, tableOf, titled, wrapped } from '../../render/index.js';
import { inkOf, percent } from '../../text/index.js';

interface Fit {
  readonly answers: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

/** What trying a theme found, as `tryThemeOf` gives it. */
interface Trial {
  readonly theme: { readonly id: string };
  readonly sentences: readonly ThemeTrial[];
  readonly fit: Fit;
  readonly before?: Fit;
  readonly edits: readonly ThemeEdit[];
  readonly open: readonly ThemeAnswer[];
  readonly overlaps: readonly ThemeOverlap[];
  readonly years: readonly { year: string; labelled: number; sentences: number }[];
}

/** Themes listed as near. */
const NEAREST = 3;

/** A theme's sentences, doubtful ones first, `+` in it and `?` just outside; then its fit, neighbours and years. */
export function renderThemeTrial(trial: Trial, most: number, view: AnalysisView): string {
  const words = THEME_TRIAL_WORDS[view.language];
  const { sentences, theme } = trial;
  const inside = sentences.filter(({ labelled }) => labelled).length;
  const counts = words.counts({ labelled: inside, near: sentences.length - inside });
  const rest = sentences.length - most;
  return `${[
    ...editLines(trial, view),
    ...titled(`${theme.id}  ${counts}`, view),
    ...sentences.slice(0, most).flatMap((sentence) => sentenceLines(sentence, view)),
    ...(rest > 0 ? aside(words.more({ rest }), 0, view) : []),
    '',
    ...fitLines(trial, view),
    ...nearLines(trial, view),
    ...yearLines(trial, view),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function editLines({ edits, open }: Trial, view: AnalysisView): string[] {
  const words = THEME_TRIAL_WORDS[view.language];
  const lines = [
    ...edits.map((edit) =>
      edit.kind === 'exclusion'
        ? words.excluded({ text: edit.text })
        : edit.to === undefined
          ? words.struck({ text: edit.text })
          : words.weighed({ text: edit.text, from: edit.from, to: edit.to }),
    ),
    ...open.map(({ text, yes }) => (yes ? words.openYes({ text }) : words.openNo({ text }))),
  ];
  if (lines.length === 0) return [];
  return [...titled(words.taken, view), ...lines.flatMap((line) => wrapped(line, 2, view)), ''];
}

function sentenceLines(
  { unit, text, labelled, evidence }: ThemeTrial,
  view: AnalysisView,
): string[] {
  const { dim } = inkOf(view.color);
  return [
    ...wrapped(`${labelled ? '+' : '?'} ${view.addressOf(unit)}  ${text}`, 0, view),
    ...wrapped(evidence.join(' · '), 4, view).map((line) => dim(line)),
  ];
}

function fitLines({ fit, before }: Trial, view: AnalysisView): string[] {
  const words = THEME_TRIAL_WORDS[view.language];
  if (fit.answers === 0) return wrapped(words.noAnswers, 0, view);
  const show = (value: number | undefined) => (value === undefined ? '-' : decimal(value, 2));
  const line = words.fit({
    answers: fit.answers,
    f1: before === undefined ? show(fit.f1) : `${show(before.f1)} → ${show(fit.f1)}`,
    precision: show(fit.precision),
    recall: show(fit.recall),
  });
  return wrapped(line, 0, view);
}

function nearLines({ overlaps, theme }: Trial, view: AnalysisView): string[] {
  const words = THEME_TRIAL_WORDS[view.language];
  const most = [...overlaps].sort((a, b) => b.both - a.both);
  const near = most.slice(0, NEAREST).map(({ themes, both, onlyFirst, onlySecond }) => {
    const other = themes.find((id) => id !== theme.id) ?? theme.id;
    const own = both + (themes[0] === theme.id ? onlyFirst : onlySecond);
    return `${other} ${both} (${percent(both / Math.max(1, own))})`;
  });
  return near.length === 0 ? [] : wrapped(`${words.overlap} ${near.join('、')}`, 0, view);
}

function yearLines({ years }: Trial, view: AnalysisView): string[] {
  const words = THEME_TRIAL_WORDS[view.language];
  if (years.length < 2) return [];
  const rows = years.map(({ year, labelled, sentences }) => [
    year,
    String(labelled),
    String(sentences),
    percent(labelled / Math.max(1, sentences), 1),
  ]);
  return ['', tableOf(words.years, rows, view, ['left', 'right', 'right', 'right'])];
}
