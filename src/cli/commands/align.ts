import type { Command } from 'commander';
import { alignPair, readSide } from '../../pipeline.js';
import { alignmentJson, jsonText } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = ['terminal', 'json'] as const;

/** `align <up> <down>`: what corresponds, section by section and sentence by sentence. */
export function alignCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'align', 'align.about', FORMATS)
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'));
  return addReadingOptions(command, context).action(
    action<ReadingOptions>(context, FORMATS, async ({ options, workspace, emit }, up, down) => {
      const ws = workspace();
      const reading = readOptions(ws, options, context);
      const alignment = alignPair(
        ws,
        await readSide(ws, up!, reading),
        await readSide(ws, down!, reading),
      );
      emit(jsonText(alignmentJson(alignment)));
      return undefined;
    }),
  );
}
