import type { Archive } from '../archive.js';
import { formatNumber } from '../numerals.js';
import { type Attributes, isOn, numberOf, readXml } from '../xml.js';

interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `第%1条`; `%n` stands for the number of level n. */
  readonly pattern: string;
  readonly bullet: boolean;
  /** All numbers in digits, whatever their format (`w:isLgl`). */
  readonly legal: boolean;
  /** Begins again after this level (1-based) is used; 0: never; absent: after any outer level. */
  readonly restart?: number;
  readonly suffix: string;
  /** The style that stands for this level. */
  readonly style?: string;
}

interface OpenLevel {
  start: number;
  format: string;
  pattern: string;
  legal: boolean;
  restart?: number;
  suffix: string;
  style?: string;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** Lists that borrow their levels by the name of a list style. */
  link?: string;
  provides?: string;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

export interface Numbering {
  readonly lists: ReadonlyMap<number, List>;
  readonly abstracts: ReadonlyMap<string, AbstractList>;
}

/** Lists of `numbering.xml`. Cost: linear. */
export function readNumbering(archive: Archive, part: string | undefined, path: string): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<number, List>();
  const bytes = part === undefined ? undefined : archive.get(part);
  if (bytes === undefined || part === undefined) return { lists, abstracts };
  let abstract: AbstractList | undefined;
  let list: List | undefined;
  let overridden: number | undefined;
  let level: { at: number; open: OpenLevel } | undefined;
  readXml(bytes, part, path, {
    open(name, attributes) {
      const value = attributes.val;
      if (name === 'abstractNum') {
        abstract = { levels: new Map() };
        abstracts.set(attributes.abstractNumId ?? '', abstract);
      } else if (name === 'num') {
        list = { abstract: '', starts: new Map(), levels: new Map() };
        lists.set(numberOf(attributes.numId) ?? -1, list);
      } else if (name === 'abstractNumId' && list !== undefined) list.abstract = value ?? '';
      else if (name === 'lvlOverride') overridden = numberOf(attributes.ilvl);
      else if (name === 'startOverride' && list !== undefined && overridden !== undefined) {
        list.starts.set(overridden, numberOf(value) ?? 1);
      } else if (name === 'numStyleLink' && abstract !== undefined) abstract.link = value ?? '';
      else if (name === 'styleLink' && abstract !== undefined) abstract.provides = value ?? '';
      else if (name === 'lvl') level = { at: numberOf(attributes.ilvl) ?? 0, open: emptyLevel() };
      else if (level !== undefined) readProperty(level.open, name, attributes);
    },
    close(name) {
      if (name === 'lvl' && level !== undefined) {
        (list ?? abstract)?.levels.set(level.at, {
          ...level.open,
          bullet: level.open.format === 'bullet',
        });
        level = undefined;
      } else if (name === 'abstractNum') abstract = undefined;
      else if (name === 'num') list = undefined;
      else if (name === 'lvlOverride') overridden = undefined;
    },
  });
  return { lists, abstracts };
}

function emptyLevel(): OpenLevel {
  return { start: 0, format: 'decimal', pattern: '', legal: false, suffix: ' ' };
}

function readProperty(level: OpenLevel, name: string, attributes: Attributes): void {
  const value = attributes.val;
  if (name === 'start') level.start = numberOf(value) ?? 1;
  else if (name === 'numFmt') level.format = value ?? 'decimal';
  else if (name === 'lvlText') level.pattern = value ?? '';
  else if (name === 'isLgl') level.legal = isOn(attributes);
  else if (name === 'pStyle' && value !== undefined) level.style = value;
  else if (name === 'suff') level.suffix = value === 'nothing' ? '' : ' ';
  else if (name === 'lvlRestart') {
    const restart = numberOf(value);
    if (restart !== undefined) level.restart = restart;
  }
}

function abstractOf(numbering: Numbering, list: List): AbstractList | undefined {
  const own = numbering.abstracts.get(list.abstract);
  if (own?.link === undefined) return own;
  const linked = [...numbering.abstracts.values()].find(({ provides }) => provides === own.link);
  return linked ?? own;
}

/** The level of a list that is tied to a style, for styles that name the list only. */
export function levelOfStyle(numbering: Numbering, num: number, style: string): number | undefined {
  const list = numbering.lists.get(num);
  const levels = list === undefined ? undefined : abstractOf(numbering, list)?.levels;
  return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0];
}

export interface Label {
  readonly text: string;
  readonly bullet: boolean;
  /** A number format this program does not know; digits were written. */
  readonly unknownFormat?: string;
}

/**
 * The labels of automatic numbering, paragraph after paragraph.
 *
 * Lists of one abstract list count together, as in Word; a list with a start of its own begins again
 * when it is first used.
 */
export function labelWriter(
  numbering: Numbering,
): (num: number, level: number) => Label | undefined {
  const counters = new Map<AbstractList, (number | undefined)[]>();
  const used = new Set<number>();
  return (num, at) => {
    const list = numbering.lists.get(num);
    const abstract = list === undefined ? undefined : abstractOf(numbering, list);
    if (list === undefined || abstract === undefined) return undefined;
    const levelAt = (i: number): ListLevel | undefined =>
      list.levels.get(i) ?? abstract.levels.get(i);
    const level = levelAt(at);
    if (level === undefined) return undefined;
    const counter = counters.get(abstract) ?? [];
    counters.set(abstract, counter);
    const startOf = (i: number): number => list.starts.get(i) ?? levelAt(i)?.start ?? 1;
    if (!used.has(num)) for (const i of list.starts.keys()) counter[i] = undefined;
    used.add(num);
    counter[at] = (counter[at] ?? startOf(at) - 1) + 1;
    for (let i = 0; i < at; i += 1) counter[i] ??= startOf(i);
    restartDeeper(counter, at, levelAt);
    return writeLabel(level, counter, levelAt);
  };
}

function restartDeeper(
  counter: (number | undefined)[],
  at: number,
  levelAt: (level: number) => ListLevel | undefined,
): void {
  for (let i = at + 1; i < counter.length; i += 1) {
    const restart = levelAt(i)?.restart;
    if (restart === undefined || (restart > 0 && at < restart)) counter[i] = undefined;
  }
}

function writeLabel(
  level: ListLevel,
  counter: readonly (number | undefined)[],
  levelAt: (level: number) => ListLevel | undefined,
): Label {
  // Bullets of symbol fonts are private-use characters: any font's bullet is one.
  if (level.bullet) {
    const sign = level.pattern.replace(/[\ue000-\uf8ff]/g, '•');
    return { text: sign === '' ? '' : `${sign}${level.suffix}`, bullet: true };
  }
  let unknownFormat: string | undefined;
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const i = Number(digit) - 1;
    const value = counter[i] ?? levelAt(i)?.start ?? 1;
    const format = level.legal ? 'decimal' : (levelAt(i)?.format ?? 'decimal');
    const written = formatNumber(value, format);
    if (written === undefined) unknownFormat = format;
    return written ?? String(value);
  });
  return {
    text: text === '' ? '' : `${text}${level.suffix}`,
    bullet: false,
    ...(unknownFormat !== undefined && { unknownFormat }),
  };
}
