/** Questions as rows that people or programs fill in. */
import type {
  ReviewQuestion,
  ReviewSheet,
  SheetAlike,
  SheetRow,
  SheetUnit,
} from '../../model/index.js';
import { sha256, valueAt } from '../../text/index.js';
import { addressMaker } from '../addresses.js';
import { decisionsFor } from '../decisions.js';
import { type ReadOptions, readSide } from '../read.js';
import type { Workspace } from '../workspace.js';
import { openReview, type ReviewSession } from './session.js';

export interface ReviewSheetOptions extends ReadOptions {
  /** Questions that promise little too, and answered ones. */
  readonly all?: boolean;
}

/** Expected links put right, from which a question is worth a look. */
const WORTH_A_LOOK = 0.1;

/**
 * The questions about two papers that are worth a look, what changes most first.
 *
 * *Errors*: those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { rows } = await reviewSheet(ws, 'hubei', 'wuhan');
 */
export async function reviewSheet(
  ws: Workspace,
  upstream: string,
  downstream: string,
  { all = false, ...reading }: ReviewSheetOptions = {},
): Promise<ReviewSheet> {
  const up = await readSide(ws, upstream, reading);
  const session = await openReview(ws, up, await readSide(ws, downstream, reading));
  const { questions } = session.judge(decisionsFor(ws, session.upstream, session.downstream));
  const wanted = questions.filter(
    ({ worth, answered }) => all || (!answered && worth >= WORTH_A_LOOK),
  );
  const unitOf = sheetUnits(ws, session);
  const asked = new Map(questions.map((question) => [question.unit, question]));
  const rows = firstOfAlike(wanted).map((question) =>
    rowOf(
      question,
      question.alike.flatMap((unit) => asked.get(unit) ?? []),
      unitOf,
    ),
  );
  return { upstream, downstream, rows };
}

/** Questions that are alike are one row: the first of them stands for all. */
function firstOfAlike(questions: readonly ReviewQuestion[]): ReviewQuestion[] {
  const spoken = new Set<string>();
  return questions.filter(({ unit, alike }) => {
    if (spoken.has(unit)) return false;
    for (const other of alike) spoken.add(other);
    return true;
  });
}

/** Sentences of both sides as sheets show them. */
function sheetUnits(
  ws: Workspace,
  { upstream, downstream }: ReviewSession,
): (id: string) => SheetUnit {
  const addressOf = addressMaker(ws);
  const texts = new Map(
    [...upstream.documents, ...downstream.documents].flatMap(({ sentences }) =>
      sentences.map(({ id, text }) => [id, text] as const),
    ),
  );
  return (id) => ({ address: addressOf(id), text: valueAt(texts, id) });
}

function rowOf(
  { unit, why, partners, clauses }: ReviewQuestion,
  alike: readonly ReviewQuestion[],
  unitOf: (id: string) => SheetUnit,
): SheetRow {
  const upstream = unitOf(unit);
  const linked = partners
    .filter((own) => own.linked)
    .map(({ unit: id, score, relation, about }) => ({ ...unitOf(id), score, relation, about }));
  const candidates = partners
    .filter((own) => !own.linked)
    .map(({ unit: id, score, about }) => ({ ...unitOf(id), score, about }));
  const { text } = upstream;
  const doubtful = clauses
    .filter(({ decided }) => decided !== true)
    .map(({ start, end, carried }) => ({ text: text.slice(start, end).trim(), carried }))
    // What stands there twice cannot be told apart by its words.
    .filter((own) => text.indexOf(own.text) === text.lastIndexOf(own.text));
  const id = rowId(
    upstream,
    linked,
    candidates,
    doubtful.map((own) => own.text),
  );
  return {
    ...{ id, why, upstream, linked, candidates, clauses: doubtful },
    alike: alike.map((other) => alikeOf(other, partners.length, unitOf)),
  };
}

function alikeOf(
  { unit, partners }: ReviewQuestion,
  most: number,
  unitOf: (id: string) => SheetUnit,
): SheetAlike {
  const own = unitOf(unit);
  const others = partners.slice(0, most).map((partner) => unitOf(partner.unit));
  return {
    address: own.address,
    partners: others.map(({ address }) => address),
    check: alikeCheck(own, others),
  };
}

/**
 * What a row says, in ten signs: letters, figures and Han alone, since programs change blanks, quotes and line ends when they
 * save a table.
 */
export function rowId(
  upstream: SheetUnit,
  linked: readonly SheetUnit[],
  candidates: readonly SheetUnit[],
  clauses: readonly string[],
): string {
  const said = [[upstream], linked, candidates].map((units) => units.map(bareUnit).join('|'));
  const doubtful = clauses.length > 0 ? [clauses.map(bare).join('|')] : [];
  return `R${sha256([...said, ...doubtful].join('\n')).slice(0, 10)}`;
}

/** A sentence that is answered with another, in six signs. */
export function alikeCheck(unit: SheetUnit, partners: readonly SheetUnit[]): string {
  return sha256([unit, ...partners].map(bareUnit).join('|')).slice(0, 6);
}

function bareUnit({ address, text }: SheetUnit): string {
  return bare(`${address}${text}`);
}

/** Letters, figures and Han: what survives the programs that save tables. */
export function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
