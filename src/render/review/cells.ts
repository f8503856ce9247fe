import type { MessageLanguage } from '../../messages/index.js';
import { REVIEW_WORDS } from '../../messages/index.js';
import type {
  ReviewSheet,
  SheetAlike,
  SheetColumn,
  SheetPartner,
  SheetRow,
} from '../../model/index.js';
import { partsBy, type TextPart } from '../../text/index.js';

/** Colour of what may be passed over: 4.5 times as dark as the white behind it. */
export const FAINT = '767676';

/** How a sheet is written. */
export interface SheetOptions {
  readonly language: MessageLanguage;
  /** Seconds since 1970 that the file is said to be made at. */
  readonly epoch: number;
}

/** Parts of a cell's text: those that are not `inside` may be passed over, and are grey where a sheet has colours. */
export type CellParts = readonly TextPart[];

/** The cells that hold what is linked, and candidates, by their parts; together they are the text of `cellsOf`. */
export function partsOfCells({
  linked,
  candidates,
}: SheetRow): Partial<Record<SheetColumn, CellParts>> {
  const [first, second, third, ...others] = candidates.map(unitParts);
  return {
    linked: lines(linked.map(unitParts)),
    ...(first !== undefined && { candidate1: first }),
    ...(second !== undefined && { candidate2: second }),
    ...(third !== undefined && { candidate3: third }),
    others: lines(others.map((parts, i) => [{ text: `${i + 4} `, inside: true }, ...parts])),
  };
}

function lines(all: readonly CellParts[]): CellParts {
  return all.flatMap((parts, i) => (i === 0 ? parts : [{ text: '\n', inside: true }, ...parts]));
}

/** `unitText` by its parts. */
export function unitParts({ address, text, about }: SheetPartner): CellParts {
  return [{ text: `${address} `, inside: true }, ...partsBy(text, about)];
}

/** The cells of a row by column; what a person fills in is empty. */
export function cellsOf(
  row: SheetRow,
  { upstream, downstream }: ReviewSheet,
  language: MessageLanguage,
): Record<SheetColumn, string> {
  const words = REVIEW_WORDS[language];
  const [first, second, third, ...others] = row.candidates.map(unitText);
  return {
    id: row.id,
    why: words.why[row.why],
    upstream: row.upstream.address,
    upstreamText: row.upstream.text,
    linked: row.linked.map(unitText).join('\n') || words.nothing,
    candidate1: first ?? '',
    candidate2: second ?? '',
    candidate3: third ?? '',
    decision: '',
    change: '',
    relation: '',
    note: '',
    clauses: row.clauses
      .map(({ text, carried }, i) => `${i + 1} ${carried ? words.carried : words.lacking} ${text}`)
      .join('\n'),
    lacking: '',
    others: others.map((text, i) => `${i + 4} ${text}`).join('\n'),
    alike: row.alike.map(alikeText).join('\n'),
    upstreamFile: upstream,
    downstreamFile: downstream,
  };
}

/** `hubei:3.2 = wuhan:7.1、wuhan:7.2 #a1b2c3`: what import needs to answer it too. */
function alikeText({ address, partners, check }: SheetAlike): string {
  return `${address} = ${partners.join('、')} #${check}`;
}

/** Address, blank, text, on one line: the reader takes the address off again. */
function unitText(unit: SheetPartner): string {
  return unitParts(unit)
    .map(({ text }) => text)
    .join('');
}
