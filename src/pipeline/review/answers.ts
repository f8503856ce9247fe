/** What a person wrote into a row, understood or refused. */
import { type Phrase, phrase, REVIEW_WORDS } from '../../messages/index.js';
import type { FilledRow, SentenceRelation } from '../../model/index.js';
import { SENTENCE_RELATIONS } from '../../model/index.js';

/** `clauses`: nothing is said of the sentence, but of clauses of it. */
type AnswerKind = 'confirm' | 'change' | 'none' | 'note' | 'clauses';

/** An answer to the question of a row. */
export interface Answer {
  readonly kind: AnswerKind;
  /** For a change: candidates by number, units by address, and whether what is linked stays. */
  readonly numbers: readonly number[];
  readonly addresses: readonly string[];
  readonly keeps: boolean;
  /** Numbers of the row's clauses that are not carried; absent: nothing is said of clauses. */
  readonly lacking?: readonly number[] | 'all';
  readonly relation?: SentenceRelation;
  readonly note?: string;
}

/** The words of both languages, and what people write for short. */
const WORDS: ReadonlyMap<string, AnswerKind> = new Map([
  ...(['confirm', 'change', 'none', 'note'] as const).flatMap((kind) =>
    Object.values(REVIEW_WORDS).map(({ answers }) => [answers[kind], kind] as const),
  ),
  ...(['是', '对', '√', '✓', 'y', 'yes', 'ok'] as const).map((word) => [word, 'confirm'] as const),
  ...(['无', '不是', '×', 'n', 'no'] as const).map((word) => [word, 'none'] as const),
]);
const KEEPS: ReadonlySet<string> = new Set(
  Object.values(REVIEW_WORDS).flatMap(({ now }) => [now, now.toLowerCase()]),
);
const SEPARATORS = /[,，、;；\s/／]+/u;
const RELATIONS: ReadonlyMap<string, SentenceRelation> = new Map(
  SENTENCE_RELATIONS.flatMap((name) => [
    [name, name] as const,
    ...Object.values(REVIEW_WORDS).map(({ relations }) => [relations[name], name] as const),
  ]),
);

/** *Out* the answer; nothing for a row that is not filled in; or what is wrong with it. */
export function answerOf({ cells }: FilledRow): Answer | Phrase | undefined {
  const said = cells.decision.normalize('NFKC').trim();
  const [kinds, rest] = kindsIn(said);
  const targets = [...rest, ...cells.change.normalize('NFKC').split(SEPARATORS)].filter(Boolean);
  const [kind = targets.length > 0 ? 'change' : undefined, other] = kinds;
  const note = cells.note.trim();
  if (said !== '' && kinds.length === 0 && rest.length > 0 && !rest.every(isTarget))
    return phrase('review/unknown-answer', { found: said, known: knownAnswers() });
  if (other !== undefined || (targets.length > 0 && kind !== 'change'))
    return phrase('review/two-answers', {
      found: [said, cells.change].filter(Boolean).join(' + '),
    });
  const relation = relationOf(cells.relation);
  if (relation !== undefined && typeof relation !== 'string') return relation;
  const lacking = lackingOf(cells.lacking);
  if (typeof lacking === 'object' && 'code' in lacking) return lacking;
  if (kind === undefined && lacking === undefined && note === '') return undefined;
  // A sentence without a counterpart has no clause that is carried.
  if (kind === 'none' && lacking !== undefined && lacking !== 'all')
    return phrase('review/two-answers', { found: `${said} + ${cells.lacking}` });
  if (kind === 'change' && targets.length === 0) return phrase('review/no-target');
  return {
    kind: kind ?? (lacking === undefined ? 'note' : 'clauses'),
    ...(lacking !== undefined && { lacking }),
    numbers: targets.filter((own) => /^\d$/.test(own)).map(Number),
    addresses: targets.filter((own) => !/^\d$/.test(own) && !KEEPS.has(own)),
    keeps: targets.some((own) => KEEPS.has(own)),
    ...(relation !== undefined && { relation }),
    ...(note !== '' && { note }),
  };
}

const ALL = /^(?:全部?|都没有|all)$/iu;
const NONE_LACKING = /^(?:0|无|none)$/iu;

/** `1、3`, `全`, `0`. */
function lackingOf(cell: string): Answer['lacking'] | Phrase {
  const found = cell.normalize('NFKC').trim();
  if (found === '') return undefined;
  if (ALL.test(found)) return 'all';
  if (NONE_LACKING.test(found)) return [];
  const numbers = found.split(SEPARATORS).filter(Boolean);
  if (!numbers.every((own) => /^[1-9]\d?$/.test(own)))
    return phrase('review/unknown-clauses', { found });
  return numbers.map(Number);
}

/** `确认`, or `改为 1、3` in one cell: the answers named, and what follows them. */
function kindsIn(said: string): [kinds: AnswerKind[], rest: string[]] {
  const kinds: AnswerKind[] = [];
  const rest: string[] = [];
  for (const part of said.replace(/^(改为|change)(?=\S)/iu, '$1 ').split(SEPARATORS)) {
    const kind = WORDS.get(part) ?? WORDS.get(part.toLowerCase());
    if (kind !== undefined) kinds.push(kind);
    else if (part !== '') rest.push(part);
  }
  return [[...new Set(kinds)], rest];
}

/** A number, an address, or what stands for what is linked. */
function isTarget(text: string): boolean {
  return /^\d$/.test(text) || KEEPS.has(text) || text.includes(':');
}

function relationOf(text: string): SentenceRelation | Phrase | undefined {
  const found = text.trim();
  if (found === '') return undefined;
  const known = Object.values(REVIEW_WORDS.zh.relations).join('、');
  return RELATIONS.get(found) ?? phrase('review/unknown-relation', { found, known });
}

function knownAnswers(): string {
  return Object.values(REVIEW_WORDS.zh.answers).join('、');
}
