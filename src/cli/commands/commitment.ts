import type { Command } from 'commander';
import {
  commitmentJson,
  commitmentRows,
  compareCommitment,
  renderCommitment,
} from '../../findings/index.js';
import type { CommitmentShift } from '../../model/index.js';
import {
  alignedPairs,
  commitmentLexicon,
  distinctDocuments,
  labelsOfSides,
  selectThemes,
  themesOf,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext } from '../context.js';
import { reportStale } from '../stale.js';
import { ANALYSIS_FORMATS, analysisCommand, analysisView, listOption } from './analysis.js';
import { analysisWord } from './analysis-words.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const SHIFTS = ['stronger', 'weaker', 'same'] as const;

interface CommitmentOptions extends ReadingOptions {
  readonly theme?: string;
  readonly shift?: string;
  readonly evidence?: boolean;
}

/** `commitment [up] [down…]`: how firmly each level commits, and how that shifts along links. */
export function commitmentCommand(context: CommandContext): Command {
  const { say } = context;
  const word = analysisWord(context);
  const command = analysisCommand(context, 'commitment', 'commitment.about')
    .argument('[sides...]', say('argument.sides'))
    .option('--theme <id>', say('option.theme'))
    .option('--shift <shifts>', word('commitment.shift'))
    .option('--evidence', word('commitment.evidence'));
  return addReadingOptions(command, context).action(
    action<CommitmentOptions>(
      context,
      ANALYSIS_FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const wanted = listOption('--shift', options.shift, SHIFTS);
        if (names.length === 1)
          throw new UserError('cli/usage', {
            problem: say('coverage.oneSide').replace('coverage', 'commitment'),
            command: 'commitment ',
          });
        const ws = workspace();
        const themes = selectThemes(themesOf(ws), options.theme);
        const alignments = await alignedPairs(ws, names, readOptions(ws, options, context));
        reportStale(context, alignments);
        const lexicon = commitmentLexicon(ws);
        const sides = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
        const labels = labelsOfSides(sides, themes, ws.cache);
        const onTheme = ({ upstream, downstream }: CommitmentShift): boolean =>
          options.theme === undefined || [...upstream, ...downstream].some((id) => labels.has(id));
        const pairs = alignments.map((alignment) => {
          const report = compareCommitment(alignment, lexicon, labels, themes);
          return {
            upstream: alignment.upstream,
            downstream: alignment.downstream,
            summary: report.summary,
            grades: report.grades,
            shifts: report.shifts.filter(
              (shift) => (wanted?.has(shift.shift) ?? true) && onTheme(shift),
            ),
          };
        });
        const documents = distinctDocuments(sides);
        const placeOf = placeFinder(documents);
        if (options.format === 'json') emit(jsonText(commitmentJson(documents, pairs)));
        else if (isRowFormat(options.format)) {
          const rows = pairs.map((pair) => ({
            upstream: pair.upstream.name,
            downstream: pair.downstream.name,
            shifts: pair.shifts,
          }));
          emit(renderRows(commitmentRows(rows, placeOf), options.format, screen.language));
        } else {
          const evidence = options.evidence === true || wanted !== undefined;
          const view = analysisView(screen, ws);
          emit(renderCommitment(pairs, { themes, placeOf, evidence }, view));
        }
        return undefined;
      },
    ),
  );
}
