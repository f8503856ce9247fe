import type { SectionUnit, SentenceUnit, Side } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { type Background, EMPTY_BACKGROUND } from './background.js';
import type { SentenceSpan } from './clauses/spans.js';
import {
  type CutPaper,
  type CutSentence,
  concat,
  cutPaper,
  distinct,
  gramsOf,
  type PaperKnowledge,
} from './cut.js';
import { gramBagger, type SectionBags } from './gram-bag.js';
import { CLAUSE_GAP, type Neutral } from './neutralise.js';
import { Interner } from './numbering.js';
import { readCutPaper, writeCutPaper } from './paper-file.js';
import { countsOf, gramTable, type PaperGrams, type Postings, postingsOf } from './paper-grams.js';
import { placeNamesOf } from './places.js';
import type { Provision } from './provision.js';
import { contentText } from './relation.js';

/** A clause by its paper's own numbering of grams and words. */
export interface PaperClause {
  readonly words: Int32Array;
  /** Distinct, in ascending order. */
  readonly grams: Int32Array;
  /** It gives the task to a body that only the state has, which no lower text can take up. */
  readonly reserved: boolean;
}

/** What of a sentence does not depend on what its paper is compared with. */
export interface PaperSentence {
  readonly unit: SentenceUnit;
  readonly index: number;
  /** Index of its section in the side, −1 before the first. */
  readonly section: number;
  readonly neutral: Neutral;
  /** Content characters of the neutral text alone. */
  readonly content: string;
  readonly provision: Provision;
  /** Its clauses as they stand in the unit's text. */
  readonly spans: readonly SentenceSpan[];
  /** Index of the sentence that opens the list this one is of (…履行下列职责：), −1 where it is of none. */
  readonly lead: number;
  /** Distinct grams in ascending order; `listed` with those of its list's opening. */
  readonly grams: Int32Array;
  readonly listed: Int32Array;
  readonly words: Int32Array;
  readonly clauses: readonly PaperClause[];
}

export interface PaperSection {
  readonly unit: SectionUnit;
  readonly index: number;
  readonly parent: number;
  /** Belongs to an item rather than standing beside it: a point (`——`, `一是`), or anything below an article. */
  readonly point: boolean;
  /** The neutral heading's. */
  readonly heading: Pick<PaperClause, 'words' | 'grams'>;
  /** Sentences whose innermost section this is. */
  readonly own: readonly number[];
  /** Own sentences and those of all sections below. */
  readonly all: readonly number[];
  readonly bags: SectionBags;
}

/** Words of a paper by id. */
export interface PaperWords {
  /** The background's number, or the text of a word it does not know. */
  readonly keys: readonly (number | string)[];
  readonly ids: ReadonlyMap<number | string, number>;
  /** How many sentences hold it. */
  readonly counts: Int32Array;
}

/**
 * One side of a comparison, made ready for comparing with any other: everything that depends on it alone.
 *
 * Two of them cost `alignPapers` only what is the pair's.
 */
export interface PreparedPaper {
  readonly side: Side;
  readonly sentences: readonly PaperSentence[];
  readonly sections: readonly PaperSection[];
  readonly grams: PaperGrams;
  readonly words: PaperWords;
  readonly postings: Postings;
  readonly background: Background;
}

/**
 * Prepare a side once for all its comparisons.
 *
 * *In* `places`: names of the side's own places beyond those in its documents' heads.
 * *Cost* linear in the length of the texts; some 2 ms for a thousand characters.
 */
export function preparePaper(
  side: Side,
  knowledge: Partial<PaperKnowledge>,
  places: readonly string[] = [],
): PreparedPaper {
  const { background = EMPTY_BACKGROUND, concepts } = knowledge;
  const names = placeNamesOf(side, places);
  return assemblePaper(side, cutPaper(side, names, { background, concepts }), background);
}

/** What of preparing a side is costly, as bytes to be kept: `paperFromBytes` does the rest. */
export function paperBytes(
  side: Side,
  { background = EMPTY_BACKGROUND, concepts }: Partial<PaperKnowledge>,
): Uint8Array {
  return writeCutPaper(cutPaper(side, placeNamesOf(side, []), { background, concepts }));
}

/** *In* the same side, and the background it was cut with. *Errors*: `RangeError` for bytes of something else. */
export function paperFromBytes(
  side: Side,
  bytes: Uint8Array,
  background: Background = EMPTY_BACKGROUND,
): PreparedPaper {
  return assemblePaper(side, readCutPaper(bytes), background);
}

/** A side and its cut texts as one: grams counted, sentences in their sections. */
function assemblePaper(side: Side, cut: CutPaper, background: Background): PreparedPaper {
  const grams = new Interner();
  const { sections, sentences } = countGrams(side, cut, grams);
  const structure = structureOf(sections, sentences);
  const joined = sentences.map(
    (sentence, index): PaperSentence => joinedSentence(sentence, index, sentences, structure),
  );
  const table = gramTable(grams, joined, background);
  return {
    side,
    sentences: joined,
    sections: sectionsOf(sections, structure, sentences, table.orders.length),
    grams: table,
    postings: postingsOf(joined, table),
    words: {
      keys: cut.words,
      ids: new Map(cut.words.map((key, id) => [key, id])),
      counts: countsOf(
        joined.map(({ words }) => distinct(words)),
        cut.words.length,
      ),
    },
    background,
  };
}

/** A sentence with its grams, apart from its place in the paper. */
interface CountedSentence {
  readonly unit: SentenceUnit;
  readonly cut: CutSentence;
  readonly clauses: readonly PaperClause[];
  readonly grams: Int32Array;
}

