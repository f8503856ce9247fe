import type { Token } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Edit, endsClause, lengthOf, type TokenRange } from './edits.js';

/** What is left of an edit once members that only stand elsewhere in the list are taken out. */
export interface Remainder extends Edit {
  /** Whole members of a 、-enumeration. */
  readonly listMember: boolean;
}

const JOINERS = new Set(['和', '及', '与', '以及', '或', '或者']);

/**
 * Takes out of the edits what is only re-ordered inside a 、-enumeration, and tells whole list
 * members from other wording.
 *
 * `A、B、C` → `C、A、B` leaves nothing; `A、B` → `B、D` leaves A dropped and D added, both list
 * members. Members are compared inside one pair of clauses.
 */
export function resolveLists(
  edits: readonly Edit[],
  up: readonly Token[],
  down: readonly Token[],
): Remainder[] {
  const lists = edits.map((edit) => inLists(edit, up, down));
  const members = edits.flatMap((edit, index) =>
    lists[index]
      ? [
          ...membersOf(edit.up, up, { side: 'up', edit: index, clause: clauseOf(edit, up, down) }),
          ...membersOf(edit.down, down, {
            side: 'down',
            edit: index,
            clause: clauseOf(edit, up, down),
          }),
        ]
      : [],
  );
  const settled = cancel(members);
  return edits.flatMap((edit, index) => {
    const own = members.filter((member) => member.edit === index);
    const touched = own.some((member) => settled.has(member));
    if (!touched) return [{ ...edit, listMember: itemAt(lists, index) && isWhole(edit, up, down) }];
    return rest(
      edit,
      own.filter((member) => !settled.has(member)),
    );
  });
}

interface Member {
  readonly side: 'up' | 'down';
  readonly edit: number;
  readonly clause: string;
  readonly range: TokenRange;
  readonly text: string;
}

/** Separates the members of an enumeration: 、 and, where a 、 stands in the clause, 和 or 及. */
function isSeparator(token: Token | undefined): boolean {
  return token !== undefined && (token.text === '、' || JOINERS.has(token.text));
}

function inLists(edit: Edit, up: readonly Token[], down: readonly Token[]): boolean {
  return [
    [edit.up, up],
    [edit.down, down],
  ].every(([range, tokens]) => isInList(range as TokenRange, tokens as readonly Token[]));
}

function isInList(range: TokenRange, tokens: readonly Token[]): boolean {
  if (tokens.slice(range.start, range.end).some((token) => endsClause(token.text))) return false;
  const clause = clauseAround(range, tokens);
  return tokens.slice(clause.start, clause.end).some((token) => token.text === '、');
}

function clauseAround(range: TokenRange, tokens: readonly Token[]): TokenRange {
  let { start, end } = range;
  while (start > 0 && !endsClause(itemAt(tokens, start - 1).text)) start -= 1;
  while (end < tokens.length && !endsClause(itemAt(tokens, end).text)) end += 1;
  return { start, end };
}

function clauseOf(edit: Edit, up: readonly Token[], down: readonly Token[]): string {
  return `${clauseAround(edit.up, up).start} ${clauseAround(edit.down, down).start}`;
}

function membersOf(
  range: TokenRange,
  tokens: readonly Token[],
  from: Pick<Member, 'side' | 'edit' | 'clause'>,
): Member[] {
  const members: Member[] = [];
  let start = range.start;
  for (let end = range.start; end <= range.end; end += 1) {
    if (end < range.end && !isSeparator(tokens[end])) continue;
    if (end > start) {
      const text = tokens.slice(start, end).map((token) => token.text);
      members.push({ ...from, range: { start, end }, text: text.join('') });
    }
    start = end + 1;
  }
  return members;
}

/** Members that stand on both sides, each paired once. */
function cancel(members: readonly Member[]): ReadonlySet<Member> {
  const settled = new Set<Member>();
  for (const member of members) {
    if (member.side !== 'up') continue;
    const twin = members.find(
      (other) =>
        other.side === 'down' &&
        other.clause === member.clause &&
        other.text === member.text &&
        !settled.has(other),
    );
    if (twin) settled.add(member).add(twin);
  }
  return settled;
}

/** Dropped members first, then added ones, so that positions never run backwards. */
function rest(edit: Edit, members: readonly Member[]): Remainder[] {
  const emptyAt = (index: number) => ({ start: index, end: index });
  return members.map(({ side, range }) =>
    side === 'up'
      ? { up: range, down: emptyAt(edit.down.start), listMember: true }
      : { up: emptyAt(edit.up.end), down: range, listMember: true },
  );
}

function isWhole(edit: Edit, up: readonly Token[], down: readonly Token[]): boolean {
  return isWholeMember(edit.up, up) && isWholeMember(edit.down, down);
}

/**
 * The stretch brings a separator along (`、C`), or stands between separators, a separator and 等, or a
 * separator and the end of its clause with at most the list's head noun (`、养老设施`) between.
 */
function isWholeMember(range: TokenRange, tokens: readonly Token[]): boolean {
  if (lengthOf(range) === 0) return true;
  const [first, last] = [tokens[range.start], tokens[range.end - 1]];
  const [before, after] = [tokens[range.start - 1], tokens[range.end]];
  if (isSeparator(first) !== isSeparator(last)) return lengthOf(range) > 1;
  const isEnd = (token: Token | undefined) => token === undefined || endsClause(token.text);
  const closed =
    isEnd(after) || isEnd(tokens[range.end + 1]) || after?.text.startsWith('等') === true;
  return isSeparator(before) && (isSeparator(after) || closed);
}
