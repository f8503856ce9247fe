/** Filled sheets → decisions: every row is taken or said to be wrong, and all are written or none. */
import { basename, resolve } from 'node:path';
import type { LinksChange } from '../../corpus/index.js';
import { readFilledSheet, readFrom } from '../../ingest/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import type { FilledRow, FilledSheet, SentenceUnit, Side } from '../../model/index.js';
import { groupBy, itemAt, UserError } from '../../text/index.js';
import { type ReadOptions, readSide } from '../read.js';
import type { Workspace } from '../workspace.js';
import { kappaOf } from './agreement.js';
import type { Answer } from './answers.js';
import { finderOf } from './finder.js';
import type { FoundRow } from './read-row.js';
import { saveDecisions } from './save.js';
import { changesOf, type FoundAnswer } from './to-decisions.js';

export interface ImportReviewOptions extends ReadOptions {
  /** The papers, where they are not found by the names in the sheets. */
  readonly up?: string | undefined;
  readonly down?: string | undefined;
  /** Who answered, a name for each file; else the names of the files. */
  readonly by?: readonly string[] | undefined;
  /** The day of the decisions, `2026-11-27`. */
  readonly at: string;
}

/** What became of a row. */
export interface RowReport {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  /** `other`: reviewers disagree, nothing was taken. */
  readonly outcome: Answer['kind'] | 'decision' | 'empty' | 'other' | 'wrong';
  readonly problem?: Phrase;
  readonly decisions: number;
}

export interface ImportResult {
  readonly rows: readonly RowReport[];
  /** Rows that reviewers answered otherwise: id, and what each said. */
  readonly disagreements: readonly {
    readonly id: string;
    readonly text: string;
    readonly said: readonly { readonly by: string; readonly chosen: readonly string[] }[];
  }[];
  /** Cohen's kappa over the pairs that two reviewers both judged; absent for one. */
  readonly kappa?: number;
  /** Absent where a row was wrong: nothing was written. */
  readonly saved?: { readonly path: string; readonly written: number; readonly replaced: number };
}

/** A sheet of ten thousand rows is a tenth of it. */
const MOST_BYTES = 50 * 2 ** 20;

/** As the user wrote it where that opens the same file, so that messages name it so. */
function openPath({ cwd }: Workspace, path: string): string {
  return resolve(path) === resolve(cwd, path) ? path : resolve(cwd, path);
}

/** A row with its place and its answer. */
interface Given extends FoundRow {
  readonly file: string;
  readonly by: string;
  readonly row: FilledRow;
}

/**
 * Read what people filled in and write it into `links.yaml`; with a wrong row nothing is written, and the result says why.
 *
 * *Errors*: those of reading sheets and papers, `review/no-answers`, `review/other-papers`.
 */
export async function importReview(
  ws: Workspace,
  paths: readonly string[],
  options: ImportReviewOptions,
): Promise<ImportResult> {
  const sheets: { readonly file: string; readonly by: string; readonly sheet: FilledSheet }[] = [];
  for (const [i, path] of paths.entries()) {
    const bytes = await readFrom(openPath(ws, path), MOST_BYTES);
    const by = options.by?.[i] ?? basename(path).replace(/\.[a-z]+$/iu, '');
    sheets.push({ file: path, by, sheet: await readFilledSheet(bytes, path) });
  }
  const sides = await sidesOf(ws, sheets, options);
  const finder = finderOf(ws, sides);
  const rows: RowReport[] = [];
  const given: Given[] = [];
  const changes: LinksChange[] = [];
  for (const { file, by, sheet } of sheets) {
    for (const row of sheet.rows) {
      const read = finder.row(row, { by: row.by ?? by, at: options.at });
      const base = { file, line: row.line, id: row.cells.id, decisions: 0 };
      if (read === undefined) rows.push({ ...base, outcome: 'empty' });
      else if ('code' in read) rows.push({ ...base, outcome: 'wrong', problem: read });
      else if (read.answer.kind === 'note') rows.push({ ...base, outcome: 'note' });
      else given.push({ file, by: row.by ?? by, row, ...read });
    }
    for (const { line, decision } of sheet.decisions) {
      const own = finder.decision(decision, { by, at: options.at });
      const base = { file, line, id: decision.upstream.id };
      if ('code' in own) rows.push({ ...base, outcome: 'wrong', problem: own, decisions: 0 });
      else {
        changes.push(own);
        rows.push({ ...base, outcome: 'decision', decisions: 1 });
      }
    }
  }
  const merged = merge(given, finder.quote);
  rows.push(...merged.rows);
  changes.push(...merged.changes);
  rows.sort((a, b) => paths.indexOf(a.file) - paths.indexOf(b.file) || a.line - b.line);
  const { disagreements, kappa } = merged;
  const result = { rows, disagreements, ...(kappa !== undefined && { kappa }) };
  if (rows.some(({ outcome }) => outcome === 'wrong')) return result;
  if (changes.length === 0 && disagreements.length === 0)
    throw new UserError('review/no-answers', {});
  return { ...result, saved: await saveDecisions(ws, sides.downstream, changes) };
}