interface CountedSection {
  readonly unit: SectionUnit;
  readonly heading: PaperSection['heading'];
}

/** Number the grams of all texts: document by document, headings first. */
function countGrams(
  side: Side,
  cut: CutPaper,
  grams: Interner,
): { readonly sections: CountedSection[]; readonly sentences: CountedSentence[] } {
  const sections: CountedSection[] = [];
  const sentences: CountedSentence[] = [];
  for (const document of side.documents) {
    for (const unit of document.sections) {
      const { text, words, concepts } = itemAt(cut.headings, sections.length);
      sections.push({ unit, heading: { words, grams: gramsOf(text, concepts, grams) } });
    }
    for (const unit of document.sentences) {
      const own = itemAt(cut.sentences, sentences.length);
      const clauses = own.neutral.text.split(CLAUSE_GAP).map((text, i): PaperClause => {
        const { words, concepts } = itemAt(own.clauses, i);
        return { words, grams: gramsOf(text, concepts, grams), reserved: RESERVED.test(text) };
      });
      const all = distinct(concat(clauses.map((clause) => clause.grams)));
      sentences.push({ unit, cut: own, clauses, grams: all });
    }
  }
  return { sections, sentences };
}

/** Bodies that only the state has. */
const RESERVED = /国务院|全国性|中央/u;

/** Which section each sentence stands in, and which each section: indices, −1 for none. */
interface Structure {
  readonly sectionOf: readonly number[];
  readonly parents: readonly number[];
  /** Sentences whose innermost section each is. */
  readonly own: readonly (readonly number[])[];
  readonly leads: readonly number[];
}

function structureOf(
  sections: readonly CountedSection[],
  sentences: readonly CountedSentence[],
): Structure {
  const indexOf = new Map(sections.map(({ unit }, index) => [unit.id, index]));
  const placeOf = (id: string | undefined): number =>
    id === undefined ? -1 : (indexOf.get(id) ?? -1);
  const own: number[][] = sections.map(() => []);
  const sectionOf = sentences.map(({ unit }) => placeOf(unit.section));
  for (const [index, section] of sectionOf.entries()) own[section]?.push(index);
  const parents = sections.map(({ unit }) => placeOf(unit.parent));
  return { sectionOf, parents, own, leads: leadsOf(sentences, sectionOf, parents) };
}

const OPENS_LIST = /[：:]\s*$/u;
/** How a member of a list begins. */
const LIST_MEMBER = /^(?:[（(][一二三四五六七八九十百]+[）)]|\d{1,3}[.．、](?!\d))/u;

/** For each sentence of a list: the sentence that opens it, in the same section or in the one above. */
function leadsOf(
  sentences: readonly CountedSentence[],
  sectionOf: readonly number[],
  parents: readonly number[],
): number[] {
  const opened = new Map<number, number>();
  return sentences.map(({ unit }, index) => {
    const section = itemAt(sectionOf, index);
    if (OPENS_LIST.test(unit.text)) opened.set(section, index);
    if (!LIST_MEMBER.test(unit.text)) return -1;
    const lead = opened.get(section) ?? opened.get(parents[section] ?? -1);
    return lead === undefined || lead === index ? -1 : lead;
  });
}

function joinedSentence(
  { unit, cut, clauses, grams }: CountedSentence,
  index: number,
  sentences: readonly CountedSentence[],
  { sectionOf, leads }: Structure,
): PaperSentence {
  const section = itemAt(sectionOf, index);
  const lead = itemAt(leads, index);
  const opening = sentences[lead];
  const { neutral, provision, spans } = cut;
  return {
    ...{ unit, index, section, neutral, provision, spans, lead, clauses, grams },
    content: contentText(neutral.text),
    listed: opening === undefined ? grams : distinct(concat([grams, opening.grams])),
    words: concat(clauses.map(({ words }) => words)),
  };
}

function sectionsOf(
  sections: readonly CountedSection[],
  { own, parents }: Structure,
  sentences: readonly CountedSentence[],
  gramCount: number,
): PaperSection[] {
  const all = own.map((list) => [...list]);
  // Parents stand before their children, so going backwards hands everything up.
  for (let i = parents.length - 1; i >= 0; i -= 1) {
    const above = all[itemAt(parents, i)];
    above?.push(...itemAt(all, i));
  }
  const points = pointsOf(sections, parents);
  const bag = gramBagger(gramCount);
  const bagOf = (members: readonly number[]) =>
    bag(members.map((index) => itemAt(sentences, index).grams));
  return sections.map(({ unit, heading }, index): PaperSection => {
    const below = itemAt(all, index).sort((a, b) => a - b);
    const mine = itemAt(own, index);
    const whole = bagOf(below);
    return {
      unit,
      index,
      heading,
      parent: itemAt(parents, index),
      point: itemAt(points, index),
      own: mine,
      all: below,
      bags: { all: whole, own: mine.length === below.length ? whole : bagOf(mine) },
    };
  });
}

/** Labels of points inside an item. */
const POINT_LABEL = /^(——|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、,]|[①-⑳])$/u;
/** An article is what statutes are compared by: its paragraphs and lists are of it. */
const ARTICLE_LABEL = /^第[〇零一二三四五六七八九十百千\d]+条/u;

/** *In* the index of each section's parent, −1 for none; parents stand before their children. */
function pointsOf(sections: readonly CountedSection[], parents: readonly number[]): boolean[] {
  const inArticle: boolean[] = [];
  return sections.map(({ unit }, index) => {
    const above = inArticle[itemAt(parents, index)] ?? false;
    inArticle.push(above || ARTICLE_LABEL.test(unit.label));
    return above || POINT_LABEL.test(unit.label);
  });
}
