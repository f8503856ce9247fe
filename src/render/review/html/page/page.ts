/**
 * What the page of a review does: both papers side by side with their links drawn, the question at hand below the head,
 * answered by keys, by clicks or by drawing a link.
 *
 * Runs in the reader's browser, not in the program: `npm run page` takes the types off and writes `../script.ts`, which the page
 * carries. No imports, no names that leak: one block. Texts are only ever put in as text.
 */
{
  interface Unit {
    readonly id: string;
    readonly address: string;
    readonly text: string;
    readonly heading: boolean;
    readonly themes: readonly string[];
  }
  interface Papers {
    readonly upstream: { readonly name: string; readonly units: readonly Unit[] };
    readonly downstream: { readonly name: string; readonly units: readonly Unit[] };
    readonly themes: readonly { readonly id: string; readonly label: string }[];
  }
  interface Partner {
    readonly unit: string;
    readonly score: number;
    readonly linked: boolean;
    readonly relation: string;
    readonly decided?: boolean;
    readonly about: readonly { readonly start: number; readonly end: number }[];
    readonly aside: boolean;
  }
  interface Clause {
    readonly start: number;
    readonly end: number;
    readonly carried: boolean;
    readonly decided?: true;
  }
  interface Question {
    readonly unit: string;
    readonly partners: readonly Partner[];
    readonly clauses: readonly Clause[];
    readonly worth: number;
    readonly why: string;
    readonly answered: boolean;
    readonly alike: readonly string[];
  }
  interface Link {
    readonly grain: string;
    readonly relation: string;
    readonly upstream: readonly string[];
    readonly downstream: readonly string[];
    readonly score: number;
    readonly doubtful: boolean;
    readonly decided?: true;
  }
  interface State {
    readonly version: number;
    readonly questions: readonly Question[];
    readonly links: readonly Link[];
    readonly answered: number;
    readonly all: number;
    readonly canUndo: boolean;
    readonly file: string;
  }
  /** The page's words, written into it by the program. */
  interface Words {
    readonly [name: string]: string;
  }

  const the = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
    const found = document.querySelector<Kind>(selector);
    if (found === null) throw new Error(`the page lacks ${selector}`);
    return found;
  };
  const setting = JSON.parse(the('#setting').textContent ?? '{}') as {
    readonly token: string;
    readonly words: Words;
  };
  const say = (name: string): string => setting.words[name] ?? name;
  const make = (tag: string, className: string, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const card = the('#card');
  const lines = document.querySelector('#lines');
  const search = the<HTMLInputElement>('#search');
  const whyFilter = the<HTMLSelectElement>('#why');
  const themeFilter = the<HTMLSelectElement>('#theme');
  const note = the<HTMLInputElement>('#note');
  const relation = the<HTMLSelectElement>('#relation');
  const status = the('#status');
  const undo = the<HTMLButtonElement>('#undo');
  const units = new Map<string, { readonly unit: Unit; readonly element: HTMLElement }>();

  let state: State | undefined;
  let at: string | undefined;
  let chosen = new Set<string>();
  /** Where those clauses begin that are ticked as carried. */
  let carried = new Set<number>();
  let busy = false;

  const call = async (way: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(way, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-review-token': setting.token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const value: unknown = await answer.json();
    if (!answer.ok) throw new Error((value as { error?: string }).error ?? String(answer.status));
    return value;
  };

  const questionOf = (id: string | undefined): Question | undefined =>
    state?.questions.find((question) => question.unit === id);

  const visible = (): Question[] => {
    const words = search.value.trim().toLowerCase();
    return (state?.questions ?? []).filter((question) => {
      const unit = units.get(question.unit)?.unit;
      if (unit === undefined) return false;
      const why = whyFilter.value;
      if (why === 'open' && question.answered) return false;
      if (why === 'answered' && !question.answered) return false;
      if (
        /^(?:doubtful|unlinked|clauses)$/.test(why) &&
        (question.why !== why || question.answered)
      )
        return false;
      if (themeFilter.value !== '' && !unit.themes.includes(themeFilter.value)) return false;
      if (words === '') return true;
      const linked = question.partners.filter((own) => own.linked).map((own) => own.unit);
      const texts = [question.unit, ...linked].map((id) => units.get(id)?.unit);
      return texts.some(
        (own) => own !== undefined && `${own.address} ${own.text}`.toLowerCase().includes(words),
      );
    });
  };

  const select = (id: string | undefined): void => {
    at = id;
    const question = questionOf(id);
    chosen = new Set((question?.partners ?? []).filter((own) => own.linked).map((own) => own.unit));
    const clauses = question?.clauses ?? [];
    carried = new Set(clauses.filter((own) => own.carried).map((own) => own.start));
    note.value = '';
    relation.value = '';
    draw(true);
  };

  const step = (by: number): void => {
    const list = visible();
    const place = list.findIndex((question) => question.unit === at);
    const next = place < 0 ? list[0] : list[Math.max(0, Math.min(list.length - 1, place + by))];
    if (next !== undefined) select(next.unit);
  };

  const take = (next: State): void => {
    state = next;
    draw(false);
  };

  /** What is sent is shown as saved only once the program says so. */
  const send = async (way: string, body: unknown): Promise<boolean> => {
    if (busy) return false;
    busy = true;
    document.body.classList.add('busy');
    try {
      take((await call(way, body)) as State);
      status.textContent = `${say('saved')} ${state?.file ?? ''}`;
      status.className = '';
      return true;
    } catch (error) {
      status.textContent = `${say('failed')} ${(error as Error).message}`;
      status.className = 'bad';
      return false;
    } finally {
      busy = false;
      document.body.classList.remove('busy');
    }
  };

  const answer = async (units_: readonly string[]): Promise<void> => {
    const question = questionOf(at);
    if (question === undefined) return;
    const list = visible();
    const place = list.findIndex((own) => own.unit === at);
    const following = [...list.slice(place + 1), ...list.slice(0, Math.max(0, place))];
    const alike = the<HTMLInputElement>('#alike').checked;
    const body = {
      unit: question.unit,
      chosen: units_,
      clauses: units_.length > 0 ? saidOf(question) : [],
      relation: relation.value,
      note: note.value,
      alike,
    };
    if (!(await send('/api/answer', body))) return;
    const next = following.find((own) => questionOf(own.unit)?.answered === false);
    select(next?.unit ?? visible().find((own) => !own.answered)?.unit ?? at);
  };

  /** What a person says otherwise than before; where clauses are what is asked, what stays as it is too. */
  const saidOf = (question: Question): Clause[] =>
    question.clauses
      .map((own) => ({ ...own, was: own.carried, carried: carried.has(own.start) }))
      .filter(
        (own) => own.carried !== own.was || (question.why === 'clauses' && own.decided !== true),
      )
      .map(({ start, end, carried: is }) => ({ start, end, carried: is }));

  const toggleClause = (start: number): void => {
    if (carried.has(start)) carried.delete(start);
    else carried.add(start);
    draw(false);
  };

  const toggle = (id: string): void => {
    if (chosen.has(id)) chosen.delete(id);
    else chosen.add(id);
    draw(false);
  };

  const join = (up: string, down: string): void => {
    void send('/api/answer', { unit: up, chosen: [down], only: true });
  };

  /** Partners of the question, and what was chosen besides. */
  const shownOf = (question: Question): string[] => [
    ...new Set([...question.partners.map((own) => own.unit), ...chosen]),
  ];

  const drawCard = (question: Question): void => {
    const list = the('#partners');
    list.textContent = '';
    const unit = units.get(question.unit)?.unit;
    the('#asked').textContent = unit === undefined ? '' : `${unit.address}  ${unit.text}`;
    the('#reason').textContent = question.answered ? say('answered') : say(`why-${question.why}`);
    const alike = the('#alike-label');
    alike.hidden = question.alike.length === 0;
    the('#alike-count').textContent = String(question.alike.length);
    for (const [i, id] of shownOf(question).entries()) {
      const partner = question.partners.find((own) => own.unit === id);
      const own = units.get(id)?.unit;
      if (own === undefined) continue;
      if (partner?.aside === true && list.querySelector('.aside') === null)
        list.append(make('div', 'aside', say('aside')));
      const row = make('button', chosen.has(id) ? 'partner chosen' : 'partner');
      row.setAttribute('type', 'button');
      row.setAttribute('aria-pressed', String(chosen.has(id)));
      row.dataset.unit = id;
      row.append(
        make('kbd', '', i < 9 ? String(i + 1) : ''),
        make('span', 'mark', chosen.has(id) ? '✓' : ''),
        make('span', 'address', own.address),
        markedText(own.text, partner?.about),
        make('span', 'score', partnerNote(partner)),
      );
      row.addEventListener('click', () => toggle(id));
      const choice = make('div', 'choice');
      choice.append(row, aloneButton(id));
      list.append(choice);
    }
    drawClauses(question);
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

  /** This one and no other, saved at once. */
  const aloneButton = (id: string): HTMLElement => {
    const button = make('button', 'alone', say('alone'));
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => void answer([id]));
    return button;
  };

  /** Letters that mean nothing else on the page. */
  const CLAUSE_KEYS = 'abcdefghi';

  const drawClauses = (question: Question): void => {
    const list = the('#clauses');
    const text = units.get(question.unit)?.unit.text ?? '';
    the('#clauses-box').hidden = question.clauses.length === 0 || chosen.size === 0;
    list.textContent = '';
    for (const [i, { start, end, decided }] of question.clauses.entries()) {
      const is = carried.has(start);
      const row = make('button', is ? 'clause chosen' : 'clause');
      row.setAttribute('type', 'button');
      row.setAttribute('aria-pressed', String(is));
      row.append(
        make('kbd', '', CLAUSE_KEYS.charAt(i)),
        make('span', 'mark', is ? '✓' : '✗'),
        make('span', 'text', text.slice(start, end)),
        make('span', 'score', decided === true ? say('by-hand') : ''),
      );
      row.addEventListener('click', () => toggleClause(start));
      list.append(row);
    }
  };

  const partnerNote = (partner: Partner | undefined): string => {
    if (partner === undefined) return '';
    if (partner.decided !== undefined) return say(partner.decided ? 'decided-yes' : 'decided-no');
    const now = partner.linked ? ` ${say('now')}` : '';
    return `${say(partner.relation)} ${partner.score.toFixed(2)}${now}`;
  };

  const draw = (moves: boolean): void => {
    const question = questionOf(at);
    const list = visible();
    card.hidden = question === undefined;
    the('#empty').hidden = list.length > 0 || question !== undefined;
    if (question !== undefined) drawCard(question);
    const all = state?.all ?? 0;
    const done = state?.answered ?? 0;
    the('#progress').textContent = `${done}/${all}`;
    the<HTMLProgressElement>('#bar').max = Math.max(1, all);
    the<HTMLProgressElement>('#bar').value = done;
    the('#place').textContent = `${list.findIndex((own) => own.unit === at) + 1}/${list.length}`;
    undo.disabled = state?.canUndo !== true;
    const near = new Set(question === undefined ? [] : shownOf(question));
    for (const [id, { element }] of units) {
      element.classList.toggle('asked', id === at);
      element.classList.toggle('candidate', near.has(id) && !chosen.has(id));
      element.classList.toggle('chosen', chosen.has(id));
    }
    if (moves && question !== undefined) {
      units.get(question.unit)?.element.scrollIntoView({ block: 'center' });
      const first = shownOf(question)[0];
      if (first !== undefined) units.get(first)?.element.scrollIntoView({ block: 'center' });
    }
    drawLines();
  };

  /** Links between what both columns show at the moment. */
  const drawLines = (): void => {
    if (lines === null) return;
    lines.textContent = '';
    const box = lines.getBoundingClientRect();
    if (box.width === 0) return;
    const isSeen = (rect: DOMRect): boolean => rect.bottom > box.top && rect.top < box.bottom;
    for (const link of state?.links ?? []) {
      if (link.grain !== 'sentence') continue;
      for (const up of link.upstream) {
        for (const down of link.downstream) {
          const from = units.get(up)?.element.getBoundingClientRect();
          const to = units.get(down)?.element.getBoundingClientRect();
          if (from === undefined || to === undefined || !(isSeen(from) || isSeen(to))) continue;
          const line = curve(from, to, box);
          const classes = ['link'];
          if (link.decided === true) classes.push('decided');
          else if (link.doubtful) classes.push('doubtful');
          if (up === at) classes.push('asked');
          line.setAttribute('class', classes.join(' '));
          lines.append(line);
        }
      }
    }
  };

  const curve = (from: DOMRect, to: DOMRect, box: DOMRect): SVGPathElement => {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const y = (rect: DOMRect): number =>
      Math.max(-40, Math.min(box.height + 40, rect.top + rect.height / 2 - box.top));
    const [a, b] = [y(from), y(to)];
    const half = box.width / 2;
    line.setAttribute('d', `M0 ${a}C${half} ${a} ${half} ${b} ${box.width} ${b}`);
    return line;
  };

  /** A link is drawn from an upstream sentence to a downstream one. */
  let dragged: { readonly id: string; readonly line: SVGPathElement } | undefined;

  const sentenceAt = (x: number, y: number, side: string): string | undefined => {
    const found = document.elementFromPoint(x, y)?.closest<HTMLElement>(`#${side} .unit`);
    return found?.dataset.unit;
  };

  const startDrag = (event: PointerEvent, id: string): void => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('class', 'link dragged');
    dragged = { id, line };
  };

  document.addEventListener('pointermove', (event) => {
    if (dragged === undefined || lines === null) return;
    const box = lines.getBoundingClientRect();
    if (event.clientX < box.left) return;
    const from = units.get(dragged.id)?.element.getBoundingClientRect();
    if (from === undefined) return;
    document.body.classList.add('dragging');
    lines.append(dragged.line);
    const x = Math.min(box.width, event.clientX - box.left);
    dragged.line.setAttribute(
      'd',
      `M0 ${from.top + from.height / 2 - box.top}L${x} ${event.clientY - box.top}`,
    );
  });
  document.addEventListener('pointerup', (event) => {
    if (dragged === undefined) return;
    const { id, line } = dragged;
    dragged = undefined;
    line.remove();
    document.body.classList.remove('dragging');
    const down = sentenceAt(event.clientX, event.clientY, 'down');
    if (down !== undefined) join(id, down);
  });

  const fill = (side: 'up' | 'down', paper: Papers['upstream']): void => {
    const column = the(`#${side}`);
    column.append(make('h2', '', paper.name));
    for (const unit of paper.units) {
      const element = make('p', unit.heading ? 'unit heading' : 'unit');
      element.dataset.unit = unit.id;
      element.title = unit.address;
      element.append(make('span', 'address', unit.address), make('span', 'text', unit.text));
      if (side === 'up') {
        element.addEventListener('pointerdown', (event) => startDrag(event, unit.id));
        element.addEventListener('click', () => {
          if (questionOf(unit.id) !== undefined) select(unit.id);
        });
      } else element.addEventListener('click', () => questionOf(at) && toggle(unit.id));
      units.set(unit.id, { unit, element });
      column.append(element);
    }
    column.addEventListener('scroll', drawLines, { passive: true });
  };

  const refresh = async (): Promise<void> => {
    if (busy || document.hidden) return;
    try {
      const next = (await call(`/api/state?since=${state?.version ?? 0}`)) as Partial<State>;
      document.body.classList.remove('gone');
      if (next.questions === undefined) return;
      const was = at;
      take(next as State);
      if (questionOf(was) === undefined) step(0);
    } catch (error) {
      // `fetch` fails with a TypeError where nobody listens any more; what the program says is another matter.
      const isGone = error instanceof TypeError;
      document.body.classList.toggle('gone', isGone);
      status.textContent = isGone ? say('gone') : (error as Error).message;
      status.className = 'bad';
    }
  };

  const keys: Readonly<Record<string, () => void>> = {
    y: () => void answer([...chosen]),
    Enter: () => void answer([...chosen]),
    n: () => void answer([]),
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    u: () => void send('/api/undo', {}),
    '/': () => search.focus(),
    '?': () => {
      the('#help').hidden = !the('#help').hidden;
    },
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) {
      if (event.key === 'Escape' || (event.key === 'Enter' && target === search)) target.blur();
      return;
    }
    if (/^(?:Enter| )$/.test(event.key) && target.tagName === 'BUTTON') return;
    const question = questionOf(at);
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const alone = event.key === ' ' ? 1 : event.shiftKey ? Number(digit) : 0;
    const only = question === undefined ? undefined : shownOf(question)[alone - 1];
    if (only !== undefined) {
      event.preventDefault();
      void answer([only]);
      return;
    }
    if (/^[1-9]$/.test(event.key) && question !== undefined) {
      const id = shownOf(question)[Number(event.key) - 1];
      if (id !== undefined) toggle(id);
      event.preventDefault();
      return;
    }
    const clause = question?.clauses[CLAUSE_KEYS.indexOf(event.key)];
    if (clause !== undefined && chosen.size > 0) {
      toggleClause(clause.start);
      event.preventDefault();
      return;
    }
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  the('#yes').addEventListener('click', () => void answer([...chosen]));
  the('#no').addEventListener('click', () => void answer([]));
  the('#next').addEventListener('click', () => step(1));
  the('#previous').addEventListener('click', () => step(-1));
  undo.addEventListener('click', () => void send('/api/undo', {}));
  the('#end').addEventListener('click', () => {
    void call('/api/end', {}).finally(() => {
      document.body.classList.add('gone');
      status.textContent = say('ended');
    });
  });
  for (const filter of [search, whyFilter, themeFilter])
    filter.addEventListener('input', () => {
      if (visible().some((own) => own.unit === at)) draw(false);
      else select(visible()[0]?.unit);
    });
  window.addEventListener('resize', drawLines);

  const start = async (): Promise<void> => {
    const papers = (await call('/api/papers')) as Papers;
    fill('up', papers.upstream);
    fill('down', papers.downstream);
    for (const { id, label } of papers.themes) {
      const option = document.createElement('option');
      option.value = id;
      option.textContent = label;
      themeFilter.append(option);
    }
    take((await call('/api/state')) as State);
    select(visible()[0]?.unit);
    window.setInterval(() => void refresh(), 2000);
  };
  void start();
}
