/** Why two units were linked, or why not. */
import type { ExplainedPair } from '../findings/index.js';
import type { DocumentUnits, Link, Side } from '../model/index.js';
import { unitIdOf } from './addresses.js';
import { alignPair, explainUnits } from './align.js';
import { findLink, type SidePair, sidesWith } from './explain-sides.js';
import { corpusSide, distinctDocuments } from './read.js';
import { unknownUnit } from './topic.js';
import type { Workspace } from './workspace.js';

/** As `link-id.ts` makes them: grain, then sixteen hex digits. */
const LINK_ID = /^[cs]-[0-9a-f]{16}$/;

/**
 * Pairs with what speaks for and against each; or why there are none: a section and a sentence were named
 * (`grains`), or two units of one side (`same-side`).
 */
export type ExplanationResult =
  | {
      readonly kind: 'explained';
      readonly pairs: readonly ExplainedPair[];
      readonly documents: readonly DocumentUnits[];
    }
  | { readonly kind: 'grains' | 'same-side' };

/**
 * Explain a link by its id, or one or two units by their addresses; one unit is explained with its partners, else with
 * its best candidate. Without `given` the sides are found in the corpus.
 *
 * *Errors*: `cli/unknown-unit`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const result = await explanationOf(ws, 'hubei:45.11', 'wuhan:46.10');
 */
export async function explanationOf(
  ws: Workspace,
  first: string,
  second?: string,
  given?: SidePair,
): Promise<ExplanationResult> {
  const asked =
    LINK_ID.test(first) && second === undefined
      ? await askedByLink(ws, first, given)
      : await askedByUnits(ws, second === undefined ? [first] : [first, second], given);
  if (asked === undefined) return { kind: 'same-side' };
  const pairs: ExplainedPair[] = [];
  for (const each of asked) pairs.push(...(await explained(ws, each)));
  if (pairs.length === 0) return { kind: 'grains' };
  const sides = asked.flatMap(({ sides }) => [sides.upstream, sides.downstream]);
  return { kind: 'explained', pairs, documents: distinctDocuments(sides) };
}

/** *Out* undefined where two units stand on one side. */
async function askedByUnits(
  ws: Workspace,
  names: readonly [string] | readonly [string, string],
  given: SidePair | undefined,
): Promise<Asked[] | undefined> {
  const known = given ? [given.upstream, given.downstream] : [await corpusSide(ws)];
  const named = names.map((name) => {
    const unit = unitIdOf(ws, name);
    return { name, unit, document: documentWith(known, unit) };
  });
  const documents = named.map(({ name, document }) => {
    if (document === undefined) throw unknownUnit(ws, name, known);
    return document;
  });
  const [one, other] = documents;
  if (one === undefined || one === other) return undefined;
  const pairs = given ? [given] : await sidesWith(ws, other === undefined ? [one] : [one, other]);
  const ids = named.map(({ unit }) => unit);
  const found: Asked[] = [];
  for (const sides of pairs) found.push(...(await askedIn(ws, sides, ids)));
  return found.length === 0 && ids.length === 2 ? undefined : found;
}

/** Two units to explain, and the sides they stand on. */
interface Asked {
  readonly sides: SidePair;
  readonly upstream: string;
  readonly downstream: string;
}

/** More pairs of one m:n link than this tell nothing new. */
const MOST_PAIRS = 6;

async function askedByLink(
  ws: Workspace,
  id: string,
  given: SidePair | undefined,
): Promise<Asked[]> {
  const found = await findLink(ws, id, given);
  const link = found?.alignment.links.find((each) => each.id === id);
  if (found === undefined || link === undefined) {
    const sides = given ? [given.upstream, given.downstream] : [await corpusSide(ws)];
    throw unknownUnit(ws, id, sides);
  }
  return link.upstream
    .flatMap((upstream) =>
      link.downstream.map((downstream) => ({ sides: found.sides, upstream, downstream })),
    )
    .slice(0, MOST_PAIRS);
}

function documentWith(sides: readonly Side[], unit: string): string | undefined {
  return distinctDocuments(sides).find(
    ({ sections, sentences }) =>
      sections.some(({ id }) => id === unit) || sentences.some(({ id }) => id === unit),
  )?.head.id;
}

/** The pair of units in these sides; for one unit its linked partners, else its best candidate. */
async function askedIn(ws: Workspace, sides: SidePair, ids: readonly string[]): Promise<Asked[]> {
  const [first, second] = ids as [string, string?];
  const above = hasUnit(sides.upstream, first);
  if (!above && !hasUnit(sides.downstream, first)) return [];
  if (second !== undefined) {
    const opposite = above ? sides.downstream : sides.upstream;
    if (!hasUnit(opposite, second)) return [];
    return [
      {
        sides,
        upstream: above ? first : second,
        downstream: above ? second : first,
      },
    ];
  }
  const links = await linksOf(ws, sides, first, above);
  const partners = links.flatMap((link) => (above ? link.downstream : link.upstream));
  const best = partners.length > 0 ? partners : await bestCandidate(ws, sides, first, above);
  return [...new Set(best)].slice(0, MOST_PAIRS).map((partner) => ({
    sides,
    upstream: above ? first : partner,
    downstream: above ? partner : first,
  }));
}

function hasUnit(side: Side, unit: string): boolean {
  return documentWith([side], unit) !== undefined;
}

async function linksOf(
  ws: Workspace,
  sides: SidePair,
  unit: string,
  above: boolean,
): Promise<Link[]> {
  const { links } = await alignPair(ws, sides.upstream, sides.downstream);
  return links.filter((link) => (above ? link.upstream : link.downstream).includes(unit));
}

/** The rivals of any pair with the unit are its candidates; the best of them is the first. */
async function bestCandidate(
  ws: Workspace,
  sides: SidePair,
  unit: string,
  above: boolean,
): Promise<string[]> {
  const own = above ? sides.upstream : sides.downstream;
  const other = above ? sides.downstream : sides.upstream;
  const isSection = own.documents.some(({ sections }) => sections.some(({ id }) => id === unit));
  const any = other.documents.flatMap((document) =>
    (isSection ? document.sections : document.sentences).map(({ id }) => id),
  )[0];
  if (any === undefined) return [];
  const found = await explainUnits(ws, sides.upstream, sides.downstream, {
    upstream: above ? unit : any,
    downstream: above ? any : unit,
  });
  if (found === undefined) return [];
  const rivals = above ? found.rivals.downstream : found.rivals.upstream;
  const candidates = [...rivals, { id: any, score: found.score }];
  return [candidates.reduce((best, each) => (each.score > best.score ? each : best)).id];
}

async function explained(
  ws: Workspace,
  { sides, upstream, downstream }: Asked,
): Promise<ExplainedPair[]> {
  const ids = { upstream, downstream };
  const explanation = await explainUnits(ws, sides.upstream, sides.downstream, ids);
  if (explanation === undefined) return [];
  const { links } = await alignPair(ws, sides.upstream, sides.downstream);
  const link = links.find(
    (each) => each.upstream.includes(upstream) && each.downstream.includes(downstream),
  );
  return [
    {
      sides: { upstream: sides.upstream.name, downstream: sides.downstream.name },
      explanation,
      ...(link !== undefined && {
        link: {
          id: link.id,
          relation: link.relation,
          score: link.score,
          pinned: link.decided === true,
        },
      }),
    },
  ];
}
