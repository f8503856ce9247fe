import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlignOptions, placeNamesOf, prepareSides } from '../align/index.js';
import { type AlignmentGold, type GoldSide, loadGoldChecks } from '../evaluate/index.js';
import type { Side } from '../model/index.js';
import { type FitPair, prepareFit } from './fit-pairs.js';
import { guessPlaces, sideFromGold } from './gold-sides.js';
import { digestOf, isReadings, readText, withTexts } from './readings.js';

/** What the engine knows beyond the pair. */
export type Knowledge = Pick<AlignOptions, 'background' | 'concepts'>;
type GoldCheck = Awaited<ReturnType<typeof loadGoldChecks>>['checkGold'];
/** A gold pair with its texts and its place among the others. */
export interface Loaded extends FitPair {
  /** Names of both sides' own places. */
  readonly places: readonly string[];
  /** Genre and subject, where the pair is listed in `fixtures/groups.tsv`. */
  readonly group: Group | undefined;
  /** Digests of each side's sentences. */
  readonly texts: readonly ReadonlySet<string>[];
}

function goldFiles(path: string): string[] {
  if (path.endsWith('.json')) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** What is known of an annotated pair beyond its links: pairs of one subject are fitted, and left out, together. */
export interface Group {
  readonly genre: string;
  readonly subject: string;
  /** Names of the files both texts stand in, for gold that holds its own sentences. */
  readonly files: readonly string[];
}

/** *In* lines `name⇥genre⇥subject⇥upstream file⇥downstream file`, the files only for gold that is no reading; `#` opens a comment. */
export function readGroups(tsv: string): ReadonlyMap<string, Group> {
  return new Map(
    tsv
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', genre = '', subject = '', ...files] = line.split('\t');
        return [name, { genre, subject, files }] as const;
      }),
  );
}

interface LoadOptions {
  /** Folders in which texts are looked for by the names of their files. */
  readonly texts: readonly string[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly knowledge: Knowledge;
  readonly regions: readonly string[];
  readonly report: (line: string) => void;
}

/** All annotated pairs below some files and folders whose texts are at hand, as the parser reads them. */
export async function loadPairs(paths: readonly string[], options: LoadOptions): Promise<Loaded[]> {
  const { checkGold } = await loadGoldChecks();
  const pairs: Loaded[] = [];
  for (const path of paths.flatMap(goldFiles)) {
    const name = (path.split('/').at(-1) ?? path).replace(/\.json$/u, '');
    const read = await readGold(path, options.groups.get(name), options, checkGold);
    if (read !== undefined) pairs.push(loadGold(name, read, options));
  }
  return pairs;
}

/** Where texts are looked for first. */
const OWN_TEXTS = ['corpus'];

/** Annotated links, whether they are readings, and the documents. */
interface Read {
  readonly gold: AlignmentGold;
  readonly reading: boolean;
  readonly upstream: Side;
  readonly downstream: Side;
}

/** Absent for gold of another kind, and for readings whose texts are not at hand. */
async function readGold(
  path: string,
  group: Group | undefined,
  { texts, report }: LoadOptions,
  checkGold: GoldCheck,
): Promise<Read | undefined> {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const folders = [...OWN_TEXTS, ...texts];
  if (isReadings(value)) {
    const read = await withTexts(value, folders);
    if (read === undefined)
      report(`left out: ${path} (its texts are not below ${folders.join(', ')})`);
    return read && { ...read, reading: true };
  }
  const checked = checkGold(value);
  if (!checked.ok) throw new Error(`${path}: ${checked.problems.join('; ')}`);
  if (checked.value.schema !== 'gold.alignment/1') return undefined;
  const gold = checked.value;
  const [up, down] = await Promise.all(
    [0, 1].map((k) => {
      const file = group?.files[k];
      return file === undefined ? undefined : readText(file, folders);
    }),
  );
  if (up === undefined || down === undefined)
    report(`${path}: its texts are not below ${folders.join(', ')}; taken as cut in the gold`);
  return {
    gold,
    reading: false,
    upstream: up ?? sideFromGold(gold.upstream.id, gold.upstream.sentences),
    downstream: down ?? sideFromGold(gold.downstream.id, gold.downstream.sentences),
  };
}

function loadGold(
  name: string,
  { gold, reading, upstream, downstream }: Read,
  { knowledge, regions, groups }: LoadOptions,
): Loaded {
  const places = {
    upstream: placesOf(upstream, gold.upstream, regions),
    downstream: placesOf(downstream, gold.downstream, regions),
  };
  const pair = prepareSides(upstream, downstream, { ...knowledge, places });
  return {
    ...prepareFit({ name, gold, reading, upstream, downstream }, pair),
    places: [...places.upstream, ...places.downstream],
    group: groups.get(name),
    texts: [gold.upstream, gold.downstream].map(
      (side) => new Set(side.sentences.map(({ text }) => digestOf(text))),
    ),
  };
}

/** Names of the places a side speaks for: as its head says, or, where only the gold's sentences are at hand, by a guess. */
function placesOf(side: Side, gold: GoldSide, regions: readonly string[]): string[] {
  const names = placeNamesOf(side, []);
  const bare = side.documents.every(({ head }) => head.kind === 'other' && head.title === head.id);
  return names.length === 0 && bare ? guessPlaces(gold.sentences, regions) : names;
}

/**
 * Pairs of one subject, or that share a text, directly or through others, are one chain: none of them may teach when one is
 * scored. Where no subject is named (climate plans, which share theirs), pairs that share a place are.
 *
 * One text may have other ids in other files, and an explanation repeats its proposal: so texts are compared, not ids.
 */
export function chainsOf(pairs: readonly Loaded[]): Loaded[][] {
  const chains: Loaded[][] = [];
  for (const pair of pairs) {
    const touching = chains.filter((chain) => chain.some((other) => related(pair, other)));
    for (const chain of touching) chains.splice(chains.indexOf(chain), 1);
    chains.push([...touching.flat(), pair]);
  }
  return chains;
}

/** Two documents are one text in two versions when they share this much of the shorter one's sentences. */
const SAME_TEXT = 0.5;

function related(a: Loaded, b: Loaded): boolean {
  const [subject, other] = [a.group?.subject ?? '', b.group?.subject ?? ''];
  if (subject !== '' && subject === other) return true;
  if (subject === '' && other === '' && a.places.some((place) => b.places.includes(place)))
    return true;
  return a.texts.some((text) =>
    b.texts.some((other) => {
      const shared = [...text].filter((digest) => other.has(digest)).length;
      return shared >= SAME_TEXT * Math.min(text.size, other.size);
    }),
  );
}
