import { type Attributes, numberOf, readXml } from '../xml.js';

/** One level of a list or of the outline. */
export interface OdtLevel {
  /** `1`, `a`, `一, 二, 三, ...`; empty: no number is shown. */
  readonly format: string;
  readonly bullet: string | undefined;
  /** `第%1%条`, where the writer states the whole label. */
  readonly pattern: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the label shows, this one included. */
  readonly shown: number;
  readonly start: number;
  /** What parts the label from the text. */
  readonly gap: string;
}

export type OdtLevels = ReadonlyMap<number, OdtLevel>;

interface OdtStyle {
  readonly name: string;
  readonly parent: string | undefined;
  readonly list: string | undefined;
  hidden: boolean;
}

export interface OdtStyles {
  readonly lists: Map<string, Map<number, OdtLevel>>;
  readonly outline: Map<number, OdtLevel>;
  readonly styles: Map<string, OdtStyle>;
}

export function emptyStyles(): OdtStyles {
  return { lists: new Map(), outline: new Map(), styles: new Map() };
}

/** Add the styles of one part (`styles.xml`, then `content.xml`, whose own come first in meaning). Cost: linear. */
export function readStyles(bytes: Uint8Array, part: string, path: string, into: OdtStyles): void {
  let levels: Map<number, OdtLevel> | undefined;
  let open: { at: number; level: { -readonly [K in keyof OdtLevel]: OdtLevel[K] } } | undefined;
  let style: OdtStyle | undefined;
  readXml(bytes, part, path, {
    open(name, attributes) {
      if (name === 'list-style') {
        levels = new Map();
        into.lists.set(attributes.name ?? '', levels);
      } else if (name === 'outline-style') levels = into.outline;
      else if (LEVELS.has(name)) {
        open = { at: numberOf(attributes.level) ?? 1, level: levelOf(name, attributes) };
      } else if (name === 'list-level-label-alignment' && open !== undefined) {
        if (attributes['label-followed-by'] === 'nothing') open.level.gap = '';
      } else if (name === 'style') {
        style = styleOf(attributes);
        into.styles.set(`${attributes.family} ${attributes.name}`, style);
      } else if (name === 'text-properties' && style !== undefined) {
        if (attributes.display === 'none') style.hidden = true;
      }
    },
    close(name) {
      if (LEVELS.has(name) && open !== undefined) {
        levels?.set(open.at, open.level);
        open = undefined;
      } else if (name === 'list-style' || name === 'outline-style') levels = undefined;
      else if (name === 'style') style = undefined;
    },
  });
}

const LEVELS = new Set([
  'list-level-style-number',
  'list-level-style-bullet',
  'list-level-style-image',
  'outline-level-style',
]);

function levelOf(name: string, attributes: Attributes) {
  const isBullet = name === 'list-level-style-bullet' || name === 'list-level-style-image';
  return {
    format: attributes['num-format'] ?? '',
    bullet: isBullet ? (attributes['bullet-char'] ?? '•') : undefined,
    pattern: attributes['num-list-format'],
    prefix: attributes['num-prefix'] ?? '',
    suffix: attributes['num-suffix'] ?? '',
    shown: numberOf(attributes['display-levels']) ?? 1,
    start: numberOf(attributes['start-value']) ?? 1,
    gap: ' ',
  };
}

function styleOf(attributes: Attributes): OdtStyle {
  return {
    name: attributes['display-name'] ?? attributes.name ?? '',
    parent: attributes['parent-style-name'],
    list: attributes['list-style-name'],
    hidden: false,
  };
}

/** A paragraph style and its ancestors; cycles end the search. */
function* chainOf(styles: OdtStyles, name: string | undefined): Generator<OdtStyle> {
  const seen = new Set<string>();
  let next = name;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const style = styles.styles.get(`paragraph ${next}`);
    if (style === undefined) return;
    yield style;
    next = style.parent;
  }
}

/** `Heading 2`, `标题 2`: the outline level that a style's name says. */
export function outlineOfStyle(styles: OdtStyles, name: string | undefined): number | undefined {
  for (const style of chainOf(styles, name)) {
    const match = /^(?:heading|标题)(?:_20_|\s)*([1-9])$/i.exec(style.name);
    if (match !== null) return Number(match[1]);
  }
  return undefined;
}

/** The list style that a paragraph style names. */
export function listOfStyle(styles: OdtStyles, name: string | undefined): string | undefined {
  for (const { list } of chainOf(styles, name)) if (list !== undefined) return list;
  return undefined;
}

export function isHidden(styles: OdtStyles, name: string | undefined): boolean {
  return name !== undefined && styles.styles.get(`text ${name}`)?.hidden === true;
}
