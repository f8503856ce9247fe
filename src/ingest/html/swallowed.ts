import type { Damage } from '../damage.js';

/** Elements whose content is no markup: what is never closed takes the rest of the page. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea']);

const HAN = /\p{Script=Han}/u;

/** Looks for text of a page that a tag, a comment or a quotation mark swallows because its end is gone. */
interface SwallowWatch {
  readonly opened: (
    tag: string,
    from: number,
    to: number,
    attributes: Readonly<Record<string, string>>,
  ) => void;
  readonly closed: (tag: string, to: number) => void;
  readonly comment: (from: number, to: number) => void;
  readonly passed: (to: number) => void;
  readonly end: () => void;
}

/** Sloppy pages leave much open; told is only what holds Chinese and can be nothing else. */
export function watchSwallowed(html: string, damage: Damage | undefined): SwallowWatch {
  let raw: number | undefined;
  let last = 0;
  const tell = (from: number, to = html.length): void => {
    if (HAN.test(html.slice(from, to))) damage?.place(from);
  };
  return {
    opened(tag, from, to, attributes) {
      last = to;
      if (RAW.has(tag)) raw = from;
      const names = [tag, ...Object.keys(attributes)];
      if (names.some((name) => HAN.test(name)) || Object.values(attributes).some(holdsTags))
        tell(from, to);
    },
    closed(tag, to) {
      last = to;
      if (RAW.has(tag)) raw = undefined;
    },
    comment(from, to) {
      last = to;
      if (to >= html.length && !html.endsWith('-->')) tell(from);
    },
    passed(to) {
      last = to;
    },
    end() {
      tell(raw ?? last);
    },
  };
}

/** `…<p class=`: a value that ends where the next one should begin. */
function holdsTags(value: string): boolean {
  return value.trimEnd().endsWith('=') && value.lastIndexOf('<') > value.lastIndexOf('>');
}
