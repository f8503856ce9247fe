import type { Command } from 'commander';
import {
  FINDINGS,
  renderTargetPairs,
  renderTargets,
  sideFacts,
  targetPairRows,
  targetRows,
  targetsJson,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import type { TargetShift } from '../../model/index.js';
import { plainFolder, sidesNamed, type TargetsResult, targetsOf } from '../../pipeline/index.js';
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

const FORMATS = FINDINGS.targets.formats;

const KINDS = ['quantity', 'share', 'money', 'ratio', 'count', 'deadline', 'span', 'name'];
const SHIFTS = [
  'same',
  'raised',
  'lowered',
  'earlier',
  'later',
  'changed',
  'only-upstream',
  'only-downstream',
] as const satisfies readonly TargetShift[];

/** `--kind` of the reading options says what a document is; here it would be taken for the kind of target. */
interface TargetsOptions extends ReadingOptions, LevelOptions {
  readonly of?: string;
  readonly shift?: string;
  readonly theme?: string;
  readonly names?: boolean;
}

/** `targets [doc | up down…]`: quantities and deadlines of a document, or of levels side by side. */
export function targetsCommand(context: CommandContext): Command {
  return addReadingOptions(addLevelOptions(declared(context), context), context).action(
    action<TargetsOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...given) => {
        const kinds = listOption('--of', options.of, KINDS);
        const shifts = listOption('--shift', options.shift, SHIFTS);
        const ws = workspace(true);
        const names = sidesNamed(ws, given, plainFolder(context.io.cwd, options.corpus));
        if (options.shift !== undefined && names.length === 1)
          throw new UserError('cli/bad-value', {
            value: options.shift,
            option: '--shift',
            allowed: phrase('allowed/both-sides'),
          });
        const found = await targetsOf(ws, names, {
          ...readOptions(ws, options, context),
          ...levelChoice(options),
          kinds,
          shifts,
          theme: options.theme,
          named: options.names === true,
        });
        reportStale(context, found.alignments);
        if (names.length > 2) sayCompared(context, { options, screen, emit }, found.pairs);
        reportDoubts(context, { options, screen, emit }, found.documents);
        emit(drawn(found, options.format, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

function declared(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'targets', 'targets.about', FORMATS)
    .argument('[sides...]', say('targets.sides'))
    .option('--of <kinds>', say('targets.kind'))
    .option('--shift <shifts>', say('targets.shift'))
    .option('--theme <id>', context.say('option.theme'))
    .option('--names', say('targets.names'));
}

function drawn(found: TargetsResult, format: string | undefined, view: AnalysisView): string {
  const { documents, own, pairs } = found;
  const placeOf = placeFinder(documents);
  const listed = (own ?? []).flatMap(({ targets }) => targets);
  if (format === 'json') return jsonText(targetsJson(documents, listed, pairs));
  if (isRowFormat(format)) {
    const named = pairs.map(({ upstream, downstream, targets }) => ({
      upstream: sideFacts(upstream),
      downstream: sideFacts(downstream),
      targets,
    }));
    const table = own === undefined ? targetPairRows(named, placeOf) : targetRows(listed, placeOf);
    return renderRows(table, format, view.language);
  }
  return own === undefined
    ? renderTargetPairs(pairs, placeOf, view)
    : renderTargets(own, placeOf, view);
}
