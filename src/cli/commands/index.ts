import type { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { alignCommand } from './align.js';
import { checkCommand } from './check.js';
import { compareCommand } from './compare.js';
import { completeCommand, completionCommand } from './completion.js';
import { corpusCommand } from './corpus.js';
import { coverageCommand } from './coverage.js';
import { doctorCommand } from './doctor.js';
import { initCommand } from './init.js';
import { manCommand } from './man.js';
import { parseCommand } from './parse.js';
import { phrasesCommand } from './phrases.js';
import { reportCommand } from './report.js';
import { schemaCommand } from './schema.js';
import { startCommand } from './start.js';
import { targetsCommand } from './targets.js';
import { themesCommand } from './themes.js';

/** Every command, in the order of help. */
export const COMMANDS: readonly ((context: CommandContext) => Command)[] = [
  parseCommand,
  alignCommand,
  compareCommand,
  coverageCommand,
  themesCommand,
  phrasesCommand,
  targetsCommand,
  reportCommand,
  corpusCommand,
  checkCommand,
  initCommand,
  startCommand,
  doctorCommand,
  schemaCommand,
  completionCommand,
  manCommand,
  completeCommand,
];
