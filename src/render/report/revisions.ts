import type { ChangeKind, ComparisonRow } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** One run of a text with revisions: what stayed, what was taken out, what was put in. */
export interface Revision {
  readonly type: 'same' | 'deleted' | 'inserted';
  readonly text: string;
  readonly kind?: ChangeKind;
}

/**
 * The cell of `side` as a revision of the cell above it.
 *
 * `same` and `inserted` put together are the lower text, `same` and `deleted` the upper one, so that
 * a word processor's “accept all” and “reject all” give exactly the two texts. What the differences
 * do not tell (section markers, the order of a 、-list) is revised as well where it is not equal.
 */
export function revisionsOf(row: ComparisonRow, side: number): Revision[] {
  const up = itemAt(row.cells, side - 1).text;
  const down = itemAt(row.cells, side).text;
  const pair = row.pairs[side - 1];
  const runs: Revision[] = [];
  if (pair === undefined) {
    runs.push({ type: 'deleted', text: up }, { type: 'inserted', text: down });
    return runs.filter((run) => run.text !== '');
  }
  let [u, d] = [0, 0];
  const gap = (toUp: number, toDown: number): void => {
    runs.push(...between(up.slice(u, toUp), down.slice(d, toDown)));
  };
  for (const { startUp, endUp, startDown, endDown, kind } of pair.changes) {
    if (startUp < u || startDown < d) continue;
    gap(startUp, startDown);
    runs.push({ type: 'deleted', text: up.slice(startUp, endUp), kind });
    runs.push({ type: 'inserted', text: down.slice(startDown, endDown), kind });
    [u, d] = [endUp, endDown];
  }
  gap(up.length, down.length);
  return runs.filter((run) => run.text !== '');
}

/** Text that counts as equal: what it shares at both ends stays, the rest is replaced. */
function between(up: string, down: string): Revision[] {
  if (up === down) return [{ type: 'same', text: down }];
  let head = 0;
  while (head < up.length && head < down.length && up[head] === down[head]) head += 1;
  let tail = 0;
  const rest = Math.min(up.length, down.length) - head;
  while (tail < rest && up.at(-1 - tail) === down.at(-1 - tail)) tail += 1;
  return [
    { type: 'same', text: down.slice(0, head) },
    { type: 'deleted', text: up.slice(head, up.length - tail) },
    { type: 'inserted', text: down.slice(head, down.length - tail) },
    { type: 'same', text: down.slice(down.length - tail) },
  ];
}
