/** Rows of sheets laid onto the papers as they are now. */
import type { LinksChange } from '../../corpus/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import type { DecidedUnit, Decision, FilledRow, SentenceUnit, Side } from '../../model/index.js';
import { nearest } from '../../text/index.js';
import { addressMaker } from '../addresses.js';
import { unitId, type Workspace } from '../workspace.js';
import { type Answer, answerOf } from './answers.js';
import { rowId } from './sheet.js';
import { type FoundAnswer, quoter } from './to-decisions.js';

interface Signed {
  readonly by?: string | undefined;
  readonly at: string;
}

/** Finds the sentences that rows and decisions name. */
interface Finder {
  readonly row: (
    row: FilledRow,
    signed: Signed,
  ) => { readonly answer: Answer; readonly found: FoundAnswer } | Phrase | undefined;
  readonly decision: (decision: Decision, signed: Signed) => LinksChange | Phrase;
  readonly quote: (unit: SentenceUnit) => string;
}

export function finderOf(
  ws: Workspace,
  sides: { readonly upstream: Side; readonly downstream: Side },
): Finder {
  const up = findIn(ws, sides.upstream);
  const down = findIn(ws, sides.downstream);
  return {
    row: (row, signed) => readRow(row, signed, { up, down }),
    decision: (decision, signed) => readDecision(decision, signed, { up, down }, ws),
    quote: quoter(
      [...sides.upstream.documents, ...sides.downstream.documents].flatMap(
        ({ sentences }) => sentences,
      ),
    ),
  };
}

interface SideFinder {
  /** By address, in any width of its signs. */
  readonly byAddress: (address: string) => SentenceUnit | undefined;
  /** By the text it had; the address decides between sentences that read the same. */
  readonly byText: (address: string, text: string) => SentenceUnit | undefined;
  readonly missing: (address: string) => Phrase;
}

interface Finders {
  readonly up: SideFinder;
  readonly down: SideFinder;
}

/** Letters, figures and Han: what survives the programs that save tables. */
function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function findIn(ws: Workspace, side: Side): SideFinder {
  const addressOf = addressMaker(ws);
  const sentences = side.documents.flatMap((document) => document.sentences);
  const named = new Map(
    sentences.flatMap((unit) =>
      [addressOf(unit.id), unit.id].map((name) => [name.normalize('NFKC'), unit] as const),
    ),
  );
  const byAddress = (address: string): SentenceUnit | undefined =>
    named.get(address.normalize('NFKC'));
  return {
    byAddress,
    byText: (address, text) => {
      const wanted = bare(text);
      const here = byAddress(address);
      if (here !== undefined && bare(here.text) === wanted) return here;
      const holders = sentences.filter((unit) => bare(unit.text) === wanted);
      return holders.length === 1 ? holders[0] : undefined;
    },
    missing: (address) => {
      const [near] = nearest(address, [...named.keys()], 1);
      return phrase('review/unknown-unit', {
        unit: address,
        near:
          near === undefined ? phrase('review/not-near') : phrase('review/near', { unit: near }),
      });
    },
  };
}

function readRow(row: FilledRow, signed: Signed, { up, down }: Finders): ReturnType<Finder['row']> {
  const [fault] = row.faults;
  if (fault !== undefined) return phrase(`review/${fault.kind}`, { column: fault.column });
  const answer = answerOf(row);
  if (answer === undefined || 'code' in answer) return answer;
  const { cells } = row;
  if (cells.id === '') return phrase('review/no-id');
  const upper = { address: cells.upstream, text: cells.upstreamText };
  const linked = cells.linked.split('\n').flatMap((line) => unitIn(line) ?? []);
  const candidates = [cells.candidate1, cells.candidate2, cells.candidate3].flatMap(
    (cell) => unitIn(cell) ?? [],
  );
  if (rowId(upper, linked, candidates) !== cells.id) return phrase('review/changed-row');
  const upstream = up.byText(upper.address, upper.text);
  if (upstream === undefined) return up.missing(upper.address);
  const now = (units: readonly Named[]): SentenceUnit[] | Named => {
    const found: SentenceUnit[] = [];
    for (const own of units) {
      const unit = down.byText(own.address, own.text);
      if (unit === undefined) return own;
      found.push(unit);
    }
    return found;
  };
  const [before, others] = [now(linked), now(candidates)];
  if (!Array.isArray(before)) return down.missing(before.address);
  if (!Array.isArray(others)) return down.missing(others.address);
  const chosen = chosenOf(answer, before, others, down);
  if (!Array.isArray(chosen)) return chosen;
  const nothing = answer.kind === 'none' || (answer.kind === 'confirm' && before.length === 0);
  return {
    answer,
    found: {
      upstream,
      shown: [...new Set([...before, ...others, ...chosen])],
      chosen: new Set(chosen.map(({ id }) => id)),
      nothing,
      relation: answer.relation,
      reason: answer.note,
      ...signed,
    },
  };
}

interface Named {
  readonly address: string;
  readonly text: string;
}

/** `hubei:11.5 …`: address and text; nothing of a cell without an address (`（无）`). */
function unitIn(cell: string): Named | undefined {
  const [, address, text] = /^(\S+[:：]\S+)\s+(.*)$/su.exec(cell.trim()) ?? [];
  return address === undefined || text === undefined ? undefined : { address, text };
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

/** A decision that a program wrote, its units looked up. */
function readDecision(
  decision: Decision,
  { by, at }: Signed,
  { up, down }: Finders,
  ws: Workspace,
): LinksChange | Phrase {
  const find = (unit: DecidedUnit, side: SideFinder): DecidedUnit | undefined => {
    const found = side.byAddress(unit.id);
    if (found === undefined) return undefined;
    if (unit.quote !== undefined && !found.text.includes(unit.quote)) return undefined;
    return { ...unit, id: unitId(ws.corpus, found.id) };
  };
  const signed = { by: decision.by ?? by, at: decision.at ?? at };
  const upstream = find(decision.upstream, up);
  if (upstream === undefined) return up.missing(decision.upstream.id);
  const remarks = { at: signed.at, ...(signed.by !== undefined && { by: signed.by }) };
  if (!('downstream' in decision)) return { decision: { ...decision, upstream, ...remarks } };
  const lower = find(decision.downstream, down);
  if (lower === undefined) return down.missing(decision.downstream.id);
  return { decision: { ...decision, upstream, downstream: lower, ...remarks } };
}
