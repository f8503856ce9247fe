import { answer, step, toggle, toggleClause, undo } from './act.js';
import { CLAUSE_KEYS } from './card.js';
import { search, the } from './dom.js';
import { questionOf, shownOf, view } from './view.js';

const save = (): void => void answer([...view.chosen]);

const KEYS = new Map<string, () => void>([
  ['y', save],
  ['Enter', save],
  ['n', () => void answer([])],
  ['j', () => step(1)],
  ['ArrowDown', () => step(1)],
  ['k', () => step(-1)],
  ['ArrowUp', () => step(-1)],
  ['u', undo],
  ['/', () => search.focus()],
  [
    '?',
    () => {
      the('#help').hidden = !the('#help').hidden;
    },
  ],
]);

/** What a key does just now: digits tick partners, letters clauses, where there are any. */
const actOf = (key: string): (() => void) | undefined => {
  const question = questionOf(view.at);
  const partner = question && /^[1-9]$/.test(key) ? shownOf(question)[Number(key) - 1] : undefined;
  if (partner !== undefined) return () => toggle(partner);
  const clause = question?.clauses[CLAUSE_KEYS.indexOf(key)];
  if (clause !== undefined && view.chosen.size > 0) return () => toggleClause(clause.start);
  return KEYS.get(key);
};

export const listenToKeys = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) {
      if (event.key === 'Escape' || (event.key === 'Enter' && target === search)) target.blur();
      return;
    }
    if (event.key === 'Enter' && target.tagName === 'BUTTON') return;
    const act = actOf(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
