/** Fits which clauses are carried, on clause gold, and writes it into the engine beside what `fit` fitted. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CLAUSE_COMPONENTS,
  type ClauseModels,
  clauseSpans,
  type Direction,
  engineManifest,
  isIdle,
  judgeClauses,
  linksOf,
  measureClauses,
  type Parameters,
  parseBackground,
  parseConcepts,
  type parseManifest,
  saysPurpose,
  scorePair,
} from '../align/index.js';
import { type Example, fitLogistic } from '../align/logistic-fit.js';
import {
  type ClausesGold,
  clausesPredicted,
  loadGoldChecks,
  predictedUnits,
  scoreClauses,
  statesOfSpans,
} from '../evaluate/index.js';
import { itemAt } from '../text/index.js';
import { readRegionNames } from './gold-sides.js';
import { type Loaded, loadPairs, readGroups } from './load-pairs.js';
import { parametersText } from './write-parameters.js';

const USAGE = `usage: npm run fit:clauses -- CLAUSES PAIRS [--texts DIR]… [--unseen DIR] [--engine corpus/engine] [--dry-run]

Fits the engine's clause models on clause gold (folder CLAUSES, gold.clauses/1) of pairs whose links are annotated in the folder PAIRS, and
writes them into the engine. Scores each document with models that have not seen it.
--unseen DIR: parameters of the engine fitted without the pair, NAME.json each, so that its links have not seen it either.`;

/** A document of clause gold, measured. */
interface ClauseDocument {
  readonly name: string;
  readonly gold: ClausesGold;
  readonly loaded: Loaded;
  readonly direction: Direction;
  readonly examples: readonly ClauseExample[];
}

interface ClauseExample {
  readonly row: Float64Array;
  /** Shares of annotators who find anything of the clause carried, and all of it. */
  readonly touched: number;
  readonly whole: number;
}

/** Ridge on standardised weights, in examples; the result is flat from 2 to 32. */
const RIDGE = 8;
/** A document's weight grows with the root of its length: long ones do not decide alone. */
const LENGTH_POWER = 0.5;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string', default: 'corpus/engine' },
      texts: { type: 'string', multiple: true, default: [] },
      unseen: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [clauses, pairs] = positionals;
  if (values.help || clauses === undefined || pairs === undefined) {
    print(USAGE);
    return;
  }
  const read = (name: string): Buffer => readFileSync(join(values.engine, name));
  const shipped = JSON.parse(read('parameters.json').toString('utf8')) as Parameters;
  const documents = await loadDocuments(clauses, pairs, values.texts, {
    engine: values.engine,
    parametersOf: (name) => {
      const file = join(values.unseen ?? '', `${name}.json`);
      if (values.unseen === undefined || !existsSync(file)) return shipped;
      return JSON.parse(readFileSync(file, 'utf8')) as Parameters;
    },
  });
  print('each document, fitted without it');
  for (const document of documents)
    printScore(document, fitModels(documents.filter((other) => other !== document)));
  const models = fitModels(documents);
  print('\nfitted on all');
  for (const document of documents) printScore(document, models);
  if (values['dry-run']) return;
  const text = parametersText({ ...shipped, clauses: models });
  const files = {
    'parameters.json': text,
    'background.bin': read('background.bin'),
    'concepts.txt': read('concepts.txt').toString('utf8'),
  };
  const fitted = fittedOf(read('manifest.json').toString('utf8'));
  const manifest = engineManifest(files, fitted);
  writeFileSync(join(values.engine, 'parameters.json'), text);
  writeFileSync(
    join(values.engine, 'manifest.json'),
    `${JSON.stringify(manifest, undefined, 1)}\n`,
  );
  print(`\nwrote engine ${manifest.version} to ${values.engine}`);
}

/** The manifest of the engine so far may be of other components: only what it was fitted on is taken over. */
function fittedOf(text: string): readonly string[] {
  return (JSON.parse(text) as ReturnType<typeof parseManifest>).fitted;
}

