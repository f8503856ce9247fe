import type {
  ClauseDecision,
  DecidedUnit,
  Decision,
  PairDecision,
  Side,
  StaleDecision,
} from '../model/index.js';
import { nearestText } from './nearest-text.js';

/** A decision about a pair whose two units were found. */
export interface ResolvedPair {
  readonly decision: PairDecision;
  readonly grain: 'section' | 'sentence';
  readonly upstream: string;
  readonly downstream: string;
}

/** A decision about a clause, or about all of a sentence, that was found. */
export interface ResolvedClause {
  readonly decision: ClauseDecision;
  readonly unit: string;
  /** `[start, end)` of the sentence's text; absent: all of it. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** A person's word on two sides, as far as it fits their texts. */
export interface ResolvedDecisions {
  readonly pairs: readonly ResolvedPair[];
  readonly clauses: readonly ResolvedClause[];
  readonly stale: readonly StaleDecision[];
}

interface Unit {
  readonly id: string;
  readonly grain: 'section' | 'sentence';
  readonly text: string;
}

interface Found extends Unit {
  readonly moved: boolean;
}

type Sides = Readonly<Record<'upstream' | 'downstream', readonly Unit[]>>;

/**
 * Find the units that decisions name.
 *
 * A unit is found by its id if it still holds the quotation, else by the quotation if exactly one unit of the side holds it
 * (honoured, and reported with its new place), else not at all (reported, with the unit that reads most like it).
 */
export function resolveDecisions(
  decisions: readonly Decision[],
  upstream: Side,
  downstream: Side,
): ResolvedDecisions {
  if (decisions.length === 0) return { pairs: [], clauses: [], stale: [] };
  const sides = { upstream: unitsOf(upstream), downstream: unitsOf(downstream) };
  const pairs: ResolvedPair[] = [];
  const clauses: ResolvedClause[] = [];
  const stale: StaleDecision[] = [];
  for (const decision of decisions) {
    const up = find(decision, 'upstream', decision.upstream, sides);
    if (!('downstream' in decision)) {
      if (up.unit === undefined) stale.push(...up.stale);
      else if (up.unit.grain === 'section')
        stale.push({ decision, side: 'upstream', problem: 'kinds-differ' });
      else {
        stale.push(...up.stale);
        clauses.push({ decision, unit: up.unit.id, ...rangeOf(decision, up.unit) });
      }
      continue;
    }
    const down = find(decision, 'downstream', decision.downstream, sides);
    if (isOfOtherPapers(up, down)) continue;
    stale.push(...up.stale, ...down.stale);
    if (up.unit === undefined || down.unit === undefined) continue;
    if (up.unit.grain !== down.unit.grain)
      stale.push({ decision, side: 'downstream', problem: 'kinds-differ' });
    else
      pairs.push({
        decision,
        grain: up.unit.grain,
        upstream: up.unit.id,
        downstream: down.unit.id,
      });
  }
  return { pairs, clauses, stale };
}

/** Where a unit stands now, and what is to be said of it. */
interface Search {
  readonly unit?: Unit;
  readonly stale: readonly StaleDecision[];
}

/**
 * Neither quotation stands here, nor anything like it: papers that name themselves alike (two laws of one year) have the same
 * ids, and their decisions may lie in one file.
 */
function isOfOtherPapers(up: Search, down: Search): boolean {
  return [up, down].every(
    ({ unit, stale }) =>
      unit === undefined &&
      stale.every(({ decision, side, nearest }) => {
        const named =
          side === 'upstream' || !('downstream' in decision)
            ? decision.upstream
            : decision.downstream;
        return named.quote !== undefined && nearest === undefined;
      }),
  );
}

function find(
  decision: Decision,
  side: 'upstream' | 'downstream',
  wanted: DecidedUnit,
  sides: Sides,
): Search {
  const found = findUnit(wanted, sides[side]);
  if (typeof found !== 'string') {
    if (!found.moved) return { unit: found, stale: [] };
    const movedTo = found.id;
    return { unit: found, stale: [{ decision, side, problem: 'quote-not-found', movedTo }] };
  }
  const nearest = wanted.quote === undefined ? undefined : nearestText(wanted.quote, sides[side]);
  const near = nearest === undefined ? {} : { nearest: nearest.id };
  return { stale: [{ decision, side, problem: found, ...near }] };
}

/** By the quotation where it stands, else as written; all of the sentence where neither says. */
function rangeOf(
  { range, upstream: { quote } }: ClauseDecision,
  { text }: Unit,
): Pick<ResolvedClause, 'range'> {
  if (range === undefined) {
    const at = quote === undefined || quote === text ? -1 : text.indexOf(quote);
    return at < 0 || quote === undefined ? {} : { range: { start: at, end: at + quote.length } };
  }
  if (quote === undefined || text.slice(range.start, range.end) === quote) return { range };
  const at = text.indexOf(quote);
  return { range: { start: at, end: at + quote.length } };
}

function unitsOf(side: Side): Unit[] {
  return side.documents.flatMap((document) => [
    ...document.sections.map((unit) => ({
      id: unit.id,
      grain: 'section' as const,
      text: unit.label + unit.heading,
    })),
    ...document.sentences.map((unit) => ({
      id: unit.id,
      grain: 'sentence' as const,
      text: unit.text,
    })),
  ]);
}

function findUnit(
  wanted: DecidedUnit,
  units: readonly Unit[],
): Found | 'unknown-unit' | 'quote-not-found' {
  const named = units.find((unit) => unit.id === wanted.id);
  const quote = wanted.quote;
  if (quote === undefined) return named === undefined ? 'unknown-unit' : { ...named, moved: false };
  if (named?.text.includes(quote)) return { ...named, moved: false };
  const [holder, ...others] = units.filter(
    (unit) => unit.text.includes(quote) && (named === undefined || unit.grain === named.grain),
  );
  if (holder !== undefined && others.length === 0) return { ...holder, moved: true };
  return named === undefined ? 'unknown-unit' : 'quote-not-found';
}
