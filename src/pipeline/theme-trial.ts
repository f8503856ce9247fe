/** A theme tried on texts, and bettered by what a person says of its sentences. */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { diagnoseThemes, learnTheme, tryTheme } from '../align/index.js';
import {
  answersText,
  editedTheme,
  readAnswers,
  readThemeFile,
  type StoredTheme,
  themeFiles,
  writeWhole,
} from '../corpus/index.js';
import type {
  DocumentUnits,
  Theme,
  ThemeAnswer,
  ThemeEdit,
  ThemeOverlap,
  ThemeTrial,
} from '../model/index.js';
import { itemAt, UserError } from '../text/index.js';
import { addressMaker } from './addresses.js';
import { themesOf } from './knowledge.js';
import { corpusSide, distinctDocuments, readSides } from './read.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface TryThemeOptions {
  /** What to try it on; the whole corpus without it. */
  readonly documents?: readonly string[] | undefined;
  /** Sentences that belong to the theme and that do not, by unit or address. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

/** How a theme does against answers. */
interface ThemeFit {
  readonly answers: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

export interface ThemeTrialResult {
  readonly theme: Theme;
  /** The most doubtful first; answered ones left out. */
  readonly sentences: readonly ThemeTrial[];
  readonly fit: ThemeFit;
  /** Before this run's answers were taken in; absent where there were none. */
  readonly before?: ThemeFit;
  readonly edits: readonly ThemeEdit[];
  /** Files that were written, as the user would name them. */
  readonly wrote: readonly string[];
  /** Answers no term explains: a term is to be written by hand. */
  readonly open: readonly ThemeAnswer[];
  readonly overlaps: readonly ThemeOverlap[];
  /** Sentences of the theme and of all, by year. */
  readonly years: readonly {
    readonly year: string;
    readonly labelled: number;
    readonly sentences: number;
  }[];
}

/**
 * Try a theme: its sentences, doubtful ones first, its fit to the answers so far, themes near it, and its years.
 * With `yes` or `no` the theme's file is edited, and the answers are kept beside it (`x.answers.tsv`).
 *
 * *Errors*: `corpus/unknown-theme`, `corpus/bad-file`, `cli/bad-value` for a sentence there is not,
 * `corpus/embedded` for answers about a theme of the program.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { sentences, fit } = await tryThemeOf(ws, 'housing', { documents: ['wuhan'] });
 */
export async function tryThemeOf(
  ws: Workspace,
  name: string,
  { documents: names, yes = [], no = [] }: TryThemeOptions = {},
): Promise<ThemeTrialResult> {
  const stored = storedTheme(ws, name);
  const isAnswered = yes.length + no.length > 0;
  if (isAnswered && (stored.shipped || ws.corpus.embedded))
    throw new UserError('corpus/embedded', {});
  const sides = names === undefined ? [await corpusSide(ws)] : await readSides(ws, names);
  const documents = distinctDocuments(sides);
  const textOf = sentenceFinder(ws, documents);
  const path = answersOf(stored.file);
  const known = existsSync(path)
    ? readAnswers(readFileSync(path, 'utf8'), answersOf(stored.path))
    : [];
  const given = [
    ...yes.map((unit) => ({ text: textOf(unit, '--yes'), yes: true })),
    ...no.map((unit) => ({ text: textOf(unit, '--no'), yes: false })),
  ];
  const answers = [
    ...new Map([...known, ...given].map((answer) => [answer.text, answer])).values(),
  ];
  const old = readThemeFile(stored);
  const before = tryTheme(old, documents);
  if (given.length === 0) return result(ws, documents, { theme: old, answers, trial: before });
  const learned = learnTheme(old, answers, labelledOf(before), ws.engine().read().background);
  const content = editedTheme(stored.content, learned.edits);
  const theme = readThemeFile({ path: stored.path, content });
  writeWhole(path, answersText(answers));
  if (learned.edits.length > 0) writeWhole(stored.file, content);
  const trial = tryTheme(theme, documents);
  const files = learned.edits.length > 0 ? [path, stored.file] : [path];
  return {
    ...result(ws, documents, { theme, answers, trial }),
    ...learned,
    wrote: files.map((file) => relative(ws.cwd, file)),
    before: fitOf(answers, labelledOf(before)),
  };
}

/** Where answers about a theme are kept: beside its file. */
function answersOf(file: string): string {
  return file.replace(/\.ya?ml$/, '.answers.tsv');
}

/** A theme of the corpus by id or label, or a file. Errors: `ingest/not-found`, `corpus/unknown-theme`. */
function storedTheme(ws: Workspace, name: string): StoredTheme {
  const file = resolve(ws.cwd, name);
  if (/\.ya?ml$/.test(name)) {
    if (!existsSync(file)) throw new UserError('ingest/not-found', { path: name });
    return { path: name, file, content: readFileSync(file, 'utf8'), shipped: false };
  }
  const { id } = itemAt(selectThemes(themesOf(ws), name), 0);
  const files = themeFiles(ws.corpus);
  return itemAt(
    files.filter((stored) => readThemeFile(stored).id === id),
    0,
  );
}

/** The text of a sentence by unit or address. Errors: `cli/bad-value`. */
function sentenceFinder(
  ws: Workspace,
  documents: readonly DocumentUnits[],
): (name: string, option: string) => string {
  const addressOf = addressMaker(ws);
  const texts = new Map(
    documents.flatMap(({ sentences }) =>
      sentences.flatMap(({ id, text }): [string, string][] => [
        [id, text],
        [addressOf(id), text],
      ]),
    ),
  );
  return (name, option) => {
    const text = texts.get(name);
    if (text === undefined)
      throw new UserError('cli/bad-value', { value: name, option, allowed: 'hubei:11.3 …' });
    return text.replaceAll(/\s+/g, ' ');
  };
}

interface Tried {
  readonly theme: Theme;
  readonly answers: readonly ThemeAnswer[];
  readonly trial: readonly ThemeTrial[];
}

function result(
  ws: Workspace,
  documents: readonly DocumentUnits[],
  { theme, answers, trial }: Tried,
): ThemeTrialResult {
  const answered = new Set(answers.map(({ text }) => text));
  const others = themesOf(ws).filter(({ id }) => id !== theme.id);
  const { overlaps } = diagnoseThemes([theme, ...others], documents);
  return {
    theme,
    sentences: trial.filter(({ text }) => !answered.has(text)),
    fit: fitOf(answers, labelledOf(trial)),
    edits: [],
    wrote: [],
    open: [],
    overlaps: overlaps.filter(({ themes }) => themes.includes(theme.id)),
    years: yearsOf(documents, trial),
  };
}

function labelledOf(trial: readonly ThemeTrial[]): ReadonlySet<string> {
  return new Set(trial.flatMap(({ labelled, text }) => (labelled ? [text] : [])));
}

function fitOf(answers: readonly ThemeAnswer[], labelled: ReadonlySet<string>): ThemeFit {
  const count = (yes: boolean, found: boolean): number =>
    answers.filter((answer) => answer.yes === yes && labelled.has(answer.text) === found).length;
  const [hit, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const share = (part: number, all: number) => (all === 0 ? undefined : part / all);
  const [precision, recall, f1] = [
    share(hit, hit + wrong),
    share(hit, hit + missed),
    share(2 * hit, 2 * hit + wrong + missed),
  ];
  return {
    answers: answers.length,
    ...(precision !== undefined && { precision }),
    ...(recall !== undefined && { recall }),
    ...(f1 !== undefined && { f1 }),
  };
}

function yearsOf(documents: readonly DocumentUnits[], trial: readonly ThemeTrial[]) {
  const years = new Map<string, { labelled: number; sentences: number }>();
  const yearOf = new Map(documents.map(({ head }) => [head.id, head.date?.slice(0, 4)]));
  const at = (year: string) => {
    const row = years.get(year) ?? { labelled: 0, sentences: 0 };
    years.set(year, row);
    return row;
  };
  for (const { head, sentences } of documents)
    if (head.date !== undefined) at(head.date.slice(0, 4)).sentences += sentences.length;
  for (const { document, labelled } of trial) {
    const year = yearOf.get(document);
    if (labelled && year !== undefined) at(year).labelled += 1;
  }
  return [...years]
    .map(([year, row]) => ({ year, ...row }))
    .sort((a, b) => (a.year < b.year ? -1 : 1));
}
