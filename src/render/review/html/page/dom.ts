/** The page as the program wrote it: its parts, its words, and small pieces to put into it. */

/** A part that the page was written with; without it nothing here can work. */
export const the = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`the page lacks ${selector}`);
  return found;
};

/** What the program wrote into the page. */
export const setting = JSON.parse(the('#setting').textContent ?? '{}') as {
  readonly token: string;
  readonly words: Readonly<Record<string, string>>;
};

export const say = (name: string): string => setting.words[name] ?? name;

/** Texts of papers are only ever put in as text. */
export const make = (tag: string, className: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

export const status = the('#status');
export const search = the<HTMLInputElement>('#search');
export const whyFilter = the<HTMLSelectElement>('#why');
export const themeFilter = the<HTMLSelectElement>('#theme');
export const note = the<HTMLInputElement>('#note');
export const relation = the<HTMLSelectElement>('#relation');
