import type { Command } from 'commander';
import { bodiesJson, bodyRows, FINDINGS, renderBodies } from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import { bodiesOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.bodies.formats;

/** `bodies [up] [down…]`: who is responsible above, who below. */
export function bodiesCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'bodies', 'bodies.about', FORMATS).argument(
    '[sides...]',
    say('argument.sides'),
  );
  return addReadingOptions(command, context).action(
    action<ReadingOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        if (names.length === 1)
          throw new UserError('cli/usage', {
            problem: phrase('usage/one-side', { command: 'bodies' }),
            command: 'bodies ',
          });
        const ws = workspace();
        const found = await bodiesOf(ws, names, readOptions(ws, options, context));
        reportStale(context, found.alignments);
        reportDoubts(context, { options, screen, emit }, found.documents);
        const { documents, pairs } = found;
        const placeOf = placeFinder(documents);
        if (options.format === 'json') emit(jsonText(bodiesJson(documents, pairs)));
        else if (isRowFormat(options.format))
          emit(renderRows(bodyRows(pairs, placeOf), options.format, screen.language));
        else emit(renderBodies(pairs, placeOf, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
