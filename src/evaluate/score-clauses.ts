import type { ClauseState, SentenceClauses, UpstreamClause } from '../model/index.js';
import { itemAt } from '../text/index.js';
import type { ClauseGrade, ClausesGold } from './gold.js';
import { round } from './measures.js';

/** Upstream clauses of a prediction with their sentences' texts, in document order. */
export interface ClausesPrediction {
  readonly sentences: readonly {
    readonly text: string;
    readonly clauses: readonly Pick<UpstreamClause, 'start' | 'end' | 'state'>[];
  }[];
}

interface ClauseScore {
  /** Share of the gold's clauses found in the prediction's text. */
  readonly mapped: number;
  /** Clauses found. */
  readonly clauses: number;
  /** Right states among them; where annotators differ, either is right. */
  readonly accuracy: number;
  readonly missing: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Over clauses both call something to carry: carried 1, partly ½. */
  readonly coverage: { readonly gold: number; readonly predicted: number; readonly error: number };
}

const STATES: Readonly<Record<ClauseGrade, ClauseState>> = {
  '2': 'carried',
  '1': 'partly',
  '0': 'missing',
  '-': 'none',
};
const VALUES: Readonly<Record<ClauseState, number>> = {
  carried: 1,
  partly: 0.5,
  missing: 0,
  none: 0,
};

/** A gold clause and the state of the predicted clauses that hold most of its letters. */
interface Laid {
  readonly gold: ReadonlySet<ClauseState>;
  readonly predicted: ClauseState;
}

/** Score which clauses are said to be carried. Agrees figure by figure with the reference scorer of the gold's authors. */
export function scoreClauses(gold: ClausesGold, prediction: ClausesPrediction): ClauseScore {
  const rows = laidOnto(gold, prediction);
  const said = rows.filter(({ predicted }) => predicted === 'missing');
  const want = rows.filter((row) => row.gold.size === 1 && row.gold.has('missing'));
  const precision = said.filter((row) => row.gold.has('missing')).length / Math.max(1, said.length);
  const recall =
    want.filter(({ predicted }) => predicted === 'missing').length / Math.max(1, want.length);
  const both = rows.filter((row) => row.predicted !== 'none' && !row.gold.has('none'));
  const mean = (of: (row: Laid) => number): number =>
    both.reduce((sum, row) => sum + of(row), 0) / Math.max(1, both.length);
  const should = mean((row) => meanOf([...row.gold].map((state) => VALUES[state])));
  const does = mean(({ predicted }) => VALUES[predicted]);
  return {
    mapped: round(rows.length / Math.max(1, gold.clauses.length)),
    clauses: rows.length,
    accuracy: round(
      rows.filter((row) => row.gold.has(row.predicted)).length / Math.max(1, rows.length),
    ),
    missing: {
      precision: round(precision),
      recall: round(recall),
      f1: round((2 * precision * recall) / Math.max(1e-9, precision + recall)),
    },
    coverage: {
      gold: round(should),
      predicted: round(does),
      error: round(Math.abs(should - does)),
    },
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

const NO_CONTENT = /[^0-9A-Za-z\u3400-\u9fff\uf900-\ufaff〇]/gu;

function contentOf(text: string): string {
  return text.normalize('NFKC').replace(NO_CONTENT, '');
}

function laidOnto(gold: ClausesGold, { sentences }: ClausesPrediction): Laid[] {
  const spans = sentences.flatMap(({ text, clauses }) =>
    clauses.map(({ start, end, state }) => ({ text: text.slice(start, end), state })),
  );
  return placed(
    gold,
    spans.map(({ text }) => text),
  ).map(({ grades, owners }) => ({
    gold: new Set(grades.map((grade) => STATES[grade])),
    predicted: mostOf(owners.map((span) => itemAt(spans, span).state)),
  }));
}

/** Gold clauses found in spans of text, each with the span that holds most of its letters. For fitting. */
export function statesOfSpans(
  gold: ClausesGold,
  spans: readonly string[],
): { readonly span: number; readonly grades: readonly ClauseGrade[] }[] {
  return placed(gold, spans).map(({ grades, owners }) => ({ span: mostOf(owners), grades }));
}

/** Gold clauses by the place of their letters, all spans laid end to end; for each letter the span it is of. */
function placed(
  { clauses }: ClausesGold,
  spans: readonly string[],
): { readonly grades: readonly ClauseGrade[]; readonly owners: readonly number[] }[] {
  const letters = spans.map(contentOf);
  const text = letters.join('');
  const owners = letters.flatMap((own, span) => new Array<number>(own.length).fill(span));
  let cursor = 0;
  return clauses.flatMap(({ text: clause, grades }) => {
    const own = contentOf(clause);
    const next = text.indexOf(own, cursor);
    const at = next < 0 ? text.indexOf(own) : next;
    if (own === '' || at < 0) return [];
    cursor = at + own.length;
    return [{ grades, owners: owners.slice(at, cursor) }];
  });
}

function mostOf<Item>(items: readonly Item[]): Item {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return itemAt(
    [...counts].sort((a, b) => b[1] - a[1]),
    0,
  )[0];
}

/** *In* upstream sentences in document order, and their clauses by unit. */
export function clausesPredicted(
  sentences: readonly { readonly id: string; readonly text: string }[],
  clauses: readonly SentenceClauses<UpstreamClause>[],
): ClausesPrediction {
  const byUnit = new Map(clauses.map(({ unit, clauses: own }) => [unit, own]));
  return {
    sentences: sentences.map(({ id, text }) => ({ text, clauses: byUnit.get(id) ?? [] })),
  };
}
