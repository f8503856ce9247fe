import { drawCard } from './card.js';
import { make, the } from './dom.js';
import { drawLines } from './lines.js';
import { questionOf, shownOf, view, visible } from './view.js';
import type { Paper } from './wire.js';

/** Both papers, once; everything that changes with an answer or a step comes from `draw`. */
export const fill = (side: 'up' | 'down', paper: Paper): void => {
  const column = the(`#${side}`);
  column.append(make('h2', '', paper.name));
  for (const unit of paper.units) {
    const element = make('p', unit.heading ? 'unit heading' : 'unit');
    element.dataset.unit = unit.id;
    element.title = unit.address;
    element.append(make('span', 'address', unit.address), make('span', 'text', unit.text));
    view.units.set(unit.id, { unit, element });
    column.append(element);
  }
  column.addEventListener('scroll', drawLines, { passive: true });
};

/** *In* `moves`: whether both columns go to the question and its first partner. */
export const draw = (moves: boolean): void => {
  const question = questionOf(view.at);
  the('#card').hidden = question === undefined;
  if (question !== undefined) drawCard(question);
  drawProgress();
  const shown = question === undefined ? [] : shownOf(question);
  markUnits(new Set(shown));
  if (moves && question !== undefined)
    for (const id of [question.unit, ...shown.slice(0, 1)])
      view.units.get(id)?.element.scrollIntoView({ block: 'center' });
  drawLines();
};

const drawProgress = (): void => {
  const list = visible();
  const all = view.state?.all ?? 0;
  const done = view.state?.answered ?? 0;
  the('#empty').hidden = list.length > 0 || questionOf(view.at) !== undefined;
  the('#progress').textContent = `${done}/${all}`;
  the<HTMLProgressElement>('#bar').max = Math.max(1, all);
  the<HTMLProgressElement>('#bar').value = done;
  the('#place').textContent = `${list.findIndex((own) => own.unit === view.at) + 1}/${list.length}`;
  the<HTMLButtonElement>('#undo').disabled = view.state?.canUndo !== true;
};

const markUnits = (near: ReadonlySet<string>): void => {
  for (const [id, { element }] of view.units) {
    element.classList.toggle('asked', id === view.at);
    element.classList.toggle('candidate', near.has(id) && !view.chosen.has(id));
    element.classList.toggle('chosen', view.chosen.has(id));
  }
};
