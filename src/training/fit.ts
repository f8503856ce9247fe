import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  alignPrepared,
  type Background,
  type Parameters,
  parseBackground,
  prepareSides,
} from '../align/index.js';
import {
  type AlignmentGold,
  loadGoldChecks,
  predictionOf,
  scoreAlignment,
} from '../evaluate/index.js';
import { type FitPair, type FitSettings, fitParameters, prepareFit } from './fit-parameters.js';
import { guessPlaces, readRegionNames, sideFromGold } from './gold-sides.js';
import { isReadings, withTexts } from './readings.js';
import { parametersSource } from './write-parameters.js';

const USAGE = `usage: npm run fit -- [GOLD…] [--texts DIR] [--background FILE] [--regions FILE] [--output FILE] [--dry-run] [--ablate]

Fits the parameters of the alignment on gold files (folders are searched), scores every chain with parameters fitted
without it, prints what it found and writes src/align/parameters.ts. Pairs that share a document are one chain.
--texts DIR: where the texts of readings lie (gold without texts, fixtures/readings); without it readings are left out.
--dry-run writes nothing; --ablate prints what each component is worth.`;

/** Reasons: src/align/README.md. `link` is where the cross-validated F1 is flat; the others follow the reliability table. */
const THRESHOLDS = {
  link: 0.28,
  doubtful: 0.6,
  nullPrice: 1.6,
  bestShare: 0.95,
  otherShare: 0.45,
  related: 0.2,
};

type Side = ReturnType<typeof sideFromGold>;
type GoldCheck = Awaited<ReturnType<typeof loadGoldChecks>>['checkGold'];
interface Loaded extends FitPair {
  readonly upstream: Side;
  readonly downstream: Side;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      background: { type: 'string', default: 'corpus/lexicon/background.bin' },
      regions: { type: 'string', default: 'corpus/lexicon/regions.tsv' },
      output: { type: 'string', default: 'src/align/parameters.ts' },
      texts: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return;
  }
  const { checkGold } = await loadGoldChecks();
  const background = parseBackground(readFileSync(values.background));
  const regions = readRegionNames(readFileSync(values.regions, 'utf8'));
  const paths = positionals.length > 0 ? positionals : ['fixtures/gold', 'fixtures/readings'];
  const pairs: Loaded[] = [];
  for (const path of paths.flatMap(goldFiles)) {
    const gold = await readGold(path, values.texts, checkGold);
    if (gold !== undefined) pairs.push(loadGold(path, gold, background, regions));
  }
  const chains = chainsOf(pairs);
  print(
    `${pairs.length} gold pairs in ${chains.length} chains: ${chains.map((c) => c.map((p) => p.name).join(' + ')).join(' | ')}`,
  );
  const settings: FitSettings = { thresholds: THRESHOLDS, without: new Set() };
  const base = chains.length > 1 ? crossValidate(chains, background, settings) : undefined;
  const parameters = fitParameters(pairs, settings);
  print('\nfitted on all');
  for (const pair of pairs) printScore(pair, parameters, background);
  if (values.ablate && base !== undefined) ablate(chains, background, settings, base, parameters);
  printWeights(parameters);
  if (values['dry-run']) return;
  const note = `Fitted on ${withSentences(pairs)
    .map((pair) => pair.name)
    .join(', ')}.`;
  writeFileSync(values.output, parametersSource(parameters, note));
  print(`\nwrote ${values.output}`);
}

function goldFiles(path: string): string[] {
  if (path.endsWith('.json')) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** Annotated links, and whether they are readings. */
interface Read {
  readonly value: AlignmentGold;
  readonly reading: boolean;
}

/** Annotated links; absent for other gold, and for readings whose texts are not at hand. */
async function readGold(
  path: string,
  texts: string | undefined,
  checkGold: GoldCheck,
): Promise<Read | undefined> {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isReadings(value)) {
    const gold = texts === undefined ? undefined : await withTexts(value, texts);
    if (gold === undefined) print(`left out: ${path} (its texts are not below --texts)`);
    return gold && { value: gold, reading: true };
  }
  const checked = checkGold(value);
  if (!checked.ok) throw new Error(`${path}: ${checked.problems.join('; ')}`);
  return checked.value.schema === 'gold.alignment/1'
    ? { value: checked.value, reading: false }
    : undefined;
}

