import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  alignPrepared,
  engineManifest,
  type FittedLinks,
  type Parameters,
  parseBackground,
  parseConcepts,
} from '../align/index.js';
import { predictionOf, scoreAlignment } from '../evaluate/index.js';
import { COMPONENT_GROUPS } from './component-groups.js';
import type { FitSettings } from './fit-models.js';
import { type FitPair, foldsOf } from './fit-pairs.js';
import { fitParameters } from './fit-parameters.js';
import { readRegionNames } from './gold-sides.js';
import { chainsOf, type Knowledge, type Loaded, loadPairs, readGroups } from './load-pairs.js';
import { parametersText } from './write-parameters.js';

const USAGE = `usage: npm run fit -- [GOLD…] [--texts DIR]… [--engine corpus/engine] [--groups fixtures/groups.tsv] [--regions FILE] [--folds 8] [--dry-run] [--ablate [--group NAME]…]

Fits the parameters of the engine on gold files (folders are searched) and writes them and the manifest beside the engine's
background and concepts. Scores every pair with parameters fitted without its subject (fixtures/groups.tsv), or, for general and
climate plans, without its place and text: whole such chains are left out, several together where there are more than --folds (0: not at all).
--texts DIR: where the texts lie that are not of the corpus, by the names of their files; readings (fixtures/readings) whose texts
  are not found are left out.
--dry-run writes nothing; --ablate prints what each group of components is worth, and writes nothing (src/training/component-groups.ts;
  a cross-validation for each: hours, so odds are passed on in two parts in place of five); --group: these groups alone.`;

/** From the reliability table (`eval`), and what an analyst would call related; the others are fitted. */
const THRESHOLDS = { doubtful: 0.6, related: 0.2 };

/** Of all fits of an ablation alike, so that they compare. */
const ABLATION_FOLDS = 2;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string', default: 'corpus/engine' },
      regions: { type: 'string', default: 'corpus/lexicon/regions.tsv' },
      groups: { type: 'string', default: 'fixtures/groups.tsv' },
      texts: { type: 'string', multiple: true, default: [] },
      folds: { type: 'string', default: '8' },
      'dry-run': { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      group: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return;
  }
  const background = readFileSync(join(values.engine, 'background.bin'));
  const concepts = readFileSync(join(values.engine, 'concepts.txt'), 'utf8');
  const knowledge = {
    background: parseBackground(background),
    concepts: parseConcepts(concepts),
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
  if (values.ablate) {
    ablate(chains, Number(values.folds), knowledge, values.group);
    return;
  }
  if (chains.length > 1 && Number(values.folds) > 0)
    crossValidate(chains, Number(values.folds), knowledge, settings);
  const parameters = fitParameters(chains, settings);
  print('\nfitted on all');
  printThresholds(parameters);
  for (const pair of pairs) printScore(pair, parameters, knowledge);
  printWeights(parameters);
  if (values['dry-run']) return;
  const fitted = withSentences(pairs).map((pair) => pair.name);
  writeEngine(values.engine, parameters, { background, concepts, fitted });
}

