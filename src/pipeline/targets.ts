/** Quantities and deadlines of one side, or of levels side by side. */
import { compareTargets, extractTargets } from '../findings/index.js';
import type { Alignment, DocumentUnits, Side, Target, TargetPair } from '../model/index.js';
import { alignedPairs, type PairedOptions } from './align.js';
import { labelsOfSides, targetLexicon, themesOf } from './knowledge.js';
import { distinctDocuments, readSide } from './read.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface TargetsOfOptions extends PairedOptions {
  /** Kinds of targets to keep; all without it. */
  readonly kinds?: ReadonlySet<string> | undefined;
  /** Shifts of pairs to keep; all without it. */
  readonly shifts?: ReadonlySet<string> | undefined;
  /** Themes by id or label, separated by commas. */
  readonly theme?: string | undefined;
  /** Named projects and measures too. */
  readonly named?: boolean;
}

export interface TargetsResult {
  readonly documents: readonly DocumentUnits[];
  /** What each document states; where one side was asked for. */
  readonly own?: readonly {
    readonly document: DocumentUnits;
    readonly targets: readonly Target[];
  }[];
  readonly pairs: readonly {
    readonly upstream: Side;
    readonly downstream: Side;
    readonly targets: readonly TargetPair[];
  }[];
  readonly alignments: readonly Alignment[];
}

/**
 * Targets of one name, or of a chain of names side by side; without names, of the corpus.
 *
 * *Errors*: `corpus/unknown-theme`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { own = [] } = await targetsOf(ws, ['hubei']);
 * const shown = own.flatMap(({ targets }) => targets).length;
 */
export async function targetsOf(
  ws: Workspace,
  names: readonly string[],
  { kinds, shifts, theme, named, ...reading }: TargetsOfOptions = {},
): Promise<TargetsResult> {
  const lexicon = targetLexicon(ws);
  const pairedByLevel = reading.from !== undefined || reading.to !== undefined;
  const [only] = names.length === 1 && !pairedByLevel ? names : [];
  const single = only === undefined ? undefined : await readSide(ws, only, reading);
  const alignments = single === undefined ? await alignedPairs(ws, names, reading) : [];
  const sides =
    single === undefined
      ? alignments.flatMap(({ upstream, downstream }) => [upstream, downstream])
      : [single];
  const documents = distinctDocuments(sides);
  const labels =
    theme === undefined
      ? undefined
      : labelsOfSides(sides, selectThemes(themesOf(ws), theme), ws.cache);
  const found = documents.map((document) => ({
    document,
    targets: extractTargets(document, lexicon, {
      names: named === true || kinds?.has('name') === true,
    }).filter(
      (target) => (kinds?.has(target.kind) ?? true) && (labels?.has(target.sentence) ?? true),
    ),
  }));
  const byId = new Map(found.map(({ document, targets }) => [document.head.id, targets]));
  const of = (side: Side): Target[] =>
    side.documents.flatMap(({ head }) => byId.get(head.id) ?? []);
  const pairs = alignments.map((alignment) => ({
    upstream: alignment.upstream,
    downstream: alignment.downstream,
    targets: compareTargets(
      alignment,
      of(alignment.upstream),
      of(alignment.downstream),
      lexicon,
    ).filter(({ shift }) => shifts?.has(shift) ?? true),
  }));
  return { documents, pairs, alignments, ...(single !== undefined && { own: found }) };
}
