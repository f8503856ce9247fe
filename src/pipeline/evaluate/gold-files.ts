import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AlignmentPrediction,
  type Checked,
  type ClausesPrediction,
  type Gold,
  loadGoldChecks,
  type ThemesPrediction,
} from '../../evaluate/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import { UserError } from '../../text/index.js';
import { PROJECT } from '../version.js';

/** Annotations of the embedded corpus, in a clone of the project. */
const PROJECT_GOLD = fileURLToPath(new URL('fixtures/gold', PROJECT));
const SHOWN_GOLD = 'fixtures/gold';

export interface GoldFile<Kind extends Gold = Gold> {
  /** As shown. */
  readonly path: string;
  readonly gold: Kind;
}

/**
 * Gold files by path; without paths those of the project, where it is there.
 *
 * *Errors*: `ingest/not-found`, `ingest/directory`, `eval/bad-file` for what is no JSON or no gold.
 */
export async function goldFiles(paths: readonly string[], cwd: string): Promise<GoldFile[]> {
  const { checkGold } = await loadGoldChecks();
  const named =
    paths.length > 0 ? paths.map((path) => ({ path, file: resolve(cwd, path) })) : projectGold();
  return named.map(({ path, file }) => {
    const checked = checkGold(readJson(file, path));
    return { path, gold: sound(checked, path, phrase('eval/format.advice')) };
  });
}

function projectGold(): { path: string; file: string }[] {
  if (!existsSync(PROJECT_GOLD)) return [];
  return readdirSync(PROJECT_GOLD)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ path: `${SHOWN_GOLD}/${name}`, file: `${PROJECT_GOLD}/${name}` }));
}

/** Another tool's results, asked for as what the gold is of. */
export interface PeerFile {
  readonly alignment: () => AlignmentPrediction;
  readonly themes: () => ThemesPrediction;
  readonly clauses: () => ClausesPrediction;
}

/** Errors: those of `goldFiles`. */
export async function peerFile(path: string, cwd: string): Promise<PeerFile> {
  const { checkAlignmentPrediction, checkClausesPrediction, checkThemesPrediction } =
    await loadGoldChecks();
  const value = readJson(resolve(cwd, path), path);
  const advice = (schema: string): Phrase => phrase('eval/schema.advice', { schema });
  return {
    alignment: () => sound(checkAlignmentPrediction(value), path, advice('alignment')),
    themes: () => sound(checkThemesPrediction(value), path, advice('themes')),
    clauses: () => sound(checkClausesPrediction(value), path, advice('alignment')),
  };
}

function sound<Value>(checked: Checked<Value>, path: string, advice: Phrase): Value {
  if (checked.ok) return checked.value;
  throw badFile(path, phrase('eval/wrong', { faults: checked.faults }), advice);
}

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

function badFile(path: string, problem: Phrase, advice: Phrase): Error {
  return new UserError('eval/bad-file', { path, problem, advice });
}
