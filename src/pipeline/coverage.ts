/** How much of each theme, section or chapter a level takes up from the one above. */
import { coverage, type SideFacts, sectionMatrix, sideFacts } from '../findings/index.js';
import type {
  Alignment,
  CoverageReport,
  SectionMatrix,
  SentenceRelation,
  Theme,
} from '../model/index.js';
import { alignedPairs, type PairedOptions } from './align.js';
import { labelsOfSides, themesOf } from './knowledge.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface CoverageOfOptions extends PairedOptions {
  /** Themes by id or label, separated by commas; all of them without it. */
  readonly theme?: string | undefined;
  readonly by?: 'theme' | 'section' | 'chapter';
  /** Weakest relation that counts as covered; default `paraphrased`. */
  readonly minRelation?: SentenceRelation | undefined;
  /** Chapters against chapters too. */
  readonly matrix?: boolean;
}

export interface CoverageResult {
  readonly themes: readonly Theme[];
  readonly alignments: readonly Alignment[];
  /** One for each alignment. */
  readonly reports: readonly CoverageReport[];
  readonly matrices: readonly {
    readonly upstream: SideFacts;
    readonly downstream: SideFacts;
    readonly matrix: SectionMatrix;
  }[];
}

/**
 * Coverage along a chain of names; without names, of the pairs of the corpus.
 *
 * *Errors*: `corpus/unknown-theme`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { reports } = await coverageOf(ws, ['hubei', 'wuhan'], { theme: 'housing' });
 */
export async function coverageOf(
  ws: Workspace,
  names: readonly string[],
  { theme, by = 'theme', minRelation, matrix, ...reading }: CoverageOfOptions = {},
): Promise<CoverageResult> {
  const themes = selectThemes(themesOf(ws), theme);
  const alignments = await alignedPairs(ws, names, reading);
  const reports = alignments.map((alignment) =>
    coverage(
      alignment,
      labelsOfSides([alignment.upstream, alignment.downstream], themes, ws.cache),
      themes,
      { by, ...(minRelation !== undefined && { minRelation }) },
    ),
  );
  const matrices = (matrix === true ? alignments : []).map((alignment) => ({
    upstream: sideFacts(alignment.upstream),
    downstream: sideFacts(alignment.downstream),
    matrix: sectionMatrix(alignment, { minRelation: minRelation ?? 'paraphrased' }),
  }));
  return { themes, alignments, reports, matrices };
}
