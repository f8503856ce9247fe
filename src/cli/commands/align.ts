import type { Command } from 'commander';
import {
  alignmentJson,
  FINDINGS,
  outlineSides,
  renderLinks,
  renderOutline,
} from '../../findings/index.js';
import { addressMaker, alignedChain } from '../../pipeline/index.js';
import { COMPARE_WORDS, jsonText } from '../../render/index.js';
import { action, type CommandContext, checkChoice, colorMode, commandOf } from '../context.js';
import { documentsOf, reportDoubts } from '../doubts.js';
import type { Screen } from '../io.js';
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
      async ({ options, screen, workspace, emit }, ...names) => {
        checkChoice('--view', options.view, VIEWS);
        const ws = workspace();
        const json = options.format === 'json';
        // A file holds one pair; a third name is for the drawings.
        const wanted = json ? names.slice(0, 2) : names.filter(Boolean);
        const chain = await alignedChain(ws, wanted, readOptions(ws, options, context));
        reportStale(context, chain);
        reportDoubts(context, { options, screen, emit }, documentsOf(chain));
        const drawing = drawingOf(screen, context);
        if (json) emit(chain.map((alignment) => jsonText(alignmentJson(alignment))).join(''));
        else if (options.view === 'links')
          emit(renderLinks(chain, { ...drawing, addressOf: addressMaker(ws) }));
        else emit(renderOutline(outlineSides(chain), drawing));
        return undefined;
      },
    ),
  );
}

function drawingOf(screen: Screen, { io }: CommandContext) {
  return {
    width: screen.width,
    ambiguousWidth: screen.ambiguousWidth,
    color: colorMode(screen.color, io.env),
    ascii: screen.ascii,
    words: COMPARE_WORDS[screen.language],
  };
}
