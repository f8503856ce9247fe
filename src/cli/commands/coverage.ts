import type { Command } from 'commander';
import { coverage } from '../../analyse/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import { alignedPairs, labelsOfSides, themesOf } from '../../pipeline.js';
import { coverageJson, jsonText, renderCoverage, renderEvidence } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';
import { selectThemes } from './selection.js';

const FORMATS = ['terminal', 'json'] as const;
const GROUPINGS = ['theme', 'section', 'chapter'] as const;

export interface CoverageCommandOptions extends ReadingOptions {
  readonly theme?: string;
  readonly by?: string;
  readonly evidence?: boolean;
  readonly minRelation?: string;
}

/** `coverage [up] [down…]`: table of themes × pairs of sides. */
export function coverageCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'coverage', 'coverage.about', FORMATS)
    .argument('[sides...]', say('argument.sides'))
    .option('--theme <id>', say('option.theme'))
    .option('--by <what>', say('coverage.by'), 'theme')
    .option('--min-relation <relation>', say('coverage.minRelation'))
    .option('--evidence', say('coverage.evidence'));
  return addReadingOptions(command, context).action(
    action<CoverageCommandOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        checkChoice('--by', options.by, GROUPINGS);
        checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
        if (names.length === 1) {
          throw new UserError('cli/usage', {
            problem: say('coverage.oneSide'),
            command: 'coverage ',
          });
        }
        const ws = workspace();
        const themes = selectThemes(themesOf(ws), options.theme);
        const pairs = await alignedPairs(ws, names, readOptions(ws, options, context));
        reportStale(context, pairs);
        const reports = pairs.map((alignment) =>
          coverage(
            alignment,
            labelsOfSides([alignment.upstream, alignment.downstream], themes, ws.cache),
            themes,
            {
              by: options.by as (typeof GROUPINGS)[number],
              ...(options.minRelation !== undefined && {
                minRelation: options.minRelation as SentenceRelation,
              }),
            },
          ),
        );
        if (options.format === 'json') emit(jsonText(coverageJson(reports)));
        else {
          const view = { ...screen, say };
          const documents = pairs.flatMap(({ upstream, downstream }) => [
            ...upstream.documents,
            ...downstream.documents,
          ]);
          const evidence =
            options.evidence === true ? renderEvidence(reports, documents, themes, view) : '';
          emit(renderCoverage(reports, themes, view) + evidence);
        }
        return undefined;
      },
    ),
  );
}
