import type { Command } from 'commander';
import { REVIEW_WORDS, wordPhrase } from '../../messages/index.js';
import { type ImportResult, importReview } from '../../pipeline/index.js';
import { harmless, TRUNCATION_MARKS, truncate, UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { dayOf } from '../epoch.js';
import { namesOption } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

interface ImportOptions extends ReadingOptions {
  readonly by?: string;
  readonly up?: string;
  readonly down?: string;
}

/** `review import <file…>`: filled sheets into `links.yaml`, row by row, whole or not at all. */
export function importReviewCommand(context: CommandContext): Command {
  const { io, say } = context;
  const command = commandOf(context, 'import', 'review.import.about')
    .argument('<file...>', say('review.files'))
    .option('--by <names>', say('review.by'))
    .option('--up <path>', say('review.up'))
    .option('--down <path>', say('review.down'))
    .option('--links <file>', say('option.links'));
  return addReadingOptions(command, context).action(
    action<ImportOptions>(context, undefined, async ({ options, workspace, emit }, ...files) => {
      const ws = workspace();
      const result = await importReview(ws, files, {
        ...readOptions(ws, options, context),
        up: options.up,
        down: options.down,
        by: namesOption(options.by),
        at: dayOf(io),
      });
      const lines = reportLines(result, context);
      const count = result.rows.filter(({ outcome }) => outcome === 'wrong').length;
      if (count === 0) {
        emit(`${lines.join('\n')}\n`);
        return undefined;
      }
      io.stderr.write(`${lines.join('\n')}\n`);
      throw new UserError('review/bad-rows', { count });
    }),
  );
}

/** Columns of a sentence in a list of disagreements. */
const TEXT_WIDTH = 60;

function reportLines(result: ImportResult, { say, language }: CommandContext): string[] {
  const rows = result.rows.flatMap((row) => {
    const outcome = outcomeOf(row, { say, language });
    const { file, line, id } = row;
    return outcome === undefined
      ? []
      : [say('review.row', { file, line, id: harmless(id), outcome })];
  });
  const differing = result.disagreements.flatMap(({ id, text, said }) => [
    say('review.disagreement', {
      id,
      text: truncate(harmless(text), TEXT_WIDTH, TRUNCATION_MARKS[language]),
    }),
    ...said.map(({ by, chosen }) =>
      say('review.said', { by, chosen: chosen.join(' ') || say('review.nothing') }),
    ),
  ]);
  const { kappa, saved } = result;
  const count = (outcome: string): number =>
    result.rows.filter((row) => row.outcome === outcome).length;
  return [
    ...rows,
    ...differing,
    ...(kappa === undefined ? [] : [say('review.kappa', { kappa: kappa.toFixed(2) })]),
    ...(saved === undefined
      ? []
      : [
          say('review.summary', {
            path: saved.path,
            written: saved.written,
            replaced: saved.replaced,
            rows: result.rows.filter(({ decisions }) => decisions > 0).length,
            empty: count('empty'),
          }),
        ]),
  ];
}

function outcomeOf(
  { outcome, decisions, problem }: ImportResult['rows'][number],
  { say, language }: Pick<CommandContext, 'say' | 'language'>,
): string | undefined {
  const { answers } = REVIEW_WORDS[language];
  switch (outcome) {
    case 'empty':
      return undefined;
    case 'wrong':
      return say('review.wrong', {
        problem: problem === undefined ? '' : wordPhrase(problem, language),
      });
    case 'other':
      return say('review.other');
    case 'note':
      return say('review.noted');
    case 'clauses':
      return say('review.clausesAlone', { count: decisions });
    default: {
      const answer = outcome === 'decision' ? say('review.decision') : answers[outcome];
      return decisions === 0
        ? say('review.alone', { answer })
        : say('review.taken', { answer, count: decisions });
    }
  }
}
