import type { DocumentUnits, PhraseDefinition, SentenceUnit } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { chapterIndex } from '../shared/sides.js';
import { lettersOf } from './text.js';

/** A term with its definition. `letters` is the term without marks. */
export interface FoundDefinition extends PhraseDefinition {
  readonly letters: string;
}

/** `1.“四个三”重大生态工程：我省从…`: the term of a list of terms, up to 30 characters. */
const ANNEX_TERM = /^(?<term>[^：。，；]{2,30})：(?<meaning>.+)$/su;
/** `“主城做优”：以两江四岸为核心，…`, `四副做强：加快建设…`: a short phrase at the head of a sentence. */
const COLON_TERM = /^“(?<term>[^”：。]{2,24})”：(?<meaning>.+)$/su;
/** `…，即打造“五个中心”`, `“一中心、三高地”，即东湖…`, `三枢纽是指…`. */
const INTRODUCER = /即|就是|是指|包括/gu;
/** A definition does not reach over these. */
const PART_ENDS = '。；';

type Introducer = '即' | '就是' | '是指' | '包括';

/**
 * What documents say their slogans mean: lists of terms in an annex, a quoted slogan with a colon,
 * and sentences with 即, 就是, 是指 or 包括 next to a quoted slogan.
 */
export function findDefinitions(document: DocumentUnits): FoundDefinition[] {
  const annexes = annexSections(document);
  return document.sentences.flatMap((sentence) => {
    const inAnnex = sentence.section !== undefined && annexes.has(sentence.section);
    return [...headed(sentence, inAnnex), ...introduced(sentence)];
  });
}

/** Sections inside an annex, or under a heading that promises terms explained. */
function annexSections(document: DocumentUnits): Set<string> {
  const chapter = chapterIndex(document.sections);
  const explains = new Set(
    document.sections
      .filter(
        ({ label, heading }) =>
          label.startsWith('附件') || /名词解释|术语解释|名词说明/u.test(heading),
      )
      .map(({ id }) => id),
  );
  return new Set(
    document.sections
      .filter(
        ({ id, parent }) =>
          explains.has(id) ||
          (parent !== undefined && explains.has(parent)) ||
          explains.has(chapter.get(id) ?? ''),
      )
      .map(({ id }) => id),
  );
}

function headed(sentence: SentenceUnit, inAnnex: boolean): FoundDefinition[] {
  const text = sentence.text.slice(sentence.markerLength).replace(/^\d{1,3}[.．、]/u, '');
  const match = COLON_TERM.exec(text) ?? (inAnnex ? ANNEX_TERM.exec(text) : null);
  if (match === null) return [];
  const { term, meaning } = match.groups as { term: string; meaning: string };
  const by = inAnnex ? ('annex' as const) : ('colon' as const);
  const quoted = [...term.matchAll(/“([^“”]+)”/gu)].map((inner) => itemAt(inner, 1));
  return [term, ...quoted].map((name) => definition(sentence, name, meaning.trim(), by));
}

function introduced(sentence: SentenceUnit): FoundDefinition[] {
  const { text } = sentence;
  return [...text.matchAll(INTRODUCER)].flatMap((match) => {
    const by = match[0] as Introducer;
    const before = text.slice(partStart(text, match.index), match.index).replace(/，$/u, '');
    const after = text.slice(match.index + by.length, partEnd(text, match.index));
    return definitionsAround(sentence, before, by, after);
  });
}

function definitionsAround(
  sentence: SentenceUnit,
  before: string,
  by: Introducer,
  after: string,
): FoundDefinition[] {
  const named = /“(?<term>[^”]{2,24})”[^“”，]{0,4}$/u.exec(before)?.groups?.term;
  if (named !== undefined) return [definition(sentence, named, after, by)];
  if (by === '是指') {
    const plain = /(?:^|[：，])(?<term>[^，：“”]{2,12})$/u.exec(before)?.groups?.term;
    return plain === undefined ? [] : [definition(sentence, plain, after, by)];
  }
  // 加快打造甲、乙、丙…，即打造“五个中心”: what it means stands before.
  const summed =
    by === '即' ? /^[^“”，]{0,6}“(?<term>[^”]{2,24})”/u.exec(after)?.groups?.term : undefined;
  return summed === undefined ? [] : [definition(sentence, summed, before, by)];
}

function partStart(text: string, at: number): number {
  return Math.max(...[...PART_ENDS].map((end) => text.lastIndexOf(end, at))) + 1;
}

function partEnd(text: string, at: number): number {
  const ends = [...PART_ENDS].map((end) => text.indexOf(end, at)).filter((end) => end >= 0);
  return Math.min(text.length, ...ends);
}

function definition(
  sentence: SentenceUnit,
  term: string,
  text: string,
  by: FoundDefinition['by'],
): FoundDefinition {
  return {
    document: sentence.documentId,
    unit: sentence.id,
    text: text.trim(),
    by,
    letters: lettersOf(term),
  };
}
