import type {
  Block,
  DocumentHead,
  DocumentUnits,
  MappedText,
  Paragraph,
  PolicyDocument,
  Section,
  SectionUnit,
  SentenceUnit,
  UnitSource,
} from '../model/index.js';
import { sliceMapped, spanOf } from '../text/index.js';
import { responsibilitiesOf } from './responsibilities.js';
import { sentenceEnds } from './sentences.js';

/**
 * Cut a document into section and sentence units.
 *
 * A heading on a line of its own is a sentence of its section. A communiqué's paragraph with a lead-in
 * (会议指出 …) outside any section is a unit of the section grain too, `<document>/¶5`, headed by its
 * first sentence: that is how such papers are divided. Cost: linear.
 */
export function segment(document: PolicyDocument, source?: UnitSource): DocumentUnits {
  const sections: SectionUnit[] = [];
  const sentences: SentenceUnit[] = [];
  const counts = new Map<string, number>();
  const place: Place = { document, sections, sentences, counts };
  let paragraphs = 0;
  for (const block of document.children) {
    if (block.type === 'paragraph') paragraphs += 1;
    const lead = block.type === 'paragraph' && block.lead !== undefined;
    if (lead) addLead(place, block, paragraphs);
    else addBlock(place, block, undefined);
  }
  const { quality } = document;
  const responsibilities = responsibilitiesOf(document, sentences);
  return {
    head: headOf(document),
    quality,
    sections,
    sentences,
    ...(responsibilities.length > 0 && { responsibilities }),
    ...(source !== undefined && { source }),
  };
}

interface Place {
  readonly document: PolicyDocument;
  readonly sections: SectionUnit[];
  readonly sentences: SentenceUnit[];
  readonly counts: Map<string, number>;
}

function headOf(document: PolicyDocument): DocumentHead {
  const { id, title, subtitles, level, region, kind, date, issuer, number } = document;
  return {
    id,
    title,
    subtitles,
    kind,
    ...(level !== undefined && { level }),
    ...(region !== undefined && { region }),
    ...(date !== undefined && { date }),
    ...(issuer !== undefined && { issuer }),
    ...(number !== undefined && { number }),
  };
}

/** Longest heading made from a first sentence, in characters. */
const LONGEST_HEADING = 60;

function addLead(place: Place, paragraph: Paragraph, ordinal: number): void {
  const { text } = paragraph.content;
  const id = `${place.document.id}/¶${ordinal}`;
  const first = text.slice(0, sentenceEnds(text)[0]).replace(/[。！？；]$/, '');
  place.sections.push({
    kind: 'section',
    id,
    documentId: place.document.id,
    label: '',
    depth: 1,
    heading: first.slice(0, LONGEST_HEADING),
    span: paragraph.span,
  });
  addSentences(place, paragraph.content, {
    paragraph: paragraph.id,
    section: id,
    marker: 0,
    headed: false,
  });
}

function addBlock(place: Place, block: Block, section: Section | undefined): void {
  if (block.type === 'section') addSection(place, block, section);
  else {
    const opens =
      section !== undefined &&
      section.children[0] === block &&
      (section.runIn || section.heading === '');
    const marker = opens ? section.label.length : 0;
    addSentences(place, block.content, {
      paragraph: block.id,
      section: section?.id,
      marker,
      headed: opens && section.runIn,
    });
  }
}

function addSection(place: Place, section: Section, parent: Section | undefined): void {
  place.sections.push({
    kind: 'section',
    id: section.id,
    documentId: place.document.id,
    label: section.label,
    depth: section.depth,
    heading: section.heading,
    span: section.span,
    ...(parent !== undefined && { parent: parent.id }),
    ...(section.number !== undefined && { number: section.number }),
  });
  if (!section.runIn && section.heading !== '') addHeading(place, section);
  for (const child of section.children) addBlock(place, child, section);
}

function addHeading(place: Place, section: Section): void {
  place.sentences.push({
    kind: 'sentence',
    id: nextId(place, section.id),
    documentId: place.document.id,
    section: section.id,
    paragraph: section.id,
    text: section.content.text,
    markerLength: section.label.length,
    heading: true,
    span: spanOf(section.content),
    content: section.content,
  });
}

/** Where the sentences of a paragraph belong. */
interface Belonging {
  readonly paragraph: string;
  readonly section: string | undefined;
  /** Length of the section's marker at the start of the paragraph. */
  readonly marker: number;
  /** The first sentence is the section's heading. */
  readonly headed: boolean;
}

function addSentences(
  place: Place,
  content: MappedText,
  { paragraph, section, marker, headed }: Belonging,
): void {
  let start = 0;
  for (const end of sentenceEnds(content.text)) {
    const slice = sliceMapped(content, start, end);
    place.sentences.push({
      kind: 'sentence',
      id: nextId(place, section ?? `${place.document.id}/0`),
      documentId: place.document.id,
      paragraph,
      text: slice.text,
      markerLength: start === 0 ? marker : 0,
      heading: headed && start === 0,
      span: spanOf(slice),
      content: slice,
      ...(section !== undefined && { section }),
    });
    start = end;
  }
}

function nextId(place: Place, section: string): string {
  const count = (place.counts.get(section) ?? 0) + 1;
  place.counts.set(section, count);
  return `${section}.${count}`;
}
