import { MATRIX_WORDS } from '../../messages/index.js';
import type { MatrixPaper, MatrixRow } from '../../model/index.js';
import { type AnalysisView, aside, tableOf } from '../../render/index.js';
import { percent } from '../../text/index.js';
import { lagDays } from './lag.js';

/** Fills a screen or two; machine formats give all. */
const SHOWN = 20;
/** Longest title in the table, in characters. */
const LONGEST = 30;

type View = Omit<AnalysisView, 'addressOf'>;

/** The pairs that carry most, as a table. *Cost*: a pass over the rows, with as many as are shown in memory. */
export function renderMatrix(rows: Iterable<MatrixRow>, view: View): string {
  const words = MATRIX_WORDS[view.language];
  let count = 0;
  let best: MatrixRow[] = [];
  for (const row of rows) {
    count += 1;
    best.push(row);
    if (best.length >= SHOWN * 4) best = highest(best);
  }
  const shown = highest(best);
  const { pair, coverage, taken, relations, targets, lag } = words.head;
  const drawn = { ...view, addressOf: (unit: string) => unit };
  const table = tableOf(
    [pair, coverage, taken, ascii(relations, view), targets, lag],
    shown.map((row) => cellsOf(row, view)),
    drawn,
    ['left', 'right', 'right', 'right', 'right', 'right'],
  );
  const more =
    count > shown.length ? aside(words.more({ count: count - shown.length }), 0, drawn) : [];
  return `${[table.trimEnd(), ...more, ...aside(ascii(words.legend, view), 0, drawn)].join('\n')}\n`;
}

function highest(rows: readonly MatrixRow[]): MatrixRow[] {
  return [...rows].sort((a, b) => shareOf(b) - shareOf(a)).slice(0, SHOWN);
}

function shareOf({ figures }: MatrixRow): number {
  return figures.clauses === 0 ? -1 : figures.carried / figures.clauses;
}

function cellsOf(row: MatrixRow, view: View): string[] {
  const { upstream, downstream, figures } = row;
  const { clauses, clausesBelow, taken, error } = figures;
  const sign = view.ascii ? '+-' : '±';
  const lag = lagDays(upstream.date, downstream.date);
  return [
    `${titleOf(upstream)} ${view.ascii ? '->' : '→'} ${titleOf(downstream)}`,
    clauses === 0 ? '—' : `${percent(shareOf(row))} ${sign}${Math.max(1, Math.round(error * 100))}`,
    clausesBelow === 0 ? '—' : percent(taken / clausesBelow),
    `${figures.verbatim}  ${figures.adapted}  ${figures.paraphrased}`,
    String(figures.lowered),
    lag === undefined ? '—' : String(lag),
  ];
}

function titleOf({ title, id }: MatrixPaper): string {
  const name = title === '' ? id : title;
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

function ascii(text: string, view: View): string {
  return view.ascii ? text.replaceAll('≈', '*').replaceAll('±', '+-') : text;
}
