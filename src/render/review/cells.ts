import type { MessageLanguage } from '../../messages/index.js';
import { REVIEW_WORDS } from '../../messages/index.js';
import type {
  ReviewSheet,
  SheetAlike,
  SheetColumn,
  SheetRow,
  SheetUnit,
} from '../../model/index.js';

/** How a sheet is written. */
export interface SheetOptions {
  readonly language: MessageLanguage;
  /** Seconds since 1970 that the file is said to be made at. */
  readonly epoch: number;
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
function unitText({ address, text }: SheetUnit): string {
  return `${address} ${text}`;
}
