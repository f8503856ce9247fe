import type { Command } from 'commander';
import { renderCoverage } from '../../findings/index.js';
import { coverageOf } from '../../pipeline/index.js';
import { wrapText } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';

/** `start` (`npm start`): the coverage table of the corpus, and three commands to try next. */
export function startCommand(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'start', 'start.about').action(
    action<CommonOptions>(context, undefined, async ({ screen, workspace, emit }) => {
      const { reports, themes } = await coverageOf(workspace(), []);
      const intro = wrapText(say('start.intro'), screen.width, {
        ambiguousWidth: screen.ambiguousWidth,
      });
      const next = NEXT.flatMap(([line, about]) => [`  ${line}`, `      ${say(about)}`]);
      emit(
        `${intro.join('\n')}\n\n${renderCoverage(reports, themes, { ...screen, grain: 'clause' })}\n${say('start.next')}\n${next.join('\n')}\n`,
      );
      return undefined;
    }),
  );
}

/** Typed as they stand in a clone; an installed `duibiao` works the same. */
const NEXT = [
  ['node bin/duibiao.js compare hubei wuhan --theme housing', 'start.compare'],
  ['node bin/duibiao.js coverage national hubei --theme innovation --evidence', 'start.coverage'],
  ['node bin/duibiao.js parse fixtures/compendium/source.txt --depth 1', 'start.parse'],
] as const;