interface Sides {
  readonly upstream: Side;
  readonly downstream: Side;
}

/** Decisions by address alone do not say in which files those stand. */
function noPapers(
  sheets: readonly { readonly file: string; readonly sheet: FilledSheet }[],
): Error {
  const decided = sheets.find(({ sheet }) => sheet.decisions.length > 0);
  return decided === undefined
    ? new UserError('review/no-answers', {})
    : new UserError('review/no-papers', { path: decided.file });
}

/** Errors: `review/other-papers`, `review/no-answers` for sheets without rows, `review/no-papers`, those of reading. */
async function sidesOf(
  ws: Workspace,
  sheets: readonly { readonly file: string; readonly sheet: FilledSheet }[],
  { up, down, by: _by, at: _at, ...reading }: ImportReviewOptions,
): Promise<Sides> {
  const named = sheets.flatMap(({ file, sheet }) => sheet.rows.map((row) => ({ file, row })));
  const name = ({ row: { cells } }: { row: FilledRow }): string =>
    `${cells.upstreamFile} → ${cells.downstreamFile}`;
  const first = named.find(({ row: { cells } }) => cells.upstreamFile !== '');
  const wrong = named.find(
    (own) => first !== undefined && own.row.cells.upstreamFile !== '' && name(own) !== name(first),
  );
  if (first !== undefined && wrong !== undefined && up === undefined)
    throw new UserError('review/other-papers', {
      path: wrong.file,
      line: wrong.row.line,
      found: name(wrong),
      known: name(first),
    });
  const upper = up ?? first?.row.cells.upstreamFile;
  const lower = down ?? first?.row.cells.downstreamFile;
  if (upper === undefined || lower === undefined) throw noPapers(sheets);
  const upstream = await readSide(ws, upper, reading);
  return { upstream, downstream: await readSide(ws, lower, reading) };
}

/** Same rows of several reviewers: what they agree on is taken once, what they do not is listed. */
function merge(
  given: readonly Given[],
  quote: (unit: SentenceUnit) => string,
): Pick<ImportResult, 'rows' | 'disagreements' | 'kappa'> & { readonly changes: LinksChange[] } {
  const rows: RowReport[] = [];
  const disagreements: ImportResult['disagreements'][number][] = [];
  const changes: LinksChange[] = [];
  const pairs: (readonly [boolean, boolean])[] = [];
  for (const [id, same] of groupBy(given, ({ row }) => row.cells.id)) {
    const first = itemAt(same, 0);
    const other = same.find((own) => saysOf(own) !== saysOf(first));
    const reviewers = [...new Map(same.map((own) => [own.by, own])).values()];
    const [one, two] = reviewers;
    if (one !== undefined && two !== undefined)
      for (const { id: unit } of one.found.shown)
        pairs.push([one.found.chosen.has(unit), two.found.chosen.has(unit)]);
    const base = ({ file, row }: Given) => ({ file, line: row.line, id, decisions: 0 });
    if (other !== undefined && other.file === first.file) {
      const problem = phrase('review/twice', { line: first.row.line });
      rows.push({ ...base(first), outcome: first.answer.kind });
      rows.push({ ...base(other), outcome: 'wrong', problem });
    } else if (other !== undefined) {
      rows.push(...same.map((own): RowReport => ({ ...base(own), outcome: 'other' })));
      disagreements.push({
        id,
        text: first.found.upstream.text,
        said: reviewers.map(({ by, found }) => ({ by, chosen: spokenOf(found) })),
      });
    } else {
      const by = [...new Set(same.map((own) => own.by))].join('、');
      const own = [first.found, ...first.alike].flatMap((each) =>
        changesOf({ ...each, by }, quote),
      );
      changes.push(...own);
      const decisions = own.filter(({ taken }) => taken !== true).length;
      rows.push(
        ...same.map(
          (each): RowReport => ({
            ...base(each),
            outcome: each.answer.kind,
            decisions: each === first ? decisions : 0,
          }),
        ),
      );
    }
  }
  const kappa = kappaOf(pairs);
  return { rows, disagreements, changes, ...(kappa !== undefined && { kappa }) };
}

/** Counterparts by id, clauses by their words: + carried, - not. */
function spokenOf({ upstream: { text }, chosen, clauses = [] }: FoundAnswer): string[] {
  const words = clauses.map(
    ({ start, end, carried }) => `${carried ? '+' : '-'}${text.slice(start, end)}`,
  );
  return [...chosen, ...words];
}

function saysOf({ found: { chosen, nothing, relation, clauses = [] }, alike }: Given): string {
  const lacking = clauses.map(({ start, carried }) => `${start}${carried ? '+' : '-'}`);
  const others = alike.map(({ upstream }) => upstream.id);
  return [[...chosen].sort(), nothing, relation ?? '', lacking, others].join(' ');
}
