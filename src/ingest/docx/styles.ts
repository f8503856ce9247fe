import type { Archive } from '../archive.js';
import { type Attributes, numberOf, readXml } from '../xml.js';

/** Which list a paragraph belongs to. `num` 0 takes it out of the list of its style. */
interface ListPlace {
  readonly num?: number;
  readonly level?: number;
}

/** What a paragraph style says. */
export interface Style {
  readonly name: string;
  readonly basedOn?: string;
  /** 1 is the outermost; `null` for body text by its own word. */
  readonly outline?: number | null;
  readonly list?: ListPlace;
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  readonly defaultId?: string;
}

interface OpenStyle {
  id: string;
  name: string;
  basedOn?: string;
  outline?: number | null;
  list?: { num?: number; level?: number };
}

/** Paragraph styles of `styles.xml`. Cost: linear. */
export function readStyles(archive: Archive, part: string | undefined, path: string): Styles {
  const bytes = part === undefined ? undefined : archive.get(part);
  const byId = new Map<string, Style>();
  let defaultId: string | undefined;
  let style: OpenStyle | undefined;
  if (bytes === undefined || part === undefined) return { byId };
  readXml(bytes, part, path, {
    open(name, attributes) {
      if (name === 'style' && (attributes.type ?? 'paragraph') === 'paragraph') {
        style = { id: attributes.styleId ?? '', name: '' };
        if (attributes.default === '1' || attributes.default === 'true') defaultId = style.id;
      } else if (style !== undefined) readProperty(style, name, attributes);
    },
    close(name) {
      if (name !== 'style' || style === undefined) return;
      const { id, ...rest } = style;
      byId.set(id, rest);
      style = undefined;
    },
  });
  return { byId, ...(defaultId !== undefined && { defaultId }) };
}

function readProperty(style: OpenStyle, name: string, attributes: Attributes): void {
  const value = attributes.val;
  if (name === 'name') style.name = value ?? '';
  else if (name === 'basedOn' && value !== undefined) style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = outlineOf(value);
  else if (name === 'numId') style.list = { ...style.list, num: numberOf(value) ?? 0 };
  else if (name === 'ilvl') style.list = { ...style.list, level: numberOf(value) ?? 0 };
}

/** `w:outlineLvl` counts from 0; 9 is body text. */
export function outlineOf(value: string | undefined): number | null {
  const level = numberOf(value);
  return level === undefined || level < 0 || level > 8 ? null : level + 1;
}

/** What a style says after its ancestors have been asked. Cycles end the search. */
export function resolveStyle(styles: Styles, id: string | undefined): Omit<Style, 'basedOn'> {
  const chain: Style[] = [];
  const seen = new Set<string>();
  let next = id ?? styles.defaultId;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const style = styles.byId.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.basedOn;
  }
  const outline =
    chain.find((style) => style.outline !== undefined)?.outline ?? namedOutline(chain);
  const lists = chain.map(({ list }) => list).filter((list) => list !== undefined);
  const num = lists.find((list) => list.num !== undefined)?.num;
  const level = lists.find((list) => list.level !== undefined)?.level;
  return {
    name: chain[0]?.name ?? '',
    ...(outline !== undefined && { outline }),
    ...(num !== undefined && { list: { num, ...(level !== undefined && { level }) } }),
  };
}

/** `heading 2`, `标题 2`: built-in names, for files whose styles state no level. */
function namedOutline(chain: readonly Style[]): number | undefined {
  for (const { name } of chain) {
    const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name);
    if (match !== null) return Number(match[1]);
  }
  return undefined;
}
