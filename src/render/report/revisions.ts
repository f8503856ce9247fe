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
  // Changes of a group stand by place upstream and need not rise below: one order of both texts is found anew.
  if (pair.links.length > 1) return inOneOrder(up, down).filter((run) => run.text !== '');
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

/** A wording of fewer letters that two texts share is chance. */
const LEAST_SHARED = 3;
/** Texts whose product of lengths is greater are not searched: they are revised as a whole. */
const MOST_WORK = 4_000_000;

/** The longest wording that both have stays, and so on to either side of it; the rest is taken out and put in. */
function inOneOrder(up: string, down: string): Revision[] {
  const runs: Revision[] = [];
  const todo: [up: string, down: string][] = [[up, down]];
  while (todo.length > 0) {
    const [above = '', below = ''] = todo.pop() ?? [];
    if (above === below) {
      runs.push({ type: 'same', text: below });
      continue;
    }
    const shared = longestShared(above, below);
    if (shared === undefined) {
      runs.push({ type: 'deleted', text: above }, { type: 'inserted', text: below });
      continue;
    }
    const { u, d, length } = shared;
    // What comes first is done first.
    todo.push([above.slice(u + length), below.slice(d + length)]);
    todo.push([above.slice(u, u + length), below.slice(d, d + length)]);
    todo.push([above.slice(0, u), below.slice(0, d)]);
  }
  return runs;
}

function longestShared(
  up: string,
  down: string,
): { readonly u: number; readonly d: number; readonly length: number } | undefined {
  if (up.length * down.length > MOST_WORK) return undefined;
  let best = { u: 0, d: 0, length: 0 };
  let last = new Int32Array(down.length + 1);
  for (let u = 0; u < up.length; u += 1) {
    const row = new Int32Array(down.length + 1);
    for (let d = 0; d < down.length; d += 1) {
      if (up[u] !== down[d]) continue;
      const length = itemAt(last, d) + 1;
      row[d + 1] = length;
      if (length > best.length) best = { u: u + 1 - length, d: d + 1 - length, length };
    }
    last = row;
  }
  return best.length < LEAST_SHARED ? undefined : best;
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
