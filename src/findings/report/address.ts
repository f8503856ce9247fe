import type { Side } from '../../model/index.js';

/** Makes the address of a unit of one side from its id. */
type AddressOf = (document: string, id: string) => string;

/** An address stands in links and on paper: letters, digits and what ids are made of, no blanks or quotes. */
const PLAIN_NAME = /^[\p{L}\p{N}_.-]+$/u;

/**
 * Addresses of each side's units: `hubei:11.3` where the side was named by an alias of one document,
 * `cewc-2020:3.2` otherwise. A prefix that an earlier side has gets a number, so that a document can be
 * compared with itself.
 */
export function addressers(sides: readonly Side[]): AddressOf[] {
  const taken = new Set<string>();
  return sides.map((side) => {
    const prefixes = new Map<string, string>();
    for (const { head } of side.documents) {
      if (prefixes.has(head.id)) continue;
      const named = side.documents.length === 1 && PLAIN_NAME.test(side.name);
      prefixes.set(head.id, unused(plain(named ? side.name : head.id), taken));
    }
    return (document, id) =>
      `${prefixes.get(document) ?? plain(document)}:${plain(tail(document, id))}`;
  });
}

function unused(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n += 1) candidate = `${name}-${n}`;
  taken.add(candidate);
  return candidate;
}

function tail(document: string, id: string): string {
  return id.startsWith(`${document}/`) ? id.slice(document.length + 1) : id;
}

function plain(text: string): string {
  return text.replace(/[\s"'`<>#%&?]+/gu, '_');
}
