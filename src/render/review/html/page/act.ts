import { note, relation, say, status, the } from './dom.js';
import { draw } from './draw.js';
import { questionOf, view, visible } from './view.js';
import { type Clause, call, type Question, type State } from './wire.js';

/** What a person can do on the page, however it is asked for. */

export const select = (id: string | undefined): void => {
  const question = questionOf(id);
  view.at = id;
  view.chosen = new Set(question?.partners.filter((own) => own.linked).map((own) => own.unit));
  view.carried = new Set(question?.clauses.filter((own) => own.carried).map((own) => own.start));
  note.value = '';
  relation.value = '';
  draw(true);
};

export const step = (by: number): void => {
  const list = visible();
  const place = list.findIndex((question) => question.unit === view.at);
  const next = place < 0 ? list[0] : list[Math.max(0, Math.min(list.length - 1, place + by))];
  if (next !== undefined) select(next.unit);
};

const flip = <Item>(set: Set<Item>, item: Item): void => {
  if (!set.delete(item)) set.add(item);
  draw(false);
};
export const toggle = (id: string): void => flip(view.chosen, id);
export const toggleClause = (start: number): void => flip(view.carried, start);

/** While it is there, an answer is under way and nothing else is sent. */
const BUSY = 'busy';
const page = document.body.classList;

/** What is sent is shown as saved only once the program says so. */
const send = async (way: string, body: unknown): Promise<boolean> => {
  if (page.contains(BUSY)) return false;
  page.add(BUSY);
  try {
    take((await call(way, body)) as State);
    tell(`${say('saved')} ${view.state?.file ?? ''}`, true);
    return true;
  } catch (error) {
    tell(`${say('failed')} ${(error as Error).message}`, false);
    return false;
  } finally {
    page.remove(BUSY);
  }
};

const take = (next: State): void => {
  view.state = next;
  draw(false);
};

const tell = (text: string, isGood: boolean): void => {
  status.textContent = text;
  status.className = isGood ? '' : 'bad';
};

/** Saves what is ticked, or that nothing answers the sentence, and goes on to what is still open. */
export const answer = async (chosen: readonly string[]): Promise<void> => {
  const question = questionOf(view.at);
  if (question === undefined) return;
  const list = visible();
  const place = list.findIndex((own) => own.unit === view.at);
  const following = [...list.slice(place + 1), ...list.slice(0, Math.max(0, place))];
  const isSaved = await send('/api/answer', {
    unit: question.unit,
    chosen,
    clauses: chosen.length > 0 ? saidOf(question) : [],
    relation: relation.value,
    note: note.value,
    alike: the<HTMLInputElement>('#alike').checked,
  });
  if (!isSaved) return;
  const next = following.find((own) => questionOf(own.unit)?.answered === false);
  select(next?.unit ?? visible().find((own) => !own.answered)?.unit ?? view.at);
};

/** What a person says otherwise than before; where clauses are what is asked, what stays as it is too. */
const saidOf = (question: Question): Clause[] =>
  question.clauses
    .map((own) => ({ ...own, is: view.carried.has(own.start) }))
    .filter((own) => own.is !== own.carried || (question.why === 'clauses' && own.decided !== true))
    .map(({ start, end, is }) => ({ start, end, carried: is }));

export const join = (up: string, down: string): void => {
  void send('/api/answer', { unit: up, chosen: [down], only: true });
};

export const undo = (): void => void send('/api/undo', {});

export const end = (): void => {
  void call('/api/end', {}).finally(() => {
    page.add('gone');
    status.textContent = say('ended');
  });
};

/** *Errors* where the program does not answer. */
export const load = async (): Promise<void> => {
  take((await call('/api/state')) as State);
  select(visible()[0]?.unit);
};

/** What was decided elsewhere since, in a sheet or in another window. */
export const refresh = async (): Promise<void> => {
  if (page.contains(BUSY) || document.hidden) return;
  try {
    const since = view.state?.version ?? 0;
    const next = (await call(`/api/state?since=${since}`)) as Partial<State>;
    page.remove('gone');
    if (next.questions === undefined) return;
    take(next as State);
    if (questionOf(view.at) === undefined) step(0);
  } catch (error) {
    // `fetch` fails with a TypeError where nobody listens any more; what the program says is another matter.
    const isGone = error instanceof TypeError;
    page.toggle('gone', isGone);
    tell(isGone ? say('gone') : (error as Error).message, false);
  }
};
