import { make, say, the } from './dom.js';
import { shownOf, view } from './view.js';
import type { Partner, Question, Unit } from './wire.js';

/** The question at hand: the sentence, its partners, its clauses. Each is a button that carries what it stands for. */

/** Letters that mean nothing else on the page. */
export const CLAUSE_KEYS = 'abcdefghi';

export const drawCard = (question: Question): void => {
  const unit = view.units.get(question.unit)?.unit;
  the('#asked').textContent = unit === undefined ? '' : `${unit.address}  ${unit.text}`;
  the('#reason').textContent = question.answered ? say('answered') : say(`why-${question.why}`);
  the('#alike-label').hidden = question.alike.length === 0;
  the('#alike-count').textContent = String(question.alike.length);
  the('#partners').replaceChildren(...partnerRows(question));
  the('#clauses-box').hidden = question.clauses.length === 0 || view.chosen.size === 0;
  the('#clauses').replaceChildren(...clauseButtons(question, unit?.text ?? ''));
};

const button = (className: string, isChosen: boolean): HTMLElement => {
  const made = make('button', isChosen ? `${className} chosen` : className);
  made.setAttribute('type', 'button');
  made.setAttribute('aria-pressed', String(isChosen));
  return made;
};

/** A row a partner; those aside below a line that says so. */
const partnerRows = (question: Question): HTMLElement[] => {
  const rows = shownOf(question).flatMap((id, i) => {
    const unit = view.units.get(id)?.unit;
    const partner = question.partners.find((own) => own.unit === id);
    return unit === undefined
      ? []
      : [{ aside: partner?.aside === true, row: rowOf(unit, partner, i) }];
  });
  const first = rows.findIndex(({ aside }) => aside);
  return rows.flatMap(({ row }, i) =>
    i === first ? [make('div', 'aside', say('aside')), row] : [row],
  );
};

const rowOf = (unit: Unit, partner: Partner | undefined, i: number): HTMLElement => {
  const isChosen = view.chosen.has(unit.id);
  const ticked = button('partner', isChosen);
  ticked.dataset.unit = unit.id;
  ticked.append(
    make('kbd', '', i < 9 ? String(i + 1) : ''),
    make('span', 'mark', isChosen ? '✓' : ''),
    make('span', 'address', unit.address),
    markedText(unit.text, partner?.about),
    make('span', 'score', noteOf(partner)),
  );
  const alone = make('button', 'alone', say('alone'));
  alone.setAttribute('type', 'button');
  alone.dataset.alone = unit.id;
  const row = make('div', 'choice');
  row.append(ticked, alone);
  return row;
};

/** What matters as it is, the rest fainter. */
const markedText = (text: string, about: Partner['about'] | undefined): HTMLElement => {
  const element = make('span', 'text');
  let at = 0;
  for (const { start, end } of about ?? [{ start: 0, end: text.length }]) {
    if (start > at) element.append(make('span', 'faint', text.slice(at, start)));
    element.append(text.slice(start, end));
    at = end;
  }
  if (at < text.length) element.append(make('span', 'faint', text.slice(at)));
  return element;
};

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
