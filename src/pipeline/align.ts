/** Sides → alignments, and what comparing them needs. */
import { type Explanation, explainPair, placedConcepts } from '../align/index.js';
import { cachedTokens, lexiconFile, linksFile } from '../corpus/index.js';
import { type ComparisonTools, makeDiffer, sideFacts } from '../findings/index.js';
import {
  type Alignment,
  type Decision,
  type DocumentUnits,
  LEVELS,
  type Level,
  type Side,
  type Token,
} from '../model/index.js';
import { createTokenizer, parseWordList } from '../segment/index.js';
import { contentKey, groupBy, itemAt, UserError, valueAt } from '../text/index.js';
import { decisionsFor } from './decisions.js';
import { ENGINE_CODE } from './engine.js';
import { levelsOf, levelsToCompare } from './levels.js';
import { once } from './once.js';
import { type LevelChoice, levelPairs, namedPairs, pairsOfLevels } from './pairing.js';
import { alignPapersOf, optionsFor, preparePaper, sideKey } from './papers.js';
import { type ReadOptions, readSide, readSides } from './read.js';
import type { Workspace } from './workspace.js';

/**
 * Align two sides, or take what an earlier run found for the same texts, data, program and model of the user's own.
 *
 * Pairs aligned at one time (`Promise.all`) ask that model together. *Errors*: `semantics/…`.
 */
export async function alignPair(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
): Promise<Alignment> {
  const decisions = decisionsFor(ws, upstream, downstream);
  const said = decisions.length === 0 ? [] : [JSON.stringify(decisions)];
  const key = (): string =>
    contentKey(sideKey(upstream), sideKey(downstream), ws.alignKey(), ...said);
  const kept = await ws.cache.rememberLater('alignment', key, async () => {
    const {
      upstream: _up,
      downstream: _down,
      ...found
    } = await alignFresh(ws, upstream, downstream, decisions);
    return found;
  });
  return { upstream, downstream, ...kept };
}

/** The same, whatever earlier runs found; the links are kept nowhere, what each paper is made ready with is. */
export async function alignFresh(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
  decisions: readonly Decision[] = decisionsFor(ws, upstream, downstream),
): Promise<Alignment> {
  // First of all, so that pairs aligned at one time ask a model of the user's own together.
  const options = await optionsFor(ws, upstream, downstream);
  ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
  const papers = [await preparePaper(ws, upstream), await preparePaper(ws, downstream)] as const;
  return alignPapersOf(ws, ...papers, { ...options, decisions });
}

/**
 * A tokenizer for the sentences of some sides, each without its section marker.
 * Word segmentation is loaded only for a side that no earlier run has cut.
 */
export async function tokensOfSides(
  ws: Workspace,
  sides: readonly Side[],
): Promise<(text: string) => readonly Token[]> {
  const words = parseWordList(lexiconFile(ws.corpus, 'policy-words.txt').content);
  const load = once(() => {
    ws.working({ kind: 'segment' });
    return createTokenizer(words);
  });
  const tokenizers = new Map<string, (text: string) => readonly Token[]>();
  for (const document of sides.flatMap((side) => side.documents)) {
    const texts = document.sentences.map(({ text, markerLength }) => text.slice(markerLength));
    const tokenize = await cachedTokens(ws.cache, texts, words, load);
    for (const text of texts) tokenizers.set(text, tokenize);
  }
  return (text) => {
    const tokenize = tokenizers.get(text);
    if (tokenize === undefined) throw new Error('this text is no sentence of these sides');
    return tokenize(text);
  };
}

/** Everything that decides how the engine links, as text: equal for equal links. For hashing. */
export function engineText(ws: Workspace): string {
  const decided = linksFile(ws.corpus)?.content;
  return JSON.stringify([ENGINE_CODE, ws.alignKey(), ...(decided === undefined ? [] : [decided])]);
}

/** The engine alone, without the decisions and swaps a corpus adds. */
export function engineIdentity(ws: Workspace): string {
  const model = ws.semantics();
  const own = ws.ownFit();
  const parts = [ENGINE_CODE, ws.engine().key, model?.identity()];
  return JSON.stringify(own === undefined ? parts : [...parts, own.key]);
}

