import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import {
  type AlignmentGold,
  type AlignmentPrediction,
  type Checked,
  type Gold,
  loadGoldChecks,
  predictionOf,
  scoreAlignment,
  scoreCoverage,
  scoreThemes,
  type ThemesGold,
  type ThemesPrediction,
} from '../../evaluate/index.js';
import {
  type EvaluationView,
  type EvalView,
  evalJson,
  FINDINGS,
  renderEval,
} from '../../findings/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import type { DocumentUnits, Side } from '../../model/index.js';
import {
  alignPair,
  labelsOfSides,
  readSide,
  themesOf,
  type Workspace,
} from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.eval.formats;
/** Annotations of the embedded corpus, in a clone of the project. */
const PROJECT_GOLD = fileURLToPath(new URL('../../../fixtures/gold', import.meta.url));
const SHOWN_GOLD = 'fixtures/gold';

interface EvalOptions extends ReadingOptions {
  readonly peer?: string;
  readonly up?: string;
  readonly down?: string;
}

interface GoldFile<Kind extends Gold = Gold> {
  readonly path: string;
  readonly gold: Kind;
}

/** `eval [gold…]`: scores against annotated links and themes. */
export function evalCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'eval', 'eval.about', FORMATS)
    .argument('[gold...]', say('eval.gold'))
    .option('--peer <file>', say('eval.peer'))
    .option('--up <path>', say('eval.up'))
    .option('--down <path>', say('eval.down'));
  return addReadingOptions(command, context).action(
    action<EvalOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...paths) => {
        const wrong = (problem: Phrase): Error =>
          new UserError('cli/usage', { problem, command: 'eval ' });
        const given = [options.up, options.down].filter((path) => path !== undefined).length;
        if (given === 1) throw wrong(phrase('usage/both-given'));
        if ((given > 0 || options.peer !== undefined) && paths.length !== 1)
          throw wrong(phrase('usage/one-gold'));
        const files = await goldFiles(paths, context.io.cwd);
        if (files.length === 0) throw wrong(phrase('usage/no-gold'));
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const view =
          options.peer === undefined
            ? await scoreEngine(ws, files, options, reading)
            : await scorePeer(files[0]!, options.peer, context.io.cwd);
        if (options.format === 'json') emit(jsonText(evalJson(view)));
        else emit(renderEval(view, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

async function goldFiles(paths: readonly string[], cwd: string): Promise<GoldFile[]> {
  const { checkGold } = await loadGoldChecks();
  const named =
    paths.length > 0 ? paths.map((path) => ({ path, file: resolve(cwd, path) })) : projectGold();
  return named.map(({ path, file }) => {
    const checked = checkGold(readJson(file, path));
    if (checked.ok) return { path, gold: checked.value };
    throw badFile(path, faultsOf(checked), phrase('eval/format.advice'));
  });
}

function projectGold(): { path: string; file: string }[] {
  if (!existsSync(PROJECT_GOLD)) return [];
  return readdirSync(PROJECT_GOLD)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ path: `${SHOWN_GOLD}/${name}`, file: `${PROJECT_GOLD}/${name}` }));
}

/** Errors: `ingest/not-found`, `ingest/directory`, `eval/bad-file` for what is no JSON. */
function readJson(file: string, shown: string): unknown {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined) throw new UserError('ingest/not-found', { path: shown });
  if (there.isDirectory()) throw new UserError('ingest/directory', { path: shown });
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/u, ''));
  } catch (error) {
    const why = phrase('json/syntax', { text: (error as Error).message });
    throw badFile(shown, phrase('eval/no-json', { why }), phrase('eval/no-json.advice'));
  }
}

function faultsOf({ faults }: Extract<Checked<unknown>, { ok: false }>): Phrase {
  return phrase('eval/wrong', { faults });
}

function badFile(path: string, problem: Phrase, advice: Phrase): Error {
  return new UserError('eval/bad-file', { path, problem, advice });
}

type Reading = Parameters<typeof readSide>[2];

