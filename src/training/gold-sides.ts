import type { DocumentUnits, SectionUnit, SentenceUnit, Side } from '../model/index.js';

interface GoldSentenceText {
  readonly id: string;
  readonly section: string;
  readonly text: string;
}

const MARKER =
  /^(第[一二三四五六七八九十百]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,3}[.．、](?!\d)|[（(]\d+[）)]|——|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，)/u;
const CHAPTER = /^[一二三四五六七八九十]+、$/u;

/**
 * Units of a document from gold sentences: one section for each gold section, headed by its first sentence.
 *
 * A section `一、` is the parent of those that follow with a lower marker.
 */
export function sideFromGold(
  id: string,
  sentences: readonly GoldSentenceText[],
  region?: string,
): Side {
  const sections: SectionUnit[] = [];
  const units: SentenceUnit[] = [];
  let chapter: string | undefined;
  const span = { start: 0, end: 0 };
  for (const sentence of sentences) {
    const text = sentence.text.trim();
    const marker = MARKER.exec(text)?.[0] ?? '';
    const sectionId = `${id}/${sentence.section}`;
    const opens = !sections.some((section) => section.id === sectionId);
    if (opens) {
      const isChapter = CHAPTER.test(marker);
      if (isChapter) chapter = undefined;
      sections.push({
        kind: 'section',
        id: sectionId,
        documentId: id,
        ...(chapter !== undefined && marker !== '' ? { parent: chapter } : {}),
        label: marker,
        depth: chapter !== undefined && marker !== '' ? 2 : 1,
        heading: marker === '' ? '' : text.slice(marker.length).replace(/[。]$/u, ''),
        span,
      });
      if (isChapter) chapter = sectionId;
    }
    units.push({
      kind: 'sentence',
      id: `${id}/${sentence.id}`,
      documentId: id,
      section: sectionId,
      paragraph: sectionId,
      text,
      markerLength: marker.length,
      heading: opens && marker !== '',
      span,
      content: { text, starts: [0], origins: [0] },
    });
  }
  const document: DocumentUnits = {
    head: {
      id,
      title: id,
      subtitles: [],
      kind: 'other',
      ...(region === undefined ? {} : { region: { code: '', name: region } }),
    },
    sections,
    sentences: units,
  };
  return { name: id, documents: [document] };
}

/** Full and short names of provinces and prefectures from `corpus/lexicon/regions.tsv`. */
export function readRegionNames(tsv: string): string[] {
  return tsv
    .split('\n')
    .filter((line) => /^\d{4}00\t/u.test(line))
    .flatMap((line) => line.split('\t').slice(1, 3));
}

/** A document names its own place at least this often for each sentence; a national text names none so often. */
const OWN_PLACE_RATE = 0.05;

/**
 * The place a gold document speaks for, since gold files have no heads: the region named most often.
 *
 * Corpus documents state their region in the head; this is only for fitting and scoring on bare gold.
 */
export function guessPlaces(
  sentences: readonly GoldSentenceText[],
  regions: readonly string[],
): string[] {
  const text = sentences.map((sentence) => sentence.text).join('\n');
  let best: string | undefined;
  let most = sentences.length * OWN_PLACE_RATE;
  for (const name of regions) {
    const count = text.split(name).length - 1;
    const longer = count === most && name.length > (best?.length ?? 0);
    if (count > most || longer) {
      best = name;
      most = count;
    }
  }
  if (best === undefined) return [];
  return regions.filter((name) => name.startsWith(best) || best.startsWith(name));
}
