import {
  type DocumentElement,
  ELEMENT_KINDS,
  type ElementKind,
  MARKER_KINDS,
  type MappedText,
  type SourceText,
} from '../model/index.js';
import { groupsOf, mappedBuilder, spanOf } from '../text/index.js';
import { markerOf, numberInCore } from './markers.js';
import type { RawParagraph } from './paragraphs.js';

/** A text whose lines say what they are. */
interface Marked {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly elements: readonly DocumentElement[];
  readonly paragraphs: readonly RawParagraph[];
}

const MARK = /^\\(?<name>[a-z]+(?:-[a-z]+)*)(?:-(?<outline>\d+)|:(?<core>\S{1,12}))? /;

/**
 * Read a corpus text whose head says `lines: marked`: one paragraph a line, nothing guessed.
 *
 * `\title …` and the other kinds of elements are named; `\table …` is a row, `\heading-2 …` a heading without a number,
 * `\text …` a paragraph that opens nothing whatever it begins with; `\han:一 …` a heading whose number is not printed before
 * it, or printed without a mark (`\decimal:1 1总则`). A line without a mark is body. Cost: linear.
 */
export function readMarked(source: SourceText, from: number): Marked {
  const elements: DocumentElement[] = [];
  const paragraphs: RawParagraph[] = [];
  let at = from;
  for (const line of source.text.slice(from).split('\n')) {
    const start = at;
    at += line.length + 1;
    const bare = line.replace(/\r$/, '');
    if (bare.trim() === '') continue;
    const match = MARK.exec(bare);
    const { name = '', outline, core } = match === null ? {} : groupsOf(match);
    const skip = match?.[0].length ?? 0;
    const content = mapped(bare.slice(skip), start + skip);
    const kind = ELEMENT_KINDS.find((known) => known === name);
    if (kind !== undefined) elements.push(elementOf(kind, content));
    else
      paragraphs.push(
        toldOf(name, core, content) ?? paragraphOf(name, outline, content, mapped(bare, start)),
      );
  }
  const texts = (kind: ElementKind): string[] =>
    elements.filter((element) => element.kind === kind).map(({ text }) => text);
  return { title: texts('title')[0] ?? '', subtitles: texts('subtitle'), elements, paragraphs };
}

function mapped(text: string, origin: number): MappedText {
  const builder = mappedBuilder();
  builder.append(text, origin);
  return builder.build();
}

function elementOf(kind: ElementKind, content: MappedText): DocumentElement {
  return { type: 'element', kind, text: content.text, span: spanOf(content) };
}

/** A heading whose marker does not follow from its text: see `told-headings.ts`. */
function toldOf(
  name: string,
  core: string | undefined,
  content: MappedText,
): RawParagraph | undefined {
  const kind = MARKER_KINDS.find((known) => known === name);
  if (kind === undefined || core === undefined) return undefined;
  const number = numberInCore(core, kind);
  const label = content.text.startsWith(core) ? core : '';
  return {
    content,
    lines: [],
    marker: { kind, label, core, ...(number !== undefined && { number }) },
  };
}

/** A mark nobody knows is text: nothing a person writes is lost. */
function paragraphOf(
  name: string,
  outline: string | undefined,
  content: MappedText,
  whole: MappedText,
): RawParagraph {
  if (name === 'text') return { content, lines: [], role: 'footnote' };
  if (name === 'table') return { content, lines: [], role: 'table-row' };
  if (name === 'heading' && outline !== undefined)
    return { content, lines: [], outline: Number(outline) };
  const marker = markerOf(whole.text);
  return { content: whole, lines: [], ...(marker !== undefined && { marker }) };
}
