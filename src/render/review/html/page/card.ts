import { make, say, the } from './dom.js';
import { shownOf, view } from './view.js';
import type { Partner, Question } from './wire.js';

/** The question at hand: the sentence, its partners, its clauses. Each is a button that carries what it stands for. */

/** Letters that mean nothing else on the page. */
export const CLAUSE_KEYS = 'abcdefghi';

export const drawCard = (question: Question): void => {
  const unit = view.units.get(question.unit)?.unit;
  the('#asked').textContent = unit === undefined ? '' : `${unit.address}  ${unit.text}`;
  the('#reason').textContent = question.answered ? say('answered') : say(`why-${question.why}`);
  the('#alike-label').hidden = question.alike.length === 0;
  the('#alike-count').textContent = String(question.alike.length);
  the('#partners').replaceChildren(...partnerButtons(question));
  the('#clauses-box').hidden = question.clauses.length === 0 || view.chosen.size === 0;
  the('#clauses').replaceChildren(...clauseButtons(question, unit?.text ?? ''));
};

const button = (className: string, isChosen: boolean): HTMLElement => {
  const made = make('button', isChosen ? `${className} chosen` : className);
  made.setAttribute('type', 'button');
  made.setAttribute('aria-pressed', String(isChosen));
  return made;
};

const partnerButtons = (question: Question): HTMLElement[] =>
  shownOf(question).flatMap((id, i) => {
    const unit = view.units.get(id)?.unit;
    if (unit === undefined) return [];
    const isChosen = view.chosen.has(id);
    const row = button('partner', isChosen);
    row.dataset.unit = id;
    row.append(
      make('kbd', '', i < 9 ? String(i + 1) : ''),
      make('span', 'mark', isChosen ? '✓' : ''),
      make('span', 'address', unit.address),
      make('span', 'text', unit.text),
      make('span', 'score', noteOf(question.partners.find((own) => own.unit === id))),
    );
    return [row];
  });

const noteOf = (partner: Partner | undefined): string => {
  if (partner === undefined) return '';
  if (partner.decided !== undefined) return say(partner.decided ? 'decided-yes' : 'decided-no');
  const now = partner.linked ? ` ${say('now')}` : '';
  return `${say(partner.relation)} ${partner.score.toFixed(2)}${now}`;
};

const clauseButtons = (question: Question, text: string): HTMLElement[] =>
  question.clauses.map(({ start, end, decided }, i) => {
    const isCarried = view.carried.has(start);
    const row = button('clause', isCarried);
    row.dataset.start = String(start);
    row.append(
      make('kbd', '', CLAUSE_KEYS.charAt(i)),
      make('span', 'mark', isCarried ? '✓' : '✗'),
      make('span', 'text', text.slice(start, end)),
      make('span', 'score', decided === true ? say('by-hand') : ''),
    );
    return row;
  });
