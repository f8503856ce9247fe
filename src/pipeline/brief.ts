/** One pair of sides on one page. */
import {
  briefOf,
  compareCommitment,
  compareTargets,
  coverage,
  elsewhereOf,
  extractTargets,
} from '../findings/index.js';
import type { Alignment, Brief, Side, Target, Theme } from '../model/index.js';
import { alignedPairs } from './align.js';
import { commitmentLexicon, labelsOfSides, targetLexicon, themesOf } from './knowledge.js';
import type { ReadOptions } from './read.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface BriefOfOptions extends ReadOptions {
  /** Themes by id or label, separated by commas; all sentences without it. */
  readonly theme?: string | undefined;
}

export interface BriefResult {
  readonly themes: readonly Theme[];
  readonly alignments: readonly Alignment[];
  readonly brief: Brief;
}

/**
 * What is missing, weakened, lowered, postponed, new and doubtful of one pair, the heaviest first.
 *
 * *In* two names, the higher first. *Errors*: `corpus/unknown-theme`, `corpus/unknown-document`, those of reading; `RangeError`
 * for another number of names.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { brief } = await briefOfPair(ws, ['hubei', 'wuhan']);
 * const heaviest = brief.lists.missing[0];
 */
export async function briefOfPair(
  ws: Workspace,
  names: readonly string[],
  { theme, ...reading }: BriefOfOptions = {},
): Promise<BriefResult> {
  if (names.length !== 2) throw new RangeError('a brief is of two sides');
  const themes = selectThemes(themesOf(ws), theme);
  const alignments = await alignedPairs(ws, names, reading);
  const [alignment] = alignments;
  if (alignment === undefined) throw new RangeError('a brief is of two sides');
  const sides = [alignment.upstream, alignment.downstream];
  const labels = labelsOfSides(sides, themes, ws.cache);
  const { shifts, grades } = compareCommitment(alignment, commitmentLexicon(ws), labels, themes);
  return {
    themes,
    alignments,
    brief: briefOf({
      alignment,
      labels,
      coverage: coverage(alignment, labels, themes),
      shifts,
      grades,
      targets: targetPairs(alignment, ws),
      elsewhere: elsewhereOf(ws.regions().byCode.values(), alignment.downstream),
      ...(theme !== undefined && { only: new Set(labels.keys()) }),
    }),
  };
}

function targetPairs(alignment: Alignment, ws: Workspace) {
  const lexicon = targetLexicon(ws);
  const of = (side: Side): Target[] =>
    side.documents.flatMap((document) => extractTargets(document, lexicon));
  return compareTargets(alignment, of(alignment.upstream), of(alignment.downstream), lexicon);
}