/**
 * Alignments of sides by level, as `namedPairs` pairs them: one above with all below, never siblings with each other.
 * Without names: the aliases of the corpus by level, each with those of the next level below, then the
 * highest with the lowest.
 *
 * With levels (`from`, `to`) as `pairsOfLevels` does, without names among all documents of the corpus. *Errors*:
 * `levels/no-pairs` where these levels make none.
 */
export async function alignedPairs(
  ws: Workspace,
  names: readonly string[],
  { from, to, ...options }: PairedOptions = {},
): Promise<Alignment[]> {
  const chosen = from !== undefined || to !== undefined;
  if (names.length === 0 && !chosen) return alignNamed(ws, corpusPairs(ws), options);
  const all = names.length === 0 ? ws.entries().map(({ head }) => head.id) : names;
  const sides = await readSides(ws, all, options);
  const pairs = chosen
    ? sidesOfLevels(sides, { from, to })
    : namedPairs(placedOf(sides)).map(([up, down]): [Side, Side] => [up.side, down.side]);
  return Promise.all(pairs.map(([up, down]) => alignPair(ws, up, down)));
}

/** Pairs of sides of the levels asked for, as `pairsOfLevels` makes them. *Errors*: `levels/no-pairs` where there are none. */
export function sidesOfLevels(sides: readonly Side[], choice: LevelChoice): [Side, Side][] {
  const placed = placedOf(sides);
  const pairs = pairsOfLevels(placed, choice);
  if (pairs.length === 0) throw new UserError('levels/no-pairs', { found: levelCounts(placed) });
  return pairs.map(([up, down]) => [up.side, down.side]);
}

function placedOf(sides: readonly Side[]) {
  return sides.map((side) => ({ ...sideFacts(side), side }));
}

/** How sides are read, and which levels are compared. */
export interface PairedOptions extends ReadOptions, LevelChoice {}

/** `national 1, province 30, ? 2`. */
function levelCounts(sides: readonly { readonly level?: Level }[]): string {
  const counts = groupBy(sides, ({ level }) => level ?? '?');
  return [...LEVELS, '?']
    .flatMap((level) => {
      const own = counts.get(level as Level | '?');
      return own === undefined ? [] : [`${level} ${own.length}`];
    })
    .join(', ');
}

/** Alignments of a chain of sides: each with the next, then the first with the last; without names as `alignedPairs`. */
export async function alignedAlong(
  ws: Workspace,
  names: readonly string[],
  options: ReadOptions = {},
): Promise<Alignment[]> {
  return alignNamed(ws, names.length > 0 ? chainOf(names) : corpusPairs(ws), options);
}

/** Alignments of pairs of names, in their order; a name of several pairs is read once. */
export async function alignNamed(
  ws: Workspace,
  pairs: readonly Pair[],
  options: ReadOptions = {},
): Promise<Alignment[]> {
  const sides = new Map<string, Side>();
  for (const name of pairs.flat())
    if (!sides.has(name)) sides.set(name, await readSide(ws, name, options));
  return Promise.all(
    pairs.map(([up, down]) => alignPair(ws, valueAt(sides, up), valueAt(sides, down))),
  );
}

/**
 * Two or three levels: alignments of each name with the next, highest level first.
 *
 * *Errors*: `corpus/unknown-document`, those of reading; `RangeError` for another number of names.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const chain = await alignedChain(ws, ['national', 'hubei', 'wuhan']);
 */
export async function alignedChain(
  ws: Workspace,
  names: readonly string[],
  options: ReadOptions = {},
): Promise<readonly [Alignment] | readonly [Alignment, Alignment]> {
  return alignLevels(ws, await readSides(ws, names, options));
}

/** Errors: `RangeError` unless there are two or three sides. */
export async function alignLevels(
  ws: Workspace,
  [first, second, third, ...others]: readonly Side[],
): Promise<readonly [Alignment] | readonly [Alignment, Alignment]> {
  if (first === undefined || second === undefined || others.length > 0)
    throw new RangeError('two or three sides are compared');
  const upper = alignPair(ws, first, second);
  if (third === undefined) return [await upper];
  return Promise.all([upper, alignPair(ws, second, third)]);
}

