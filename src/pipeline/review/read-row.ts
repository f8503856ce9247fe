/** A filled row laid onto the papers as they are now. */
import { type Phrase, phrase } from '../../messages/index.js';
import type { FilledRow, SentenceUnit } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Answer, answerOf } from './answers.js';
import type { SaidClause } from './overlay.js';
import { alikeCheck, rowId } from './sheet.js';
import type { FoundAnswer } from './to-decisions.js';

export interface Signed {
  readonly by?: string | undefined;
  readonly at: string;
}

export interface SideFinder {
  /** By address, in any width of its signs. */
  readonly byAddress: (address: string) => SentenceUnit | undefined;
  /** By the text it had; the address decides between sentences that read the same. */
  readonly byText: (address: string, text: string) => SentenceUnit | undefined;
  readonly missing: (address: string) => Phrase;
}

export interface Finders {
  readonly up: SideFinder;
  readonly down: SideFinder;
}

/** What a row says, its sentences found. */
export interface FoundRow {
  readonly answer: Answer;
  readonly found: FoundAnswer;
  /** The same for sentences that are alike. */
  readonly alike: readonly FoundAnswer[];
}

/** What a row holds, as it was exported. */
interface RowCells {
  readonly upper: Named;
  readonly linked: readonly Named[];
  readonly candidates: readonly Named[];
  readonly doubtful: readonly string[];
}

function cellsOf({ cells }: FilledRow): RowCells {
  return {
    upper: { address: cells.upstream, text: cells.upstreamText },
    linked: linesOf(cells.linked).flatMap((line) => unitIn(line) ?? []),
    candidates: [
      ...[cells.candidate1, cells.candidate2, cells.candidate3],
      ...linesOf(cells.others).map((line) => line.trim().replace(/^\d+\s+/u, '')),
    ].flatMap((cell) => unitIn(cell) ?? []),
    doubtful: linesOf(cells.clauses).map(clauseIn),
  };
}

/** *Out* nothing for a row that is not filled in; a phrase where it cannot be read. */
export function readRow(
  row: FilledRow,
  signed: Signed,
  finders: Finders,
): FoundRow | Phrase | undefined {
  const { up, down } = finders;
  const [fault] = row.faults;
  if (fault !== undefined) return phrase(`review/${fault.kind}`, { column: fault.column });
  const answer = answerOf(row);
  if (answer === undefined || 'code' in answer) return answer;
  const { id, lacking, alike: alikeCell } = row.cells;
  if (id === '') return phrase('review/no-id');
  const { upper, linked, candidates, doubtful } = cellsOf(row);
  if (rowId(upper, linked, candidates, doubtful) !== id) return phrase('review/changed-row');
  const upstream = up.byText(upper.address, upper.text);
  if (upstream === undefined) return up.missing(upper.address);
  const [before, others] = [unitsNow(linked, down), unitsNow(candidates, down)];
  if (!Array.isArray(before)) return down.missing(before.address);
  if (!Array.isArray(others)) return down.missing(others.address);
  const clauses = clausesSaid(answer, doubtful, upstream, lacking);
  if (!Array.isArray(clauses)) return clauses;
  const chosen = answer.kind === 'clauses' ? [] : chosenOf(answer, before, others, down);
  if (!Array.isArray(chosen)) return chosen;
  const shown = answer.kind === 'clauses' ? [] : [...before, ...others];
  const found: FoundAnswer = {
    upstream,
    shown: [...new Set([...shown, ...chosen])],
    chosen: new Set(chosen.map((unit) => unit.id)),
    nothing: answer.kind === 'none' || (answer.kind === 'confirm' && before.length === 0),
    clauses,
    relation: answer.relation,
    reason: answer.note,
    ...signed,
  };
  if (answer.kind === 'clauses') return { answer, found, alike: [] };
  const alike = allAlike(alikeCell, { found, shown }, finders);
  return Array.isArray(alike) ? { answer, found, alike } : alike;
}

/** Cells hold a line each; programs leave blanks and empty lines. */
function linesOf(cell: string): string[] {
  return cell.split('\n').filter((line) => line.trim() !== '');
}

/** As they are now, or the first that is gone. */
function unitsNow(units: readonly Named[], down: SideFinder): SentenceUnit[] | Named {
  const found: SentenceUnit[] = [];
  for (const own of units) {
    const unit = down.byText(own.address, own.text);
    if (unit === undefined) return own;
    found.push(unit);
  }
  return found;
}

