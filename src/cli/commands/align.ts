import type { Command } from 'commander';
import { outlineSides } from '../../analyse/index.js';
import { alignPair, readSide } from '../../pipeline.js';
import { alignmentJson, COMPARE_WORDS, jsonText, renderOutline } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = ['terminal', 'json'] as const;

/** `align <up> <down>`: what corresponds, section by section and sentence by sentence. */
export function alignCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'align', 'align.about', FORMATS)
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .argument('[down2]', say('argument.downstream'));
  return addReadingOptions(command, context).action(
    action<ReadingOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, up, down, down2) => {
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
        emit(
          renderOutline(outlineSides(chain), {
            width: screen.width,
            ambiguousWidth: screen.ambiguousWidth,
            color: screen.color
              ? context.io.env.DUIBIAO_THEME === 'light'
                ? 'light'
                : 'dark'
              : 'none',
            ascii: screen.ascii,
            words: COMPARE_WORDS[screen.language],
          }),
        );
        return undefined;
      },
    ),
  );
}
