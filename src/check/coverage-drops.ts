import { percent, valueAt } from '../text/index.js';
import type { Edit, Edits } from './edits.js';
import { linePlace } from './place.js';
import { pairName } from './snapshot.js';
import type { AboutFinding, CorpusState, CoverageShift, PairFacts, Snapshot } from './types.js';

type OldPair = Snapshot['pairs'][number];

/** Coverage of every pair and theme, then and now. */
export function coverageShifts(before: Snapshot | undefined, after: CorpusState): CoverageShift[] {
  const share = (pair: OldPair | undefined, theme: string): number | undefined => {
    const row = pair?.coverage.find((item) => item.theme === theme);
    return row === undefined || row.units === 0 ? undefined : row.covered / row.units;
  };
  const old = new Map((before?.pairs ?? []).map((pair) => [pairName(pair), pair]));
  return after.pairs.flatMap((pair) =>
    pair.coverage.map(({ theme }): CoverageShift => {
      const [then, now] = [share(old.get(pairName(pair)), theme), share(pair, theme)];
      return {
        upstream: pair.upstream.name,
        downstream: pair.downstream.name,
        theme,
        ...(then !== undefined && { before: then }),
        ...(now !== undefined && { after: now }),
      };
    }),
  );
}

interface DropInput {
  readonly before: Snapshot;
  readonly after: CorpusState;
  readonly edits: Edits;
  readonly shifts: readonly CoverageShift[];
}

/** A fall of less than a point is one sentence among hundreds: `link-lost` tells of it, where there was a link. */
const LEAST_FALL = 0.01;

/** Where no edit did it, a link between others gave way: a note, and only of a fall that changes a table. */
const LEAST_DRIFT = 0.05;

/** Themes whose coverage is lower than before, at the edit that made it so. */
export function coverageDrops({
  before,
  after,
  edits,
  shifts,
}: DropInput): { readonly theme: string; readonly finding: AboutFinding }[] {
  const now = new Map(after.pairs.map((pair) => [pairName(pair), pair]));
  const then = new Map(before.pairs.map((pair) => [pairName(pair), pair]));
  return shifts.flatMap((shift) => {
    const { before: old, after: share, theme } = shift;
    if (old === undefined || share === undefined || share > old - LEAST_FALL) return [];
    const name = `${shift.upstream} → ${shift.downstream}`;
    const pair = valueAt(now, name);
    const fall = { theme, old: valueAt(then, name), now: pair, edits };
    const cause = causeOf(fall);
    if (cause === undefined && share > old - LEAST_DRIFT) return [];
    const at = cause ?? driftOf(fall);
    const first = after.documents.find(({ id }) => id === pair.downstream.documents[0]);
    const finding: AboutFinding = {
      rule: 'coverage-dropped',
      subject: name,
      path: at?.path ?? first?.path ?? after.corpusPath,
      place: at?.place ?? linePlace(1),
      ...(at !== undefined && { document: at.document }),
      ...(at?.section !== undefined && { section: at.section }),
      params: { pair: name, theme, before: percent(old, 1), after: percent(share, 1) },
      key: `${name} ${theme}`,
      ...(cause === undefined && { severity: 'info' as const }),
    };
    return [{ theme, finding }];
  });
}

type Place = Pick<Edit, 'path' | 'place' | 'document' | 'section'>;

interface Fall {
  readonly theme: string;
  readonly old: OldPair;
  readonly now: PairFacts;
  readonly edits: Edits;
}

/**
 * The edit by which coverage fell: of a counterpart of a sentence that has none any more, or of that sentence itself;
 * an upstream sentence that came in without a counterpart; one with a counterpart that is gone.
 */
function causeOf({ theme, old, now, edits }: Fall): Place | undefined {
  const partners = partnersOf(old);
  const linked = new Set(partnersOf(now).keys());
  const missing = (membersOf(now, theme) ?? []).filter((key) => !linked.has(key));
  const was = new Map(
    [...edits.gone].flatMap(([key, { becomes }]) =>
      becomes === undefined ? [] : [[becomes, key]],
    ),
  );
  for (const key of missing) {
    const before = was.get(key) ?? key;
    const edit = (partners.get(before) ?? []).flatMap((down) => edits.gone.get(down) ?? [])[0];
    const own = partners.has(before) ? edits.gone.get(before) : undefined;
    if ((edit ?? own) !== undefined) return edit ?? own;
  }
  const entered = missing.find((key) => edits.fresh.has(key));
  if (entered !== undefined) return edits.now.get(entered);
  return goneCovered({ theme, old, now, edits }, partners);
}

/** An upstream sentence that lost its link without an edit. */
function driftOf({ theme, old, now, edits }: Fall): Place | undefined {
  const [partners, linked] = [partnersOf(old), partnersOf(now)];
  const lost = (membersOf(now, theme) ?? []).find((key) => partners.has(key) && !linked.has(key));
  return lost === undefined ? undefined : edits.now.get(lost);
}

/** A sentence of the theme that had a counterpart and was deleted or edited out of the theme. */
function goneCovered(
  { theme, old, now, edits }: Fall,
  partners: ReadonlyMap<string, readonly string[]>,
): Edit | undefined {
  const stays = new Set(membersOf(now, theme));
  const members = membersOf(old, theme);
  return [...edits.gone].find(
    ([key, { becomes }]) =>
      partners.has(key) &&
      (members === undefined || members.includes(key)) &&
      (becomes === undefined || !stays.has(becomes)),
  )?.[1];
}

function membersOf(pair: OldPair, theme: string): readonly string[] | undefined {
  return pair.coverage.find((row) => row.theme === theme)?.members;
}

/** Counterparts of every upstream sentence that has some. */
function partnersOf({ links }: Pick<PairFacts, 'links'>): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const { upstream, downstream } of links)
    for (const up of upstream) partners.set(up, [...(partners.get(up) ?? []), ...downstream]);
  return partners;
}
