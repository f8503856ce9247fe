import type { Command } from 'commander';
import {
  commitmentJson,
  commitmentRows,
  FINDINGS,
  renderCommitment,
  sideFacts,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import {
  type CommitmentResult,
  commitmentOf,
  plainFolder,
  sidesNamed,
} from '../../pipeline/index.js';
import {
  type AnalysisView,
  isRowFormat,
  jsonText,
  placeFinder,
  renderRows,
} from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { sayCompared } from '../compared.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import {
  addLevelOptions,
  analysisView,
  type LevelOptions,
  levelChoice,
  listOption,
} from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.commitment.formats;

const SHIFTS = ['stronger', 'weaker', 'same'] as const;

interface CommitmentOptions extends ReadingOptions, LevelOptions {
  readonly theme?: string;
  readonly shift?: string;
  readonly evidence?: boolean;
}

/** `commitment [up] [down…]`: how firmly each level commits, and how that shifts along links. */
export function commitmentCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'commitment', 'commitment.about', FORMATS)
    .argument('[sides...]', say('argument.sides'))
    .option('--theme <id>', say('option.theme'))
    .option('--shift <shifts>', say('commitment.shift'))
    .option('--evidence', say('commitment.evidence'));
  return addReadingOptions(addLevelOptions(command, context), context).action(
    action<CommitmentOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...given) => {
        const shifts = listOption('--shift', options.shift, SHIFTS);
        const ws = workspace(true);
        const names = sidesNamed(ws, given, plainFolder(context.io.cwd, options.corpus));
        if (names.length === 1)
          throw new UserError('cli/usage', {
            problem: phrase('usage/one-side', { command: 'commitment' }),
            command: 'commitment ',
          });
        const found = await commitmentOf(ws, names, {
          ...readOptions(ws, options, context),
          ...levelChoice(options),
          theme: options.theme,
          shifts,
        });
        reportStale(context, found.alignments);
        if (names.length > 2) sayCompared(context, { options, screen, emit }, found.pairs);
        reportDoubts(context, { options, screen, emit }, found.documents);
        const evidence = options.evidence === true || shifts !== undefined;
        emit(drawn(found, options.format, evidence, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

function drawn(
  { themes, documents, pairs }: CommitmentResult,
  format: string | undefined,
  evidence: boolean,
  view: AnalysisView,
): string {
  const placeOf = placeFinder(documents);
  if (format === 'json') return jsonText(commitmentJson(documents, pairs));
  if (!isRowFormat(format)) return renderCommitment(pairs, { themes, placeOf, evidence }, view);
  const rows = pairs.map(({ upstream, downstream, shifts }) => ({
    upstream: sideFacts(upstream),
    downstream: sideFacts(downstream),
    shifts,
  }));
  return renderRows(commitmentRows(rows, placeOf), format, view.language);
}