/** Each side with the next. */
export async function alignSteps(ws: Workspace, sides: readonly Side[]): Promise<Alignment[]> {
  return Promise.all(sides.slice(1).map((side, i) => alignPair(ws, itemAt(sides, i), side)));
}

export type Pair = readonly [upstream: string, downstream: string];

function chainOf(names: readonly string[]): Pair[] {
  const pairs = names.slice(1).map((name, i): Pair => [itemAt(names, i), name]);
  const [first, last] = [names[0], names.at(-1)];
  const whole = first !== undefined && last !== undefined && names.length > 2;
  return whole ? [...pairs, [first, last]] : pairs;
}

/** The pairs a corpus compares, its aliases level by level. Errors: `corpus/one-level` where it has nothing to compare. */
function corpusPairs(ws: Workspace): Pair[] {
  return pairsAmong(levelsToCompare(ws));
}

/** The same; none where there is nothing to compare. */
export function corpusPairsIfAny(ws: Workspace): Pair[] {
  return pairsAmong(levelsOf(ws));
}

function pairsAmong(levels: ReturnType<typeof levelsOf>): Pair[] {
  return levelPairs(levels.map(({ sides }) => sides)).map(
    ([up, down]): Pair => [up.name, down.name],
  );
}

/** What `compareSides` needs of the language: tokens, and a diff that knows this pair's swaps. */
export async function comparisonTools(
  ws: Workspace,
  alignments: readonly Alignment[],
): Promise<ComparisonTools> {
  const listed = ws.listedSwaps();
  // A substitution seen once or twice may be a coincidence.
  const learned = alignments
    .flatMap((alignment) => alignment.swaps)
    .filter(({ count, listed: known }) => known || count >= 3);
  const sides = alignments.flatMap((alignment) => [alignment.upstream, alignment.downstream]);
  return {
    tokenize: await tokensOfSides(ws, sides),
    conceptsIn: (text) => placedConcepts(ws.engine().concepts(), text),
    differ: makeDiffer({
      swaps: [...listed, ...learned],
      setPhrases: ws.setPhrases(),
      commitment: ws.commitment(),
    }),
  };
}

/** Why two units were linked or not; absent where an id is unknown or the two are not of one grain. */
export async function explainUnits(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
  ids: { readonly upstream: string; readonly downstream: string },
): Promise<Explanation | undefined> {
  const options = await optionsFor(ws, upstream, downstream);
  const decisions = decisionsFor(ws, upstream, downstream);
  ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
  return explainPair(upstream, downstream, ids, { ...options, decisions });
}

/**
 * One side for each level, highest first: the chain a cascade follows where the user names none.
 * Errors: `corpus/one-level`.
 */
export function corpusChain(ws: Workspace): readonly string[] {
  return levelsToCompare(ws).map(({ sides: [first] }) => first.name);
}

/** What stands for the next level above a document's, where the corpus has it. */
export function sideAbove(ws: Workspace, document: DocumentUnits): string | undefined {
  const { level } = document.head;
  if (level === undefined) return undefined;
  const higher = new Set(LEVELS.slice(0, LEVELS.indexOf(level)));
  return levelsOf(ws).findLast((own) => higher.has(own.level))?.sides[0].name;
}

/** The same links seen from below: what was downstream is upstream. */
export function upsideDown(alignment: Alignment): Alignment {
  return {
    ...alignment,
    upstream: alignment.downstream,
    downstream: alignment.upstream,
    links: alignment.links.map((link) => ({
      ...link,
      upstream: link.downstream,
      downstream: link.upstream,
      ...(link.grain === 'sentence' && {
        swaps: link.swaps.map(({ upstream, downstream }) => ({
          upstream: downstream,
          downstream: upstream,
        })),
      }),
    })),
    unlinked: { upstream: alignment.unlinked.downstream, downstream: alignment.unlinked.upstream },
  };
}
