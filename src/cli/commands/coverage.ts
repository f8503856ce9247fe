import type { Command } from 'commander';
import {
  coverage,
  coverageEvidenceRows,
  coverageJson,
  coverageRows,
  matrixRows,
  renderCoverage,
  renderEvidence,
  renderMatrices,
  sectionMatrix,
} from '../../findings/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import {
  addressMaker,
  alignedPairs,
  distinctDocuments,
  labelsOfSides,
  selectThemes,
  themesOf,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { ANALYSIS_FORMATS as FORMATS } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const GROUPINGS = ['theme', 'section', 'chapter'] as const;

export interface CoverageCommandOptions extends ReadingOptions {
  readonly theme?: string;
  readonly by?: string;
  readonly evidence?: boolean;
  readonly matrix?: boolean;
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
    .option('--evidence', say('coverage.evidence'))
    .option('--matrix', say('coverage.matrix'));
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
        const matrices =
          options.matrix === true
            ? pairs.map((alignment) => ({
                upstream: alignment.upstream.name,
                downstream: alignment.downstream.name,
                matrix: sectionMatrix(alignment, { minRelation: reports[0]!.minRelation }),
              }))
            : [];
        if (options.format === 'json')
          emit(
            jsonText(
              coverageJson(
                reports,
                matrices.map(({ matrix }) => matrix),
              ),
            ),
          );
        else if (options.matrix === true && isRowFormat(options.format))
          emit(renderRows(matrixRows(matrices), options.format, screen.language));
        else if (options.matrix === true)
          emit(renderMatrices(matrices, { ...screen, addressOf: addressMaker(ws) }));
        else if (isRowFormat(options.format)) {
          const sides = pairs.flatMap(({ upstream, downstream }) => [upstream, downstream]);
          const table =
            options.evidence === true
              ? coverageEvidenceRows(
                  reports,
                  pairs,
                  themes,
                  placeFinder(distinctDocuments(sides)),
                  screen.language,
                )
              : coverageRows(reports, themes, screen.language);
          emit(renderRows(table, options.format, screen.language));
        } else {
          const view = { ...screen, say };
          const evidence =
            options.evidence === true
              ? renderEvidence(reports, pairs, themes, { ...view, addressOf: addressMaker(ws) })
              : '';
          emit(renderCoverage(reports, themes, view) + evidence);
        }
        return undefined;
      },
    ),
  );
}