function loadGold(
  path: string,
  { value: gold, reading }: Read,
  background: ReturnType<typeof parseBackground>,
  regions: readonly string[],
): Loaded {
  const name = (path.split('/').at(-1) ?? path).replace(/\.json$/u, '');
  const upstream = sideFromGold(gold.upstream.id, gold.upstream.sentences);
  const downstream = sideFromGold(gold.downstream.id, gold.downstream.sentences);
  const places = {
    upstream: guessPlaces(gold.upstream.sentences, regions),
    downstream: guessPlaces(gold.downstream.sentences, regions),
  };
  const pair = prepareSides(upstream, downstream, { background, places });
  return { ...prepareFit(name, gold, pair, reading), upstream, downstream };
}

/** Pairs that share a document, directly or through others, are one chain. */
function chainsOf(pairs: readonly Loaded[]): Loaded[][] {
  const chains: { documents: Set<string>; pairs: Loaded[] }[] = [];
  for (const pair of pairs) {
    const own = [pair.gold.upstream.id, pair.gold.downstream.id];
    const touching = chains.filter((chain) => own.some((id) => chain.documents.has(id)));
    const merged = {
      documents: new Set([...own, ...touching.flatMap((chain) => [...chain.documents])]),
      pairs: [...touching.flatMap((chain) => chain.pairs), pair],
    };
    for (const chain of touching) chains.splice(chains.indexOf(chain), 1);
    chains.push(merged);
  }
  return chains.map((chain) => chain.pairs);
}

/** Only pairs with annotated sentence links can teach. */
function withSentences<T extends FitPair>(pairs: readonly T[]): T[] {
  return pairs.filter((pair) => pair.gold.sentences.length > 0);
}

function crossValidate(
  chains: readonly Loaded[][],
  background: Background,
  settings: FitSettings,
): number[] {
  return chains.flatMap((chain) => {
    const others = chains.filter((other) => other !== chain).flat();
    if (withSentences(others).length === 0) return [];
    print(`\nfitted without ${chain.map((pair) => pair.name).join(', ')}`);
    const parameters = fitParameters(others, settings);
    return chain.flatMap((pair) => printScore(pair, parameters, background) ?? []);
  });
}

function score(pair: Loaded, parameters: Parameters, background: Background) {
  const alignment = alignPrepared(pair.upstream, pair.downstream, pair.pair, {
    background,
    parameters,
  });
  return scoreAlignment(pair.gold, predictionOf(alignment));
}

function printScore(
  pair: Loaded,
  parameters: Parameters,
  background: Background,
): number | undefined {
  const result = score(pair, parameters, background);
  const f = (m: { precision: number; recall: number; f1: number }): string =>
    `${m.f1.toFixed(3)} (${m.precision.toFixed(2)}/${m.recall.toFixed(2)})`;
  const links = result.links;
  const parts = links
    ? `links ${f(links.sentences)}  relation ${links.relationAccuracy.toFixed(3)}  local ${f(links.local)}  crossing ${f(links.crossing)}  m:n ${f(links.manyToMany)}`
    : '';
  print(`  ${pair.name.padEnd(18)} sections ${f(result.sections)}  ${parts}`);
  return links?.sentences.f1;
}

function ablate(
  chains: readonly Loaded[][],
  background: Background,
  settings: FitSettings,
  base: readonly number[],
  parameters: Parameters,
): void {
  const names = new Set(
    [...parameters.first.components, ...parameters.second.components].map((c) => c.name),
  );
  names.delete('first');
  const mean = (values: readonly number[]): number =>
    values.reduce((a, b) => a + b, 0) / values.length;
  print(`\nablation, mean F1 of links under cross-validation: all ${mean(base).toFixed(4)}`);
  for (const name of names) {
    const without = { ...settings, without: new Set([name]) };
    const scores = chains.flatMap((chain) => {
      const fitted = fitParameters(chains.filter((other) => other !== chain).flat(), without);
      return withSentences(chain).map(
        (pair) => score(pair, fitted, background).links!.sentences.f1,
      );
    });
    print(
      `  without ${name.padEnd(22)} ${mean(scores).toFixed(4)}  ${(mean(scores) - mean(base)).toFixed(4)}`,
    );
  }
}

function printWeights(parameters: Parameters): void {
  for (const name of ['sections', 'first', 'second'] as const) {
    const rows = parameters[name].components.map((c) => `${c.name} ${c.weight.toFixed(2)}`);
    print(`\n${name}: ${rows.join(', ')}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
