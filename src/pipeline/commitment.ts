/** How firmly each level commits, and how that shifts along links. */
import { compareCommitment } from '../findings/index.js';
import type { Alignment, CommitmentShift, DocumentUnits, Side, Theme } from '../model/index.js';
import { alignedPairs, type PairedOptions } from './align.js';
import { commitmentLexicon, labelsOfSides, themesOf } from './knowledge.js';
import { distinctDocuments } from './read.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface CommitmentOfOptions extends PairedOptions {
  /** Themes by id or label, separated by commas; all of them without it. */
  readonly theme?: string | undefined;
  /** Shifts to keep; all without it. */
  readonly shifts?: ReadonlySet<string> | undefined;
}

type Commitment = ReturnType<typeof compareCommitment>;

export interface CommitmentResult {
  readonly themes: readonly Theme[];
  readonly documents: readonly DocumentUnits[];
  readonly alignments: readonly Alignment[];
  readonly pairs: readonly (Pick<Commitment, 'summary' | 'grades' | 'shifts'> & {
    readonly upstream: Side;
    readonly downstream: Side;
  })[];
}

/**
 * Commitment along a chain of names; without names, of the pairs of the corpus.
 *
 * *Errors*: `corpus/unknown-theme`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { pairs } = await commitmentOf(ws, ['hubei', 'wuhan'], { shifts: new Set(['weaker']) });
 */
export async function commitmentOf(
  ws: Workspace,
  names: readonly string[],
  { theme, shifts, ...reading }: CommitmentOfOptions = {},
): Promise<CommitmentResult> {
  const themes = selectThemes(themesOf(ws), theme);
  const alignments = await alignedPairs(ws, names, reading);
  const lexicon = commitmentLexicon(ws);
  const sides = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
  const labels = labelsOfSides(sides, themes, ws.cache);
  const onTheme = ({ upstream, downstream }: CommitmentShift): boolean =>
    theme === undefined || [...upstream, ...downstream].some((id) => labels.has(id));
  const pairs = alignments.map((alignment) => {
    const report = compareCommitment(alignment, lexicon, labels, themes);
    return {
      upstream: alignment.upstream,
      downstream: alignment.downstream,
      summary: report.summary,
      grades: report.grades,
      shifts: report.shifts.filter((own) => (shifts?.has(own.shift) ?? true) && onTheme(own)),
    };
  });
  return { themes, documents: distinctDocuments(sides), alignments, pairs };
}
