import type { Level } from '../model/index.js';
import { isMunicipality } from './place.js';
import type { RegionEntry, RegionIndex } from './region-index.js';

/**
 * Index of the shipped table (`corpus/lexicon/regions.tsv`: code, name, short name, slug; GB/T 2260).
 *
 * In: the table's text. Cost: one pass over 3,400 lines; look-ups are linear in the text searched.
 */
export function createRegionIndex(table: string): RegionIndex {
  const entries = table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): RegionEntry => {
      const [code = '', name = '', short = '', slug = ''] = line.trim().split('\t');
      return { code, name, short, slug };
    });
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const byName = new Map<string, RegionEntry>();
  // The higher division wins where a county bears a city's name.
  for (const entry of [...entries].reverse())
    if (entry.name.length > 2) byName.set(entry.name, entry);
  const upper = entries.filter((entry) => calledOf(entry.code) !== 'county');
  const byShort = new Map<string, RegionEntry>();
  for (const entry of [...upper].reverse()) byShort.set(entry.short, entry);
  return {
    byCode,
    find: (text) => findByName(text, byName) ?? findByShort(text, byShort),
    mostNamed: (text, level) => mostNamed(text, level === 'county' ? entries : upper, level),
  };
}

/** What a division calls itself: a district of a municipality is one, whatever its rank. */
function calledOf(code: string): Level {
  if (code === '000000' || code === '100000') return 'national';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') || code.slice(2, 4) === '90' ? 'city' : 'county';
}

const LONGEST_NAME = 15;

/** Earliest full name; where names follow each other (湖北省武汉市), the last of the chain. */
function findByName(
  text: string,
  byName: ReadonlyMap<string, RegionEntry>,
): RegionEntry | undefined {
  for (let start = 0; start < text.length; start += 1) {
    let found = longestAt(text, start, byName);
    if (found === undefined) continue;
    let end = start + found.name.length;
    for (
      let next = longestAt(text, end, byName);
      next !== undefined;
      next = longestAt(text, end, byName)
    ) {
      found = next;
      end += next.name.length;
    }
    return found;
  }
  return undefined;
}

function longestAt(
  text: string,
  start: number,
  names: ReadonlyMap<string, RegionEntry>,
): RegionEntry | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length - start); length >= 2; length -= 1) {
    const found = names.get(text.slice(start, start + length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A short name at the very start of a title, or right before a word of office. */
function findByShort(
  text: string,
  byShort: ReadonlyMap<string, RegionEntry>,
): RegionEntry | undefined {
  for (let start = 0; start < text.length; start += 1) {
    for (let length = Math.min(6, text.length - start); length >= 2; length -= 1) {
      const entry = byShort.get(text.slice(start, start + length));
      if (entry === undefined) continue;
      if (
        start === 0 ||
        /^(?:委|政府|人大|政协|自贸|经济|高新|新区)/.test(text.slice(start + length))
      )
        return entry;
    }
  }
  return undefined;
}

function mostNamed(
  text: string,
  entries: readonly RegionEntry[],
  level: Level,
): RegionEntry | undefined {
  const ofLevel = entries.filter(
    ({ code, short }) =>
      (calledOf(code) === level || (level === 'city' && isMunicipality(code))) && short.length >= 2,
  );
  const byShort = new Map<string, RegionEntry>();
  // Short names of counties are often common words (延长, 城区): only their full names count.
  for (const entry of [...ofLevel].reverse())
    byShort.set(level === 'county' ? entry.name : entry.short, entry);
  const longest = level === 'county' ? LONGEST_NAME : 5;
  const counts = new Map<RegionEntry, number>();
  for (let start = 0; start < text.length; start += 1) {
    for (let length = longest; length >= 2; length -= 1) {
      const entry = byShort.get(text.slice(start, start + length));
      if (entry === undefined) continue;
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
      break;
    }
  }
  const [best] = [...counts].sort(
    ([a, often], [b, oftener]) => oftener - often || (a.code < b.code ? -1 : 1),
  );
  return best?.[0];
}
