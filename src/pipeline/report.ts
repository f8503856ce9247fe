/** Everything a report shows, of two or three sides by name. */
import { buildReport } from '../findings/index.js';
import type { Alignment, Report, ReportHead, SentenceRelation, Theme } from '../model/index.js';
import { contentKey } from '../text/index.js';
import { alignedAlong, comparisonTools } from './align.js';
import { labelsOfSides, phraseLexicon, targetLexicon, themesOf } from './knowledge.js';
import type { ReadOptions } from './read.js';
import { selectThemes } from './select-themes.js';
import { VERSION } from './version.js';
import type { Workspace } from './workspace.js';

export interface MakeReportOptions extends ReadOptions {
  /** Themes by id or label, separated by commas; all of them without it. */
  readonly theme?: string;
  /** Weakest relation that counts as covered; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
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
  { theme, minRelation = 'paraphrased', ...reading }: MakeReportOptions = {},
): Promise<Report> {
  const themes = selectThemes(themesOf(ws), theme);
  const alignments = await alignedAlong(ws, names, reading);
  const sides = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
  return buildReport({
    alignments,
    labels: labelsOfSides(sides, themes, ws.cache),
    themes,
    tools: await comparisonTools(ws, alignments),
    targets: targetLexicon(ws),
    phrases: phraseLexicon(ws),
    head: headOf(ws, alignments, themes, minRelation),
    minRelation,
  });
}

function headOf(
  ws: Workspace,
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  minRelation: SentenceRelation,
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
    ),
    texts: contentKey(...documents.flatMap(({ sentences }) => sentences.map(({ text }) => text))),
    configuration: {
      'min-relation': minRelation,
      themes: themes.map(({ id }) => id).join(' '),
    },
  };
}
