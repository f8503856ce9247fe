/**
 * What a report page does when it is read: filters, steps from difference to difference, columns with
 * linked scrolling. Without it the page is whole and can be read, printed and linked to.
 *
 * Runs in the reader's browser, not in the program: `npm run page` takes the types off and writes
 * `../script.ts`, which the page carries. No imports, no names that leak: one block.
 */
{
  const body = document.body;
  const all = <Kind extends HTMLElement = HTMLElement>(
    selector: string,
    root: ParentNode = document,
  ): Kind[] => [...root.querySelectorAll<Kind>(selector)];
  /** A part that the page was written with; without it nothing here can work. */
  const the = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
    const found = document.querySelector<Kind>(selector);
    if (found === null) throw new Error(`the page lacks ${selector}`);
    return found;
  };

  const rows = all('.row');
  const blocks = all('.block');
  const texts = rows.map((row) => (row.textContent ?? '').toLowerCase());
  const search = the<HTMLInputElement>('#f-text');
  const theme = the<HTMLSelectElement>('#f-theme');
  const count = the('#f-count');
  const columns = the('#b-cols');
  const kindBoxes = all<HTMLInputElement>('input[name=kind]');
  const relationBoxes = all<HTMLInputElement>('input[name=rel]');

  // Filters.
  const checked = (boxes: readonly HTMLInputElement[]): string[] =>
    boxes.filter((box) => box.checked).map((box) => box.value);
  const hasOne = (list: string | undefined, wanted: readonly string[]): boolean =>
    (list ?? '').split(' ').some((item) => wanted.includes(item));
  const filter = (): void => {
    const relations = checked(relationBoxes);
    const kinds = checked(kindBoxes);
    const query = search.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row, index) => {
      const wanted =
        hasOne(row.dataset.rel, relations) &&
        (theme.value === '' || hasOne(row.dataset.themes, [theme.value])) &&
        (query === '' || texts[index]?.includes(query) === true) &&
        (kinds.length === kindBoxes.length || hasOne(row.dataset.kinds, kinds));
      row.hidden = !wanted;
      if (wanted) shown += 1;
    });
    for (const block of blocks) block.hidden = block.querySelector('.row:not([hidden])') === null;
    // Marks of partners elsewhere would count rows that a filter has taken away.
    for (const mark of all('.mv')) mark.hidden = shown < rows.length;
    count.textContent = (count.dataset.text ?? '')
      .replace('{shown}', String(shown))
      .replace('{all}', String(rows.length));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const filterSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(filter, 80);
  };

  // From difference to difference.
  let now: HTMLElement | undefined;
  const step = (by: 1 | -1): void => {
    read(false);
    const order = by > 0 ? rows : [...rows].reverse();
    const from = now === undefined ? -1 : order.indexOf(now);
    const next = order.slice(from + 1).find((row) => !row.hidden && row.dataset.diff !== undefined);
    if (next === undefined) return;
    now?.classList.remove('now');
    now = next;
    next.classList.add('now');
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  };

  // Columns whose scrolling is linked: built when first asked for.
  const panes: HTMLElement[] = [];
  const partners = new Map<string, string>();
  let driver: HTMLElement | undefined;
  const unitsOf = (cell: HTMLElement): string[] =>
    all('.s', cell).map((sentence) => sentence.dataset.u ?? '');
  const build = (): void => {
    const lists: Map<string, HTMLElement>[] = [];
    for (const row of rows) {
      const cells = all('.cell', row);
      const units = cells.map(unitsOf);
      cells.forEach((cell, side) => {
        const list = lists[side] ?? new Map<string, HTMLElement>();
        lists[side] = list;
        for (const sentence of all('.s', cell)) {
          const unit = sentence.dataset.u ?? '';
          if (!list.has(unit)) list.set(unit, sentence);
        }
      });
      linkPartners(units);
    }
    lists.forEach((list, side) => {
      addPane([...list.values()], side);
    });
  };
  /** The first sentence of every other cell of a row is where the others scroll to. */
  const linkPartners = (units: readonly (readonly string[])[]): void => {
    units.forEach((own, side) => {
      units.forEach(([first], other) => {
        if (other === side || first === undefined) return;
        for (const unit of own) {
          const key = `${unit}>${other}`;
          if (!partners.has(key)) partners.set(key, first);
        }
      });
    });
  };
  const addPane = (sentences: readonly HTMLElement[], side: number): void => {
    const place = the('#read');
    const pane = document.createElement('section');
    const title = document.createElement('h3');
    title.textContent = place.dataset[`side${side}`] ?? '';
    pane.tabIndex = 0;
    pane.setAttribute('aria-label', title.textContent);
    pane.append(title);
    const inOrder = [...sentences].sort((a, b) => Number(a.dataset.n) - Number(b.dataset.n));
    for (const sentence of inOrder) {
      const copy = sentence.cloneNode(true) as HTMLElement;
      copy.removeAttribute('id');
      copy.classList.remove('again');
      copy.dataset.side = String(side);
      pane.append(copy);
    }
    drive(pane, side);
    place.append(pane);
    panes.push(pane);
  };
  /** The pane that was touched last leads; the others follow. */
  const drive = (pane: HTMLElement, side: number): void => {
    pane.addEventListener('scroll', () => {
      if (driver === pane) follow(pane, side);
    });
    for (const name of ['pointerenter', 'focusin', 'wheel', 'touchstart', 'keydown']) {
      pane.addEventListener(
        name,
        () => {
          driver = pane;
        },
        { passive: true },
      );
    }
    pane.addEventListener('click', ({ target }) => {
      const at = target instanceof Element ? target : undefined;
      const sentence = at?.closest<HTMLElement>('.s');
      if (!sentence || at?.closest('a')) return;
      driver = pane;
      follow(pane, side, sentence);
    });
  };
  const follow = (pane: HTMLElement, side: number, at?: HTMLElement): void => {
    const isInView = (sentence: HTMLElement): boolean =>
      sentence.offsetTop + sentence.offsetHeight > pane.scrollTop + 40;
    const top = at ?? all('.s', pane).find(isInView);
    if (top === undefined) return;
    for (const hit of all('#read .hit')) hit.classList.remove('hit');
    top.classList.add('hit');
    panes.forEach((other, index) => {
      const unit = index === side ? undefined : partners.get(`${top.dataset.u}>${index}`);
      const partner = all('.s', other).find((sentence) => sentence.dataset.u === unit);
      if (unit === undefined || partner === undefined) return;
      partner.classList.add('hit');
      other.scrollTop = partner.offsetTop - (top.offsetTop - pane.scrollTop);
    });
  };
  const read = (on: boolean): void => {
    if (on === body.classList.contains('reading')) return;
    if (on && panes.length === 0) build();
    body.classList.toggle('reading', on);
    columns.setAttribute('aria-pressed', String(on));
    if (!on) return;
    driver = panes[panes.length - 1];
    the('#comparison').scrollIntoView();
  };
  const toggleColumns = (): void => read(!body.classList.contains('reading'));

  // An address in the page's own address: shown even where a filter hides it.
  const reveal = (): void => {
    const at = document.getElementById(idOfHash());
    if (at === null) return;
    const row = at.closest<HTMLElement>('.row');
    const block = row?.closest<HTMLElement>('.block');
    if (row) row.hidden = false;
    if (block) block.hidden = false;
    if (at.closest('#blocks')) read(false);
    at.scrollIntoView({ block: 'center' });
  };
  const idOfHash = (): string => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      // A broken escape sequence names no place.
      return '';
    }
  };

  const KEYS = new Map<string, () => void>([
    ['n', () => step(1)],
    ['j', () => step(1)],
    ['p', () => step(-1)],
    ['k', () => step(-1)],
    ['c', toggleColumns],
    ['/', () => search.focus()],
  ]);
  const isTyping = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement &&
    /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = KEYS.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  for (const tool of all('.tools input,.tools select')) tool.addEventListener('input', filterSoon);
  the('#b-next').addEventListener('click', () => step(1));
  the('#b-prev').addEventListener('click', () => step(-1));
  columns.addEventListener('click', toggleColumns);
  window.addEventListener('hashchange', reveal);
  for (const tool of all('.js')) tool.hidden = false;
  filter();
  reveal();
}
