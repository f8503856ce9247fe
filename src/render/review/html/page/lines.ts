import { the } from './dom.js';
import { view } from './view.js';

/** Links as curves between both columns, and a link that is being drawn by hand. */

const lines = document.querySelector('#lines');

const newPath = (className: string): SVGPathElement => {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('class', className);
  return path;
};

const boxOf = (id: string): DOMRect | undefined =>
  view.units.get(id)?.element.getBoundingClientRect();

/** Links between what both columns show at the moment. */
export const drawLines = (): void => {
  if (lines === null) return;
  lines.textContent = '';
  const box = lines.getBoundingClientRect();
  if (box.width === 0) return;
  const isSeen = (rect: DOMRect): boolean => rect.bottom > box.top && rect.top < box.bottom;
  for (const link of view.state?.links ?? []) {
    if (link.grain !== 'sentence') continue;
    const state = link.decided === true ? ' decided' : link.doubtful ? ' doubtful' : '';
    for (const up of link.upstream) {
      for (const down of link.downstream) {
        const [from, to] = [boxOf(up), boxOf(down)];
        if (from === undefined || to === undefined || !(isSeen(from) || isSeen(to))) continue;
        const line = newPath(`link${state}${up === view.at ? ' asked' : ''}`);
        line.setAttribute('d', curve(from, to, box));
        lines.append(line);
      }
    }
  }
};

const curve = (from: DOMRect, to: DOMRect, box: DOMRect): string => {
  const y = (rect: DOMRect): number =>
    Math.max(-40, Math.min(box.height + 40, rect.top + rect.height / 2 - box.top));
  const [a, b] = [y(from), y(to)];
  const half = box.width / 2;
  return `M0 ${a}C${half} ${a} ${half} ${b} ${box.width} ${b}`;
};

/**
 * A link is drawn from an upstream sentence to a downstream one.
 *
 * *In* `up`: the column where it begins; `join`: what is done with the two ids.
 */
export const drawByHand = (up: HTMLElement, join: (up: string, down: string) => void): void => {
  let dragged: { readonly id: string; readonly line: SVGPathElement } | undefined;
  up.addEventListener('pointerdown', (event) => {
    const id = sentenceOf(event.target, 'up');
    if (id === undefined || event.pointerType === 'touch' || event.button !== 0) return;
    dragged = { id, line: newPath('link dragged') };
  });
  document.addEventListener('pointermove', (event) => {
    if (dragged !== undefined) drag(dragged.id, dragged.line, event);
  });
  document.addEventListener('pointerup', (event) => {
    if (dragged === undefined) return;
    const { id, line } = dragged;
    dragged = undefined;
    line.remove();
    document.body.classList.remove('dragging');
    const down = sentenceOf(document.elementFromPoint(event.clientX, event.clientY), 'down');
    if (down !== undefined) join(id, down);
  });
};

const drag = (id: string, line: SVGPathElement, event: PointerEvent): void => {
  const box = lines?.getBoundingClientRect();
  const from = boxOf(id);
  if (box === undefined || from === undefined || event.clientX < box.left) return;
  document.body.classList.add('dragging');
  lines?.append(line);
  const x = Math.min(box.width, event.clientX - box.left);
  const y = from.top + from.height / 2 - box.top;
  line.setAttribute('d', `M0 ${y}L${x} ${event.clientY - box.top}`);
};

/** The id of the sentence of a column that something on the page belongs to. */
export const sentenceOf = (at: EventTarget | null, side: 'up' | 'down'): string | undefined =>
  at instanceof Element && the(`#${side}`).contains(at)
    ? at.closest<HTMLElement>('.unit')?.dataset.unit
    : undefined;
