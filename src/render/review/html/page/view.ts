import { search, themeFilter, whyFilter } from './dom.js';
import type { Question, State, Unit } from './wire.js';

/** What the page shows and what has been ticked on it but not sent yet. */
interface View {
  /** Every sentence and heading of both papers by id, with the paragraph that shows it. */
  readonly units: Map<string, { readonly unit: Unit; readonly element: HTMLElement }>;
  /** As the program last told it. */
  state: State | undefined;
  /** The upstream unit that is asked about. */
  at: string | undefined;
  chosen: Set<string>;
  /** Where those clauses begin that are ticked as carried. */
  carried: Set<number>;
}

export const view: View = {
  units: new Map(),
  state: undefined,
  at: undefined,
  chosen: new Set(),
  carried: new Set(),
};

export const questionOf = (id: string | undefined): Question | undefined =>
  view.state?.questions.find((question) => question.unit === id);

/** Partners of the question, and what was chosen besides. */
export const shownOf = (question: Question): string[] => [
  ...new Set([...question.partners.map((own) => own.unit), ...view.chosen]),
];

/** Questions that the filters let through, in the program's order. */
export const visible = (): Question[] => {
  const words = search.value.trim().toLowerCase();
  return (view.state?.questions ?? []).filter((question) => {
    const unit = view.units.get(question.unit)?.unit;
    if (unit === undefined || !isAskedFor(question, whyFilter.value)) return false;
    if (themeFilter.value !== '' && !unit.themes.includes(themeFilter.value)) return false;
    return words === '' || mentions(question, words);
  });
};

const isAskedFor = (question: Question, why: string): boolean => {
  if (why === 'all') return true;
  if (why === 'answered') return question.answered;
  return !question.answered && (why === 'open' || why === question.why);
};

/** In the sentence, in what is linked with it, or in the address of either. */
const mentions = (question: Question, words: string): boolean => {
  const linked = question.partners.filter((own) => own.linked).map((own) => own.unit);
  return [question.unit, ...linked].some((id) => {
    const unit = view.units.get(id)?.unit;
    return unit !== undefined && `${unit.address} ${unit.text}`.toLowerCase().includes(words);
  });
};
