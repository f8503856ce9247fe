import type { Command } from 'commander';
import { LEVELS, type Level } from '../../model/index.js';
import { addressMaker, type LevelChoice, type Workspace } from '../../pipeline/index.js';
import type { AnalysisView } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { type CommandContext, checkChoice } from '../context.js';
import type { Screen } from '../io.js';

export function analysisView(screen: Screen, ws: Workspace): AnalysisView {
  return { ...screen, addressOf: addressMaker(ws) };
}

/** Values of an option that takes several, checked. Errors: `cli/bad-value`. */
export function listOption(
  option: string,
  text: string | undefined,
  allowed: readonly string[],
): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  const values = text.split(/[,，、]/).map((value) => value.trim());
  for (const value of values) checkChoice(option, value, allowed);
  return new Set(values);
}

/** Names of sides or documents, separated by commas. */
export function namesOption(text: string | undefined): readonly string[] | undefined {
  return text?.split(/[,，]/).map((name) => name.trim());
}

/** A whole number of at least 1. Errors: `cli/bad-value`. */
export function countOption(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UserError('cli/bad-value', { value: text, option, allowed: '1, 2, 3 …' });
}

/** Which levels are compared, as they are stored. */
export interface LevelOptions {
  readonly from?: string;
  readonly to?: string;
}

export function addLevelOptions(command: Command, { say }: CommandContext): Command {
  return command
    .option('--from <levels>', say('levels.from'))
    .option('--to <levels>', say('levels.to'));
}

/** Errors: `cli/bad-value`. */
export function levelChoice({ from, to }: LevelOptions): LevelChoice {
  return { from: levelsOption('--from', from), to: levelsOption('--to', to) };
}

/** Levels, separated by commas. Errors: `cli/bad-value`. */
export function levelsOption(
  option: string,
  text: string | undefined,
): ReadonlySet<Level> | undefined {
  return listOption(option, text, LEVELS) as ReadonlySet<Level> | undefined;
}
