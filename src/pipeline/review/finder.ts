/** Rows of sheets laid onto the papers as they are now. */
import type { LinksChange } from '../../corpus/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import type { DecidedUnit, Decision, FilledRow, SentenceUnit, Side } from '../../model/index.js';
import { nearest } from '../../text/index.js';
import { addressMaker } from '../addresses.js';
import { unitId, type Workspace } from '../workspace.js';
import { type FoundRow, readRow, type Signed } from './read-row.js';
import { bare } from './sheet.js';
import { quoter } from './to-decisions.js';

/** Finds the sentences that rows and decisions name. */
interface Finder {
  readonly row: (row: FilledRow, signed: Signed) => FoundRow | Phrase | undefined;
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
