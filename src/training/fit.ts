import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  alignPrepared,
  type Parameters,
  parseBackground,
  parseConcepts,
  SECOND_COMPONENTS,
} from '../align/index.js';
import { predictionOf, scoreAlignment } from '../evaluate/index.js';
import type { FitSettings } from './fit-models.js';
import type { FitPair } from './fit-pairs.js';
import { fitParameters } from './fit-parameters.js';
import { readRegionNames } from './gold-sides.js';
import { chainsOf, type Knowledge, type Loaded, loadPairs, readGroups } from './load-pairs.js';
import { parametersSource } from './write-parameters.js';

const USAGE = `usage: npm run fit -- [GOLD…] [--texts DIR] [--background FILE] [--concepts FILE] [--regions FILE] [--output FILE] [--dry-run] [--ablate]

Fits the parameters of the alignment on gold files (folders are searched), scores every chain with parameters fitted
without it, prints what it found and writes src/align/parameters.ts. Pairs that share a place or a text are one chain.
--texts DIR: where the texts of readings lie (gold without texts, fixtures/readings) that are not of the corpus; readings
  whose texts are not found are left out.
--dry-run writes nothing; --ablate prints what each component is worth.`;

/** From the reliability table (`eval`), and what an analyst would call related; the others are fitted. */
const THRESHOLDS = { doubtful: 0.6, related: 0.2 };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      background: { type: 'string', default: 'corpus/lexicon/background.bin' },
      concepts: { type: 'string', default: 'corpus/lexicon/concepts.txt' },
      regions: { type: 'string', default: 'corpus/lexicon/regions.tsv' },
      output: { type: 'string', default: 'src/align/parameters.ts' },
      groups: { type: 'string', default: 'fixtures/groups.tsv' },
      texts: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return;
  }
  const knowledge = {
    background: parseBackground(readFileSync(values.background)),
    concepts: parseConcepts(readFileSync(values.concepts, 'utf8')),
  };
  const regions = readRegionNames(readFileSync(values.regions, 'utf8'));
  const paths = positionals.length > 0 ? positionals : ['fixtures/gold', 'fixtures/readings'];
  const pairs = await loadPairs(paths, {
    texts: values.texts,
    groups: readGroups(readFileSync(values.groups, 'utf8')),
    knowledge,
    regions,
    report: print,
  });
  const chains = chainsOf(pairs);
  print(
    `${pairs.length} gold pairs in ${chains.length} chains: ${chains.map((c) => c.map((p) => p.name).join(' + ')).join(' | ')}`,
  );
  const settings: FitSettings = { thresholds: THRESHOLDS, without: new Set() };
  if (chains.length > 1) crossValidate(chains, knowledge, settings);
  const parameters = fitParameters(chains, settings);
  print('\nfitted on all');
  printThresholds(parameters);
  for (const pair of pairs) printScore(pair, parameters, knowledge);
  if (values.ablate) ablate(chains, knowledge);
  printWeights(parameters);
  if (values['dry-run']) return;
  const note = `Fitted on ${withSentences(pairs)
    .map((pair) => pair.name)
    .join(', ')}.`;
  writeFileSync(values.output, parametersSource(parameters, note));
  print(`\nwrote ${values.output}`);
}

/** Only pairs with annotated sentence links can teach. */
function withSentences<T extends FitPair>(pairs: readonly T[]): T[] {
  return pairs.filter((pair) => pair.gold.sentences.length > 0);
}

function crossValidate(
  chains: readonly Loaded[][],
  knowledge: Knowledge,
  settings: FitSettings,
): void {
  for (const chain of chains) {
    const others = chains.filter((other) => other !== chain);
    if (withSentences(others.flat()).length === 0) continue;
    print(`\nfitted without ${chain.map((pair) => pair.name).join(', ')}`);
    const parameters = fitParameters(others, settings);
    printThresholds(parameters);
    for (const pair of chain) printScore(pair, parameters, knowledge);
  }
}

function score(pair: Loaded, parameters: Parameters, knowledge: Knowledge) {
  const alignment = alignPrepared(pair.upstream, pair.downstream, pair.pair, {
    ...knowledge,
    parameters,
  });
  return scoreAlignment(pair.gold, predictionOf(alignment));
}

function printScore(pair: Loaded, parameters: Parameters, knowledge: Knowledge): void {
  const result = score(pair, parameters, knowledge);
  const f = (m: { precision: number; recall: number; f1: number }): string =>
    `${m.f1.toFixed(3)} (${m.precision.toFixed(2)}/${m.recall.toFixed(2)})`;
  const links = result.links;
  const parts = links
    ? `links ${f(links.sentences)}  relation ${links.relationAccuracy.toFixed(3)}  local ${f(links.local)}  crossing ${f(links.crossing)}  m:n ${f(links.manyToMany)}`
    : '';
  print(`  ${pair.name.padEnd(18)} sections ${f(result.sections)}  ${parts}`);
}

/** Mean F1 of the gold's own pairs, each component held at zero in turn; readings teach but are not scored. */
function ablate(chains: readonly Loaded[][], knowledge: Knowledge): void {
  const scored = chains.map((chain) => withSentences(chain).filter(({ reading }) => !reading));
  const meanWithout = (names: readonly string[]): number => {
    const settings = { thresholds: THRESHOLDS, without: new Set(names) };
    const scores = chains.flatMap((chain, i) => {
      if (scored[i]!.length === 0) return [];
      const others = chains.filter((other) => other !== chain);
      const fitted = fitParameters(others, settings);
      return scored[i]!.map((pair) => score(pair, fitted, knowledge).links!.sentences.f1);
    });
    return scores.reduce((a, b) => a + b, 0) / scores.length;
  };
  const base = meanWithout([]);
  print(`\nablation, mean F1 of links without the chain: all ${base.toFixed(4)}`);
  for (const name of SECOND_COMPONENTS) {
    const mean = meanWithout([name]);
    print(`  without ${name.padEnd(22)} ${mean.toFixed(4)}  ${(mean - base).toFixed(4)}`);
  }
}

function printThresholds({ thresholds }: Parameters): void {
  print(`  links from ${thresholds.link}, counterparts from ${thresholds.counterpart}`);
}

function printWeights(parameters: Parameters): void {
  for (const name of ['sections', 'first', 'counterparts'] as const) {
    const model = parameters[name];
    const { components } = 'line' in model ? model.line : model;
    const rows = components.map((c) => `${c.name} ${c.weight.toFixed(2)}`);
    print(`\n${name}: ${rows.join(', ')}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