/** `2 现未承接 …`: the words of the clause. */
function clauseIn(line: string): string {
  return /^\s*\d+\s+\S+\s+((?:\S.*)?)$/su.exec(line)?.[1]?.trim() ?? line.trim();
}

/** Every clause of the row, carried or not; nothing where the row does not say. */
function clausesSaid(
  { lacking }: Answer,
  doubtful: readonly string[],
  { text }: SentenceUnit,
  cell: string,
): SaidClause[] | Phrase {
  if (lacking === undefined) return [];
  const numbers = lacking === 'all' ? doubtful.map((_, i) => i + 1) : lacking;
  if (doubtful.length === 0 || numbers.some((number) => number > doubtful.length))
    return phrase('review/unknown-clauses', { found: cell });
  return doubtful.flatMap((words, i) => {
    const start = text.indexOf(words);
    const carried = !numbers.includes(i + 1);
    return start < 0 ? [] : [{ start, end: start + words.length, carried }];
  });
}

/** A row's answer, and what it showed in the order of the sheet. */
interface AnsweredRow {
  readonly found: FoundAnswer;
  readonly shown: readonly SentenceUnit[];
}

function allAlike(cell: string, row: AnsweredRow, finders: Finders): FoundAnswer[] | Phrase {
  const alike: FoundAnswer[] = [];
  for (const line of linesOf(cell)) {
    const own = readAlike(line, row, finders);
    if (own !== undefined && 'code' in own) return own;
    if (own !== undefined) alike.push(own);
  }
  return alike;
}

/** `hubei:3.2 = wuhan:7.1、wuhan:7.2 #a1b2c3`: the row's answer for a sentence that is like its own. */
function readAlike(
  line: string,
  { found, shown }: AnsweredRow,
  { up, down }: Finders,
): FoundAnswer | Phrase | undefined {
  const [, address = line.trim(), list = '', check] =
    /^(\S{1,400})\s*=(.*)#([0-9a-f]{6})$/u.exec(line.trim()) ?? [];
  const addresses = list.trim().split('、').filter(Boolean);
  const upstream = up.byAddress(address);
  const known = addresses.flatMap((own) => down.byAddress(own) ?? []);
  const named = known.map(({ text }, i) => ({ address: addresses[i] ?? '', text }));
  if (
    upstream === undefined ||
    known.length !== addresses.length ||
    known.length > shown.length ||
    alikeCheck({ address, text: upstream.text }, named) !== check
  )
    return phrase('review/alike-changed', { address });
  // What was chosen is not shown for the other: nothing is known of it.
  if (shown.slice(known.length).some(({ id }) => found.chosen.has(id))) return undefined;
  const besides = found.shown.slice(shown.length);
  const chosen = [
    ...known.filter((_, i) => found.chosen.has(itemAt(shown, i).id)),
    ...besides.filter(({ id }) => found.chosen.has(id)),
  ];
  return {
    ...found,
    upstream,
    shown: [...known, ...besides],
    chosen: new Set(chosen.map(({ id }) => id)),
    // Places of clauses are those of one text.
    clauses: upstream.text === found.upstream.text ? found.clauses : [],
  };
}

interface Named {
  readonly address: string;
  readonly text: string;
}

/** `hubei:11.5 …`: address and text; nothing of a cell without an address (`（无）`). */
function unitIn(cell: string): Named | undefined {
  const [, address, text] = /^(\S+)\s+(\S.*)$/su.exec(cell.trim()) ?? [];
  return address === undefined || text === undefined || !/.[:：]./su.test(address)
    ? undefined
    : { address, text };
}

function chosenOf(
  answer: Answer,
  linked: readonly SentenceUnit[],
  candidates: readonly SentenceUnit[],
  down: SideFinder,
): SentenceUnit[] | Phrase {
  if (answer.kind === 'none') return [];
  if (answer.kind === 'confirm') return [...linked];
  if (answer.keeps && linked.length === 0) return phrase('review/nothing-linked');
  const chosen = answer.keeps ? [...linked] : [];
  for (const number of answer.numbers) {
    const candidate = candidates[number - 1];
    if (candidate === undefined) return phrase('review/no-candidate', { found: number });
    chosen.push(candidate);
  }
  for (const address of answer.addresses) {
    const unit = down.byAddress(address);
    if (unit === undefined) return down.missing(address);
    chosen.push(unit);
  }
  return chosen;
}