async function scoreEngine(
  ws: Workspace,
  files: readonly GoldFile[],
  options: EvalOptions,
  reading: Reading,
): Promise<EvalView> {
  const links = new Map<string, { gold: AlignmentGold; found: AlignmentPrediction }>();
  const themes = new Map<string, { gold: ThemesGold; found: ThemesPrediction }>();
  const results: EvaluationView[] = [];
  for (const { path, gold } of files) {
    if (gold.schema === 'gold.alignment/1') {
      const side = (id: string, own: string | undefined): Promise<Side> =>
        sideOfGold(ws, path, id, own, reading);
      const upstream = await side(gold.upstream.id, options.up);
      const downstream = await side(gold.downstream.id, options.down);
      const found = predictionOf(alignPair(ws, upstream, downstream));
      links.set(path, { gold, found });
      results.push({
        type: 'alignment',
        gold: path,
        upstream: upstream.name,
        downstream: downstream.name,
        score: scoreAlignment(gold, found),
      });
    } else {
      const found = await labelDocuments(ws, path, gold, reading);
      themes.set(path, { gold, found });
      results.push({
        type: 'themes',
        gold: path,
        documents: gold.documents.map(({ id }) => id),
        score: scoreThemes(gold, found),
      });
    }
  }
  const coverage = [...links].flatMap(([linksPath, own]) =>
    [...themes]
      .filter(([, other]) => knows(other.gold, own.gold))
      .map(([themesPath, other]) => ({
        links: linksPath,
        themes: themesPath,
        errors: scoreCoverage(own.gold, other.gold, own.found, other.found),
      })),
  );
  return { results, coverage };
}

/** Coverage wants sentence links, and themes of the downstream document. */
function knows(themes: ThemesGold, links: AlignmentGold): boolean {
  return (
    links.sentences.length > 0 && themes.documents.some(({ id }) => id === links.downstream.id)
  );
}

/** Errors: `eval/no-text`. */
async function sideOfGold(
  ws: Workspace,
  gold: string,
  id: string,
  own: string | undefined,
  reading: Reading,
): Promise<Side> {
  if (own !== undefined) return readSide(ws, own, reading);
  if (!ws.entries().some(({ head }) => head.id === id))
    throw new UserError('eval/no-text', { gold, document: id });
  return readSide(ws, id);
}

async function labelDocuments(
  ws: Workspace,
  path: string,
  gold: ThemesGold,
  reading: Reading,
): Promise<ThemesPrediction> {
  const sides: Side[] = [];
  for (const { id } of gold.documents)
    sides.push(await sideOfGold(ws, path, id, undefined, reading));
  const labels = labelsOfSides(sides, themesOf(ws), ws.cache);
  const documents: DocumentUnits[] = sides.flatMap((side) => side.documents);
  return {
    documents: documents.map(({ head, sentences }) => ({
      document: { id: head.id },
      units: sentences.map(({ id, section, text }) => ({
        id,
        kind: 'sentence',
        section: section ?? null,
        text,
      })),
      labels: sentences.flatMap(({ id }) => [...(labels.get(id) ?? [])]),
    })),
  };
}

async function scorePeer(file: GoldFile, peer: string, cwd: string): Promise<EvalView> {
  const { checkAlignmentPrediction, checkThemesPrediction } = await loadGoldChecks();
  const value = readJson(resolve(cwd, peer), peer);
  const { path, gold } = file;
  const use = <Value>(checked: Checked<Value>, schema: string): Value => {
    if (checked.ok) return checked.value;
    throw badFile(peer, faultsOf(checked), phrase('eval/schema.advice', { schema }));
  };
  const result: EvaluationView =
    gold.schema === 'gold.alignment/1'
      ? {
          type: 'alignment',
          gold: path,
          upstream: gold.upstream.id,
          downstream: gold.downstream.id,
          score: scoreAlignment(gold, use(checkAlignmentPrediction(value), 'alignment')),
        }
      : {
          type: 'themes',
          gold: path,
          documents: gold.documents.map(({ id }) => id),
          score: scoreThemes(gold, use(checkThemesPrediction(value), 'themes')),
        };
  return { peer, results: [result], coverage: [] };
}
