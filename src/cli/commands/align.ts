import type { Command } from 'commander';
import {
  alignmentJson,
  FINDINGS,
  outlineSides,
  renderLinks,
  renderOutline,
} from '../../findings/index.js';
import { addressMaker, alignPair, readSide } from '../../pipeline/index.js';
import { COMPARE_WORDS, jsonText } from '../../render/index.js';
import { action, type CommandContext, checkChoice, colorMode, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.alignment.formats;
const VIEWS = ['outline', 'links'] as const;

interface AlignCommandOptions extends ReadingOptions {
  readonly view: string;
}

/** `align <up> <down>`: what corresponds, section by section and sentence by sentence. */
export function alignCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'align', 'align.about', FORMATS)
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .argument('[down2]', say('argument.downstream'))
    .option('--view <name>', say('align.view'), 'outline');
  return addReadingOptions(command, context).action(
    action<AlignCommandOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, up, down, down2) => {
        checkChoice('--view', options.view, VIEWS);
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const [upper, middle] = [
          await readSide(ws, up!, reading),
          await readSide(ws, down!, reading),
        ];
        const alignment = alignPair(ws, upper, middle);
        reportStale(context, [alignment]);
        if (options.format === 'json') {
          emit(jsonText(alignmentJson(alignment)));
          return undefined;
        }
        const chain =
          down2 === undefined
            ? ([alignment] as const)
            : ([alignment, alignPair(ws, middle, await readSide(ws, down2, reading))] as const);
        const drawing = {
          width: screen.width,
          ambiguousWidth: screen.ambiguousWidth,
          color: colorMode(screen.color, context.io.env),
          ascii: screen.ascii,
          words: COMPARE_WORDS[screen.language],
        };
        emit(
          options.view === 'links'
            ? renderLinks(chain, { ...drawing, addressOf: addressMaker(ws) })
            : renderOutline(outlineSides(chain), drawing),
        );
        return undefined;
      },
    ),
  );
}
