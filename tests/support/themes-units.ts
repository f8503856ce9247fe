import type { DocumentUnits, SectionUnit, SentenceUnit } from '../../src/model/index.js';

/** A section for a test: headings from the outermost in, then its sentences. */
interface TestSection {
  readonly heads: readonly string[];
  readonly sentences: readonly string[];
  /** Marker of the innermost heading; default `1.`. */
  readonly label?: string;
}

const span = { start: 0, end: 0 };

/** A document with the given sections; the innermost heading is a sentence of its own. */
export function unitsOf(parts: readonly TestSection[], id = 'test'): DocumentUnits {
  const sections: SectionUnit[] = [];
  const sentences: SentenceUnit[] = [];
  parts.forEach(({ heads, sentences: texts, label = '1.' }, index) => {
    heads.forEach((heading, depth) => {
      sections.push({
        kind: 'section',
        id: `${id}/${index}.${depth}`,
        documentId: id,
        label: depth === heads.length - 1 ? label : '一、',
        depth: depth + 1,
        heading,
        span,
        ...(depth > 0 && { parent: `${id}/${index}.${depth - 1}` }),
      });
    });
    const section = heads.length > 0 ? `${id}/${index}.${heads.length - 1}` : undefined;
    const heading = heads.length > 0 ? [`${label}${heads.at(-1)}。`] : [];
    [...heading, ...texts].forEach((text, n) => {
      const isHeading = heads.length > 0 && n === 0;
      sentences.push({
        kind: 'sentence',
        id: `${id}/${index}.s${n}`,
        documentId: id,
        paragraph: `${id}/p${index}`,
        text,
        markerLength: isHeading ? label.length : 0,
        heading: isHeading,
        span,
        content: { text, starts: [], origins: [] },
        ...(section !== undefined && { section }),
      });
    });
  });
  const head = { id, title: id, subtitles: [], kind: 'other' as const };
  return { head, sections, sentences };
}