/** Writes parameters and manifest beside the background and the concepts they were fitted with. */
function writeEngine(
  folder: string,
  parameters: FittedLinks,
  {
    background,
    concepts,
    fitted,
  }: { readonly background: Buffer; readonly concepts: string; readonly fitted: readonly string[] },
): void {
  const file = join(folder, 'parameters.json');
  // Clauses are fitted by `fit:clauses`, which should follow: they are measured with these links.
  const { clauses } = JSON.parse(readFileSync(file, 'utf8')) as Parameters;
  const text = parametersText({ ...parameters, clauses });
  const manifest = engineManifest(
    { 'parameters.json': text, 'background.bin': background, 'concepts.txt': concepts },
    fitted,
  );
  writeFileSync(file, text);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 1)}\n`);
  print(`\nwrote engine ${manifest.version} to ${folder}`);
}

/** Only pairs with annotated sentence links can teach. */
function withSentences<T extends FitPair>(pairs: readonly T[]): T[] {
  return pairs.filter((pair) => pair.gold.sentences.length > 0);
}

/** Whole chains that are left out together, and the others; none where the others hold no links to learn from. */
function partsOf(
  chains: readonly Loaded[][],
  count: number,
): { readonly out: Loaded[]; readonly others: Loaded[][] }[] {
  const folds = foldsOf(chains, Math.max(1, count));
  return [...new Set(folds)]
    .map((fold) => ({
      out: chains.filter((_, k) => folds[k] === fold).flat(),
      others: chains.filter((_, k) => folds[k] !== fold),
    }))
    .filter(({ others }) => withSentences(others.flat()).length > 0);
}

function crossValidate(
  chains: readonly Loaded[][],
  count: number,
  knowledge: Knowledge,
  settings: FitSettings,
): void {
  const scores: Scored[] = [];
  for (const { out, others } of partsOf(chains, count)) {
    print(`\nfitted without ${out.map((pair) => pair.name).join(', ')}`);
    const parameters = fitParameters(others, settings);
    printThresholds(parameters);
    for (const pair of out) scores.push(printScore(pair, parameters, knowledge));
  }
  printMeans(scores);
}

interface Scored {
  readonly group: string;
  readonly links: number | undefined;
  readonly sections: number | undefined;
}

/** Means and the worst, by genre, of the gold's own pairs and of readings. */
function printMeans(scores: readonly Scored[]): void {
  print('\nmeans (lowest) without the subject');
  for (const group of [...new Set(scores.map((score) => score.group))].sort()) {
    const of = (values: readonly (number | undefined)[]): string => {
      const known = values.filter((value) => value !== undefined);
      if (known.length === 0) return '–';
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      return `${mean.toFixed(3)} (${Math.min(...known).toFixed(3)})`;
    };
    const own = scores.filter((score) => score.group === group);
    print(
      `  ${group.padEnd(18)} ${own.length} pairs  links ${of(own.map(({ links }) => links))}  sections ${of(own.map(({ sections }) => sections))}`,
    );
  }
}

function score(pair: Loaded, parameters: FittedLinks, knowledge: Knowledge) {
  const alignment = alignPrepared(pair.upstream, pair.downstream, pair.pair, {
    ...knowledge,
    parameters,
  });
  return scoreAlignment(pair.gold, predictionOf(alignment));
}

function printScore(pair: Loaded, parameters: FittedLinks, knowledge: Knowledge): Scored {
  const result = score(pair, parameters, knowledge);
  const f = (m: { precision: number; recall: number; f1: number }): string =>
    `${m.f1.toFixed(3)} (${m.precision.toFixed(2)}/${m.recall.toFixed(2)})`;
  const links = result.links;
  const parts = links
    ? `links ${f(links.sentences)}  relation ${links.relationAccuracy.toFixed(3)}  local ${f(links.local)}  crossing ${f(links.crossing)}  m:n ${f(links.manyToMany)}`
    : '';
  print(`  ${pair.name.padEnd(18)} sections ${f(result.sections)}  ${parts}`);
  return scoredOf(pair, result);
}

function scoredOf(pair: Loaded, result: ReturnType<typeof score>): Scored {
  return {
    group: `${pair.group?.genre ?? 'plan'}${pair.reading ? ', readings' : ''}`,
    links: result.links?.sentences.f1,
    sections: pair.gold.sections.length > 0 ? result.sections.f1 : undefined,
  };
}

/** Means of the gold's own pairs by genre, each group of components held at zero in turn; readings teach but are not scored. */
function ablate(
  chains: readonly Loaded[][],
  count: number,
  knowledge: Knowledge,
  only: readonly string[],
): void {
  for (const name of only)
    if (COMPONENT_GROUPS[name] === undefined)
      throw new Error(`no group ${name}; there are ${Object.keys(COMPONENT_GROUPS).join(', ')}`);
  const parts = partsOf(chains, count);
  const without = (names: readonly string[]): Scored[] => {
    const settings = { thresholds: THRESHOLDS, without: new Set(names), folds: ABLATION_FOLDS };
    return parts.flatMap(({ out, others }) => {
      const scored = out.filter(({ reading }) => !reading);
      if (scored.length === 0) return [];
      const fitted = fitParameters(others, settings);
      return scored.map((pair) => scoredOf(pair, score(pair, fitted, knowledge)));
    });
  };
  print('\nablation');
  print('all components');
  printMeans(without([]));
  for (const [group, names] of Object.entries(COMPONENT_GROUPS)) {
    if (only.length > 0 && !only.includes(group)) continue;
    print(`without ${group}`);
    printMeans(without(names));
  }
}

function printThresholds({ thresholds }: FittedLinks): void {
  print(`  links from ${thresholds.link}, counterparts from ${thresholds.counterpart}`);
}

function printWeights(parameters: FittedLinks): void {
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
