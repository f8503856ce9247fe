import type { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { alignCommand } from './align.js';
import { bodiesCommand } from './bodies.js';
import { briefCommand } from './brief.js';
import { checkCommand } from './check.js';
import { commitmentCommand } from './commitment.js';
import { compareCommand } from './compare.js';
import { completeCommand, completionCommand } from './completion.js';
import { corpusCommand } from './corpus.js';
import { coverageCommand } from './coverage.js';
import { doctorCommand } from './doctor.js';
import { evalCommand } from './eval.js';
import { explainCommand } from './explain.js';
import { findCommand } from './find.js';
import { fitCommand } from './fit.js';
import { initCommand } from './init.js';
import { manCommand } from './man.js';
import { matrixCommand } from './matrix.js';
import { parseCommand } from './parse.js';
import { phrasesCommand } from './phrases.js';
import { reportCommand } from './report.js';
import { reviewCommand } from './review.js';
import { schemaCommand } from './schema.js';
import { sourcesCommand } from './sources.js';
import { startCommand } from './start.js';
import { statsCommand } from './stats.js';
import { targetsCommand } from './targets.js';
import { themesCommand } from './themes.js';
import { traceCommand } from './trace.js';
import { workerCommand } from './worker.js';

/** Every command, in the order of help. */
export const COMMANDS: readonly ((context: CommandContext) => Command)[] = [
  parseCommand,
  alignCommand,
  compareCommand,
  briefCommand,
  coverageCommand,
  themesCommand,
  traceCommand,
  phrasesCommand,
  targetsCommand,
  commitmentCommand,
  bodiesCommand,
  statsCommand,
  sourcesCommand,
  findCommand,
  reportCommand,
  matrixCommand,
  workerCommand,
  reviewCommand,
  fitCommand,
  corpusCommand,
  checkCommand,
  explainCommand,
  evalCommand,
  initCommand,
  startCommand,
  doctorCommand,
  schemaCommand,
  completionCommand,
  manCommand,
  completeCommand,
];