async function loadDocuments(
  clauses: string,
  pairs: string,
  texts: readonly string[],
  source: { readonly engine: string; readonly parametersOf: (name: string) => Parameters },
): Promise<ClauseDocument[]> {
  const { checkGold } = await loadGoldChecks();
  const knowledge = {
    background: parseBackground(readFileSync(join(source.engine, 'background.bin'))),
    concepts: parseConcepts(readFileSync(join(source.engine, 'concepts.txt'), 'utf8')),
  };
  const documents: ClauseDocument[] = [];
  for (const file of readdirSync(clauses)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const checked = checkGold(JSON.parse(readFileSync(join(clauses, file), 'utf8')));
    if (!checked.ok || checked.value.schema !== 'gold.clauses/1') continue;
    const pair = pairNamed(file.replace(/\.json$/u, ''), readdirSync(pairs));
    const [loaded] = await loadPairs([join(pairs, `${pair}.json`)], {
      texts,
      groups: readGroups(readFileSync('fixtures/groups.tsv', 'utf8')),
      knowledge,
      regions: readRegionNames(readFileSync('corpus/lexicon/regions.tsv', 'utf8')),
      report: print,
    });
    if (loaded === undefined) continue;
    documents.push(measured(pair, checked.value, loaded, source.parametersOf(pair)));
  }
  return documents;
}

/** Clause gold is named after its pair, or after a part of it: `hubei-wuhan-items-21-31`. */
function pairNamed(name: string, files: readonly string[]): string {
  const names = files.map((file) => file.replace(/\.json$/u, ''));
  const found = [name, name.replace('--', '-')].find((own) => names.includes(own));
  const part = names.find((own) => name.startsWith(own));
  if (found ?? part) return found ?? part ?? name;
  throw new Error(`no pair for the clauses of ${name}`);
}

function measured(
  name: string,
  gold: ClausesGold,
  loaded: Loaded,
  parameters: Parameters,
): ClauseDocument {
  const { pair } = loaded;
  const { sentences } = scorePair(pair, { parameters });
  const direction = {
    own: pair.upstream,
    other: pair.downstream,
    links: linksOf(pair.upstream.sentences.length, sentences, ({ up, down }) => [up, down]),
  };
  const rows = new Map(
    measureClauses(pair, direction)
      .flat()
      .map((own) => [`${own.sentence} ${own.clause}`, own.row]),
  );
  const spans = pair.upstream.sentences.flatMap((sentence) =>
    clauseSpans(sentence).map(({ start, end, clause }) => {
      const text = sentence.unit.text.slice(start, end);
      const idle = saysPurpose(sentence.unit) || isIdle(text);
      return { text, row: idle ? undefined : rows.get(`${sentence.index} ${clause}`) };
    }),
  );
  const examples = statesOfSpans(
    gold,
    spans.map(({ text }) => text),
  ).flatMap(({ span, grades }): ClauseExample[] => {
    const { row } = itemAt(spans, span);
    const judged = grades.filter((grade) => grade !== '-');
    if (row === undefined || judged.length === 0) return [];
    const share = (least: number): number =>
      judged.filter((grade) => Number(grade) >= least).length / judged.length;
    return [{ row, touched: share(1), whole: share(2) }];
  });
  return { name, gold, loaded, direction, examples };
}

function fitModels(documents: readonly ClauseDocument[]): ClauseModels {
  const mean = documents.reduce((sum, own) => sum + own.examples.length, 0) / documents.length;
  const examples = (label: 'touched' | 'whole'): Example[] =>
    documents.flatMap((own) =>
      own.examples.map((example) => ({
        row: example.row,
        label: example[label],
        weight: (mean / own.examples.length) ** LENGTH_POWER,
      })),
    );
  const options = {
    names: CLAUSE_COMPONENTS.map(({ name }) => name),
    ridge: RIDGE,
    signs: Object.fromEntries(
      CLAUSE_COMPONENTS.flatMap(({ name, sign }) => (sign === 0 ? [] : [[name, sign] as const])),
    ),
  };
  return {
    touched: fitLogistic(examples('touched'), options),
    whole: fitLogistic(examples('whole'), options),
  };
}

function printScore(document: ClauseDocument, models: ClauseModels): void {
  const { loaded, direction, gold, name } = document;
  const judged = judgeClauses(loaded.pair, direction, models);
  const units = predictedUnits(loaded.upstream)
    .filter(({ kind }) => kind === 'sentence')
    .map(({ id, text = '' }) => ({ id, text }));
  const score = scoreClauses(gold, clausesPredicted(units, judged));
  const { missing, coverage } = score;
  print(
    `  ${name.padEnd(44)} ${score.clauses} clauses  accuracy ${score.accuracy}  missing ${missing.f1} (${missing.precision}/${missing.recall})  coverage ${coverage.predicted} for ${coverage.gold}, error ${coverage.error}`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
