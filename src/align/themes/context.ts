import type { DocumentUnits, SectionUnit, SentenceUnit } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/**
 * How much each part of the context adds to a sentence's own evidence, in the unit of a term's
 * weight: a label needs 1 in all.
 *
 * Chosen by what they mean, in steps of 0.1, not fitted: a heading about the theme and most of the
 * sentences below it about the theme carry a sentence without a theme word (0.7 + 0.5 · d ≥ 1 from
 * d = 0.6); a heading alone, a chapter alone or dense neighbours alone do not, but let a weak term
 * (0.3–0.5) count.
 * An early sweep moved each by 0.1–0.3 with at most 0.006 of macro F1 on held-out parts
 * (`src/decisions/0030-themes.md`).
 */
export const CONTEXT_WEIGHTS = { heading: 0.7, chapter: 0.3, density: 0.5 } as const;

/** A lead-in that opens a new topic whatever heading stands above: 会议指出, 全会强调. */
const LEAD_IN =
  /^(?:会议|全会|会上|会议还?|大家|与会)[^，。]{0,6}?(?:指出|强调|认为|要求|号召|提出|确定|决定)/u;

/** A marker of running text: its point ends with its paragraph, as no heading closes it. */
const POINT = /^第?[一二三四五六七八九十]+[是要，、]?$/u;

/** A first sentence of a paragraph up to this length works as its heading (20 Han and a marker). */
const TOPIC_SENTENCE_LENGTH = 24;

/** Sentences that share a topic: those of one section, or of one paragraph where it stands alone. */
export interface ContextGroup {
  readonly sentences: readonly number[];
  /** Heading of the section, where it applies. */
  readonly heading: string | undefined;
  /** Index of the sentence that works as a heading: the heading itself or a topic sentence. */
  readonly topic: number | undefined;
  /** Headings of the sections around, innermost first, then the title of the document. */
  readonly chapters: readonly string[];
}

/**
 * Cuts a document into groups of sentences that share their context.
 *
 * A section's own sentences (not those of its subsections) are one group. A paragraph without a
 * section, or that opens with a communiqué's lead-in, is a group of its own, so that what the
 * last numbered point was about does not colour the closing paragraphs. For the same reason a point
 * of running text (`一是`, `第一，`) holds for its first paragraph only.
 */
export function contextGroups(document: DocumentUnits): readonly ContextGroup[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const paragraphs = runsOf(document.sentences, (sentence) => sentence.paragraph);
  const groups = new Map<string, { section: SectionUnit | undefined; sentences: number[] }>();
  for (const run of paragraphs) {
    const first = itemAt(document.sentences, itemAt(run, 0));
    const section = first.section === undefined ? undefined : sections.get(first.section);
    const over = section !== undefined && POINT.test(section.label) && groups.has(keyOf(section));
    const alone = section === undefined || over || LEAD_IN.test(first.text);
    const key = alone ? `paragraph ${run[0]}` : keyOf(section);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { section: alone ? undefined : section, sentences: run });
    else group.sentences.push(...run);
  }
  return [...groups.values()].map(({ section, sentences }) => ({
    sentences,
    heading: section?.heading,
    topic: topicOf(document.sentences, sentences),
    chapters: section === undefined ? [] : [...chaptersOf(section, sections), document.head.title],
  }));
}

function keyOf(section: SectionUnit): string {
  return `section ${section.id}`;
}

function runsOf(sentences: readonly SentenceUnit[], key: (s: SentenceUnit) => string): number[][] {
  const runs: number[][] = [];
  sentences.forEach((sentence, index) => {
    const last = runs.at(-1);
    const before = last === undefined ? undefined : sentences[itemAt(last, 0)];
    const same =
      before !== undefined && key(before) === key(sentence) && before.section === sentence.section;
    if (same) last!.push(index);
    else runs.push([index]);
  });
  return runs;
}

function topicOf(all: readonly SentenceUnit[], members: readonly number[]): number | undefined {
  const first = members[0];
  if (first === undefined || members.length < 2) return undefined;
  const sentence = itemAt(all, first);
  const short = sentence.text.length <= TOPIC_SENTENCE_LENGTH && !LEAD_IN.test(sentence.text);
  return sentence.heading || short ? first : undefined;
}

function chaptersOf(section: SectionUnit, sections: ReadonlyMap<string, SectionUnit>): string[] {
  const chapters: string[] = [];
  const seen = new Set([section.id]);
  let parent = section.parent;
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const above = sections.get(parent);
    if (above === undefined) break;
    chapters.push(above.heading);
    parent = above.parent;
  }
  return chapters;
}
