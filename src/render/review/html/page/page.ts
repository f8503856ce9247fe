/**
 * What the page of a review does: both papers side by side with their links drawn, the question at hand below the head,
 * answered by keys, by clicks or by drawing a link.
 *
 * Runs in the reader's browser, not in the program: `npm run page` joins it with what it imports, takes the types off and writes
 * `../script.ts`, which the page carries.
 */
import {
  answer,
  end,
  join,
  load,
  refresh,
  select,
  step,
  toggle,
  toggleClause,
  undo,
} from './act.js';
import { search, the, themeFilter, whyFilter } from './dom.js';
import { draw, fill } from './draw.js';
import { listenToKeys } from './keys.js';
import { drawByHand, drawLines, sentenceOf } from './lines.js';
import { questionOf, view, visible } from './view.js';
import { call, type Papers } from './wire.js';

const onClick = (selector: string, act: (target: EventTarget | null) => void): void =>
  the(selector).addEventListener('click', ({ target }) => act(target));

/** What the button under a click stands for. */
const carriedBy = (target: EventTarget | null, name: 'unit' | 'start'): string | undefined =>
  target instanceof Element ? target.closest('button')?.dataset[name] : undefined;

const listenToClicks = (): void => {
  onClick('#yes', () => void answer([...view.chosen]));
  onClick('#no', () => void answer([]));
  onClick('#next', () => step(1));
  onClick('#previous', () => step(-1));
  onClick('#undo', undo);
  onClick('#end', end);
  onClick('#partners', (target) => {
    const id = carriedBy(target, 'unit');
    if (id !== undefined) toggle(id);
  });
  onClick('#clauses', (target) => {
    const from = carriedBy(target, 'start');
    if (from !== undefined) toggleClause(Number(from));
  });
  onClick('#up', (target) => {
    const id = sentenceOf(target, 'up');
    if (questionOf(id) !== undefined) select(id);
  });
  onClick('#down', (target) => {
    const id = sentenceOf(target, 'down');
    if (id !== undefined && questionOf(view.at) !== undefined) toggle(id);
  });
};

const start = async (): Promise<void> => {
  const papers = (await call('/api/papers')) as Papers;
  fill('up', papers.upstream);
  fill('down', papers.downstream);
  for (const { id, label } of papers.themes) themeFilter.append(new Option(label, id));
  await load();
  window.setInterval(() => void refresh(), 2000);
};

listenToClicks();
listenToKeys();
drawByHand(the('#up'), join);
for (const filter of [search, whyFilter, themeFilter])
  filter.addEventListener('input', () => {
    if (visible().some((own) => own.unit === view.at)) draw(false);
    else select(visible()[0]?.unit);
  });
window.addEventListener('resize', drawLines);
void start();
