/** Everything a report shows, of two or three sides by name. */
import { basename, dirname, isAbsolute } from 'node:path';
import { buildReport, type RowFilters } from '../findings/index.js';
import type {
  Alignment,
  Report,
  ReportHead,
  SentenceRelation,
  Side,
  Theme,
} from '../model/index.js';
import { contentKey } from '../text/index.js';
import { alignedAlong, comparisonTools } from './align.js';
import { decisionsFor } from './decisions.js';
import {
  commitmentLexicon,
  labelsOfSides,
  phraseLexicon,
  targetLexicon,
  themesOf,
} from './knowledge.js';
import type { ReadOptions } from './read.js';
import { type ScopeOptions, scopeOf } from './scope.js';
import { selectThemes } from './select-themes.js';
import { VERSION } from './version.js';
import type { Workspace } from './workspace.js';

export interface MakeReportOptions extends ReadOptions, ScopeOptions {
  /** Weakest relation that counts as covered; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
  /** Only rows that pass, as `compare` filters them. */
  readonly filters?: RowFilters;
  /** Only the rows that the first page rests on. */
  readonly brief?: boolean;
}

/**
 * A comparison to hand on: read, aligned, labelled, with what is needed to make it again.
 *
 * *In* two or three sides, the highest first; none: those of the corpus.
 * *Errors*: `corpus/unknown-theme`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const report = await makeReport(ws, ['hubei', 'wuhan']);
 * const html = reportRenderer('html')?.render(report, { language: 'zh', epoch: 315_532_800 });
 */
export async function makeReport(
  ws: Workspace,
  names: readonly string[],
  {
    theme,
    section,
    minRelation = 'paraphrased',
    filters,
    brief = false,
    ...reading
  }: MakeReportOptions = {},
): Promise<Report> {
  const themes = selectThemes(themesOf(ws), theme);
  const alignments = withoutFolders(await alignedAlong(ws, names, reading));
  const sides = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
  const scope = scopeOf(ws, sidesOf(alignments), { theme, section });
  return buildReport({
    alignments,
    labels: labelsOfSides(sides, themes, ws.cache),
    themes,
    tools: await comparisonTools(ws, alignments),
    targets: targetLexicon(ws),
    phrases: phraseLexicon(ws),
    commitment: commitmentLexicon(ws),
    divisions: [...ws.regions().byCode.values()],
    head: headOf(ws, alignments, themes, { theme, section, minRelation, filters, brief }),
    minRelation,
    brief,
    scope,
    ...(filters !== undefined && { filters }),
  });
}

/** From the highest level down: two sides of one pair, three of three. */
function sidesOf([upper, lower]: readonly Alignment[]): Side[] {
  if (upper === undefined) return [];
  return [upper.upstream, upper.downstream, ...(lower ? [lower.downstream] : [])];
}

/** A report is handed on: folders of the machine it was made on are no part of it. */
function withoutFolders(alignments: readonly Alignment[]): Alignment[] {
  const all = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
  const paths = new Set(
    all.flatMap(({ name, documents }) => [
      name,
      ...documents.flatMap(({ source }) => source?.path ?? []),
    ]),
  );
  const short = (path: string): string => {
    if (!isAbsolute(path)) return path;
    const own = basename(path);
    const twins = [...paths].filter((other) => other !== path && basename(other) === own);
    return twins.length === 0 ? own : `${basename(dirname(path))}/${own}`;
  };
  const side = (own: Side): Side => ({
    name: nameOf(own, short),
    documents: own.documents.map((document) =>
      document.source === undefined
        ? document
        : { ...document, source: { ...document.source, path: short(document.source.path) } },
    ),
  });
  return alignments.map((alignment) => ({
    ...alignment,
    upstream: side(alignment.upstream),
    downstream: side(alignment.downstream),
  }));
}

/** A file by its name as `short` gives it; sides of several documents by the name the user gave. */
function nameOf({ name, documents }: Side, short: (path: string) => string): string {
  const [path, ...more] = documents.flatMap(({ source }) => source?.path ?? []);
  return more.length === 0 && path !== undefined && basename(path) === name
    ? short(path)
    : short(name);
}

interface Asked extends ScopeOptions {
  readonly minRelation: SentenceRelation;
  readonly filters: RowFilters | undefined;
  readonly brief: boolean;
}

function headOf(
  ws: Workspace,
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  { theme, section, minRelation, filters = {}, brief }: Asked,
): ReportHead {
  const documents = alignments.flatMap(({ upstream, downstream }) => [
    ...upstream.documents,
    ...downstream.documents,
  ]);
  return {
    program: 'duibiao',
    version: VERSION,
    data: contentKey(
      ws.alignKey(),
      JSON.stringify(themes),
      JSON.stringify([...ws.commitment()]),
      JSON.stringify(ws.setPhrases()),
      ...alignments.flatMap(({ upstream, downstream }) =>
        decisionsFor(ws, upstream, downstream).map((decision) => JSON.stringify(decision)),
      ),
    ),
    texts: contentKey(...documents.flatMap(({ sentences }) => sentences.map(({ text }) => text))),
    configuration: {
      'min-relation': minRelation,
      themes: themes.map(({ id }) => id).join(' '),
      ...(theme !== undefined && { theme }),
      ...(section !== undefined && { section }),
      ...(brief && { brief: 'yes' }),
      ...(filters.only !== undefined && { only: filters.only }),
      ...(filters.relations !== undefined && { relation: filters.relations.join(' ') }),
    },
  };
}
