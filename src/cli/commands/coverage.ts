import type { Command } from 'commander';
import {
  coverageEvidenceRows,
  coverageJson,
  coverageRows,
  FINDINGS,
  matrixRows,
  renderCoverage,
  renderEvidence,
  renderMatrices,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import {
  GRAINS,
  type Grain,
  SENTENCE_RELATIONS,
  type SentenceRelation,
} from '../../model/index.js';
import {
  addressMaker,
  type CoverageResult,
  coverageOf,
  distinctDocuments,
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
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import { documentsOf, reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import { addLevelOptions, type LevelOptions, levelChoice } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.coverage.formats;

const GROUPINGS = ['theme', 'section', 'chapter'] as const;

interface CoverageCommandOptions extends ReadingOptions, LevelOptions {
  readonly theme?: string;
  readonly by?: string;
  readonly evidence?: boolean;
  readonly matrix?: boolean;
  readonly minRelation?: string;
  readonly grain?: string;
}

/** `coverage [up] [down…]`: table of themes × pairs of sides. */
export function coverageCommand(context: CommandContext): Command {
  const { say } = context;
  return addReadingOptions(addLevelOptions(declared(context), context), context).action(
    action<CoverageCommandOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...given) => {
        checkChoice('--by', options.by, GROUPINGS);
        checkChoice('--grain', options.grain, GRAINS);
        checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
        const grain = grainOf(options);
        const ws = workspace(true);
        const names = sidesNamed(ws, given, plainFolder(context.io.cwd, options.corpus));
        if (names.length === 1) {
          throw new UserError('cli/usage', {
            problem: phrase('usage/one-side', { command: 'coverage' }),
            command: 'coverage ',
          });
        }
        const found = await coverageOf(ws, names, {
          ...readOptions(ws, options, context),
          ...levelChoice(options),
          theme: options.theme,
          by: options.by as (typeof GROUPINGS)[number],
          minRelation: options.minRelation as SentenceRelation | undefined,
          matrix: options.matrix === true,
        });
        reportStale(context, found.alignments);
        if (names.length > 2) sayCompared(context, { options, screen, emit }, found.alignments);
        reportDoubts(context, { options, screen, emit }, documentsOf(found.alignments));
        emit(drawn(found, options, { ...screen, say, grain, addressOf: addressMaker(ws) }));
        return undefined;
      },
    ),
  );
}

function declared(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'coverage', 'coverage.about', FORMATS)
    .argument('[sides...]', say('argument.sides'))
    .option('--theme <id>', say('option.theme'))
    .option('--grain <what>', say('coverage.grain'))
    .option('--by <what>', say('coverage.by'), 'theme')
    .option('--min-relation <relation>', say('coverage.minRelation'))
    .option('--evidence', say('coverage.evidence'))
    .option('--matrix', say('coverage.matrix'));
}

type View = AnalysisView & Pick<CommandContext, 'say'> & { readonly grain: Grain };

/** Relations are of sentences: who asks for the closer ones alone asks for sentences. Errors: `cli/usage` for both. */
function grainOf({ grain, minRelation }: CoverageCommandOptions): Grain {
  if (minRelation !== undefined && grain === 'clause')
    throw new UserError('cli/usage', {
      problem: phrase('usage/relations-of-clauses'),
      command: 'coverage ',
    });
  return (grain as Grain | undefined) ?? (minRelation === undefined ? 'clause' : 'sentence');
}

function drawn(
  { reports, matrices, alignments, themes }: CoverageResult,
  { format, matrix, evidence }: CoverageCommandOptions,
  view: View,
): string {
  if (format === 'json')
    return jsonText(
      coverageJson(
        reports,
        matrices.map((each) => each.matrix),
        view.grain,
        documentsOf(alignments),
      ),
    );
  if (isRowFormat(format)) {
    const placeOf = () =>
      placeFinder(
        distinctDocuments(alignments.flatMap(({ upstream, downstream }) => [upstream, downstream])),
      );
    const table =
      matrix === true
        ? matrixRows(matrices)
        : evidence === true
          ? coverageEvidenceRows(reports, alignments, themes, {
              placeOf: placeOf(),
              language: view.language,
            })
          : coverageRows(reports, themes, view.language);
    return renderRows(table, format, view.language);
  }
  if (matrix === true) return renderMatrices(matrices, view);
  const behind = evidence === true ? renderEvidence(reports, alignments, themes, view) : '';
  return renderCoverage(reports, themes, view) + behind;
}
