/** Questions as rows that people or programs fill in. */
import type { ReviewQuestion, ReviewSheet, SheetRow, SheetUnit } from '../../model/index.js';
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
  return { upstream, downstream, rows: wanted.map((question) => rowOf(question, unitOf)) };
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
  { unit, why, partners }: ReviewQuestion,
  unitOf: (id: string) => SheetUnit,
): SheetRow {
  const upstream = unitOf(unit);
  const linked = partners
    .filter((own) => own.linked)
    .map(({ unit: id, score, relation }) => ({ ...unitOf(id), score, relation }));
  const candidates = partners
    .filter((own) => !own.linked)
    .map(({ unit: id, score }) => ({ ...unitOf(id), score }));
  const id = rowId(upstream, linked, candidates);
  return { id, why, upstream, linked, candidates };
}

/**
 * What a row says, in ten signs: letters, figures and Han alone, since programs change blanks, quotes and line ends when they
 * save a table.
 */
export function rowId(
  upstream: SheetUnit,
  linked: readonly SheetUnit[],
  candidates: readonly SheetUnit[],
): string {
  const bare = ({ address, text }: SheetUnit): string =>
    `${address}${text}`.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  const said = [[upstream], linked, candidates].map((units) => units.map(bare).join('|'));
  return `R${sha256(said.join('\n')).slice(0, 10)}`;
}
