import type {
  ClauseCommitment,
  Commitment,
  CommitmentGrade,
  CommitmentLexicon,
  CommitmentWord,
  SentenceUnit,
} from '../../model/index.js';
import { clausesOf } from '../shared/clauses.js';

/** The lexicon arranged for matching. */
export interface CompiledCommitment {
  readonly words: ReadonlyMap<string, CommitmentWord>;
  /** Listed words and exclusions, longest first. */
  readonly any: RegExp;
  /** Words and marks that a clause may begin with before its verb. */
  readonly head: ReadonlySet<string>;
  readonly negated: RegExp;
  readonly nounTail: RegExp;
}

/** Arrange once, use for many sentences. */
export function compileCommitment(lexicon: CommitmentLexicon): CompiledCommitment {
  const words = new Map(lexicon.words.map((word) => [word.text, word]));
  const sure = lexicon.words.filter((word) => !word.ambiguous).map((word) => word.text);
  return {
    words,
    any: new RegExp(alternatives([...words.keys(), ...lexicon.exclusions]), 'gu'),
    head: new Set([...lexicon.adverbs, ...sure, '、', '和', '并']),
    negated: new RegExp(`(?:${alternatives(lexicon.negations)})$`, 'u'),
    nounTail: new RegExp(`^(?:${alternatives(lexicon.nounTails)})`, 'u'),
  };
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|') || '(?!)';
}

/**
 * How firmly a sentence commits, by the words that govern its clauses.
 *
 * The first listed word of a clause governs it (支持企业加快… is support); a word of grade 3 right before a
 * weaker one gives way to it (加快探索 is still exploring). Words count as verbs only: with something after
 * them, not before a noun tail (建设成果), not negated (未实施). The sentence has the grade of its strongest
 * clause and the mean of all. Full rules: `docs/methods.md`, Commitment.
 *
 * *Out*: absent where no clause commits.
 */
export function gradeCommitment(
  sentence: Pick<SentenceUnit, 'id' | 'text' | 'markerLength'>,
  lexicon: CompiledCommitment,
): Commitment | undefined {
  const clauses = clausesOf(sentence.text, sentence.markerLength).flatMap(
    (clause) => gradeClause(sentence.text, clause, lexicon) ?? [],
  );
  if (clauses.length === 0) return undefined;
  const grades = clauses.map((clause) => clause.grade);
  const mean = grades.reduce<number>((sum, grade) => sum + grade, 0) / grades.length;
  return { unit: sentence.id, grade: Math.max(...grades) as CommitmentGrade, mean, clauses };
}

/** 以确保水质安全为目标: says what for, and promises nothing itself. */
const PURPOSE =
  /^以[^，]{2,60}为(?:目标|目的|导向|重点|主线|抓手|核心|引领|契机|统领|依托|根本|主题|突破口|切入点|牵引|支撑|载体|中心|主)$/u;
const MODAL = /^(?:应当|必须|务必|不得|不准|禁止|严禁|可以)$/u;

function gradeClause(
  text: string,
  { start, end }: { start: number; end: number },
  lexicon: CompiledCommitment,
): ClauseCommitment | undefined {
  const clause = text.slice(start, end);
  if (PURPOSE.test(clause)) return undefined;
  const all = verbs(clause, lexicon);
  const [first, second] = all;
  if (first === undefined) return undefined;
  // 建设项目不得…, 发展改革部门应当…: what may be a noun gives way to the modal after it.
  const modal = first.word.ambiguous ? all.find(({ word }) => MODAL.test(word.text)) : undefined;
  if (modal !== undefined) {
    const { text: word, grade } = modal.word;
    return { start, end, grade, word, at: start + modal.at };
  }
  const adjoining = second !== undefined && second.at === first.at + first.word.text.length;
  // 落实激励政策: what is put into effect is a policy, and nobody is encouraged.
  const governs =
    adjoining &&
    first.word.grade === 3 &&
    second.word.grade < 3 &&
    !lexicon.nounTail.test(clause.slice(second.at + second.word.text.length))
      ? second
      : first;
  return { start, end, grade: governs.word.grade, word: governs.word.text, at: start + governs.at };
}

interface Verb {
  readonly word: CommitmentWord;
  readonly at: number;
}

function verbs(clause: string, lexicon: CompiledCommitment): Verb[] {
  const heads = headsOf(clause, lexicon.head);
  return [...clause.matchAll(lexicon.any)].flatMap((match) => {
    const word = lexicon.words.get(match[0]);
    const atHead = heads.has(match.index);
    return word !== undefined && isVerb(clause, word, { at: match.index, atHead }, lexicon)
      ? [{ word, at: match.index }]
      : [];
  });
}

/**
 * Places of a clause up to which it is made of nothing but words that may stand before its verb.
 *
 * A pattern would try every way in which 充分发挥 is one word or two. Cost: linear.
 */
function headsOf(clause: string, words: ReadonlySet<string>): ReadonlySet<number> {
  const longest = Math.max(...[...words].map(({ length }) => length));
  const reached = new Set([0]);
  // A set goes on to what is put into it on the way.
  for (const from of reached)
    for (let end = from + 1; end <= Math.min(from + longest, clause.length); end += 1)
      if (words.has(clause.slice(from, end))) reached.add(end);
  return reached;
}

/** What makes even the first verb of a clause an attribute or a report of what was done. */
const ATTRIBUTE = /^[的了过]/u;

/** An object has two characters at least (造林, 减排 have it inside the verb and are not listed). */
const SHORTEST_OBJECT = 2;

function isVerb(
  clause: string,
  word: CommitmentWord,
  { at, atHead }: { readonly at: number; readonly atHead: boolean },
  lexicon: CompiledCommitment,
): boolean {
  const before = clause.slice(0, at);
  const after = clause.slice(at + word.text.length);
  if (lexicon.negated.test(before) || isInQuotes(clause, at)) return false;
  if (word.ambiguous && !atHead) return false;
  const isNoun = atHead && !word.ambiguous ? ATTRIBUTE.test(after) : lexicon.nounTail.test(after);
  if (isNoun) return false;
  return (after.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= SHORTEST_OBJECT;
}

/** A quoted word is mentioned, not used: “支持政策”. */
function isInQuotes(clause: string, at: number): boolean {
  const open = clause.lastIndexOf('“', at);
  return open >= 0 && clause.indexOf('”', open) > at;
}
