import type { Command } from 'commander';
import type { RowFilters } from '../../findings/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import { type CommandContext, checkChoice } from '../context.js';

export const ONLY = ['missing', 'local', 'changed'] as const;

/** Which rows of a comparison are asked for. */
export interface FilterOptions {
  readonly theme?: string;
  readonly section?: string;
  readonly relation?: string;
  readonly only?: string;
}

export function addFilterOptions(command: Command, { say }: CommandContext): Command {
  return command
    .option('--theme <id>', say('option.theme'))
    .option('--section <up:down>', say('compare.section'))
    .option('--relation <relations>', say('compare.relation'))
    .option('--only <what>', say('compare.only'));
}

/** Errors: `cli/bad-value`. */
export function rowFilters({ relation, only }: FilterOptions): RowFilters {
  checkChoice('--only', only, ONLY);
  const relations = relation?.split(/[,，]/) as SentenceRelation[] | undefined;
  for (const own of relations ?? []) checkChoice('--relation', own, SENTENCE_RELATIONS);
  return {
    ...(relations && { relations }),
    ...(only !== undefined && { only: only as (typeof ONLY)[number] }),
  };
}
