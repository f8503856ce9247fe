import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { RULES } from '../../check/index.js';
import { FINDINGS } from '../../findings/index.js';
import { CHECK_WORDS, type CliSay, type Phrase, phrase } from '../../messages/index.js';
import type { CheckReport } from '../../model/index.js';
import {
  configurationText,
  type GuardOptions,
  type GuardResult,
  guardCorpus,
  isShipped,
} from '../../pipeline/index.js';
import {
  checkJson,
  renderAnnotations,
  renderCheckMarkdown,
  renderFindings,
  renderJunit,
  sarifLog,
} from '../../render/check/index.js';
import { type AnalysisView, jsonText } from '../../render/index.js';
import { describeError, padEnd, UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf, tellOf } from '../context.js';
import { EXIT } from '../exit.js';
import type { CliIo, CommonOptions, Screen } from '../io.js';
import { analysisView } from './analysis.js';

const FORMATS = FINDINGS.check.formats;
/** Version of the tool as SARIF names it: that of the report's format. */
const TOOL_VERSION = '1.0.0';

interface CheckOptions extends CommonOptions {
  readonly config?: string;
  readonly lock?: string;
  readonly minCoverage?: readonly string[];
  readonly maxLostLinks?: string;
  readonly maxWarnings?: string;
  readonly since?: string;
  readonly update?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly printConfig?: boolean;
  readonly listRules?: boolean;
  readonly cache?: boolean;
  readonly summary?: string;
}

/** `check`: exit 1 for new errors, warnings or a threshold not met; notes never fail. */
export function checkCommand(context: CommandContext): Command {
  const { say } = context;
  const { io } = context;
  return declared(context, say).action(
    action<CheckOptions>(context, FORMATS, async ({ options, screen, workspace, emit }) => {
      if (options.listRules === true) {
        emit(ruleList(screen));
        return EXIT.done;
      }
      const ws = workspace();
      const wanted = guardOptions(options, io);
      if (options.printConfig === true) {
        emit(configurationText(ws, wanted));
        return EXIT.done;
      }
      if (options.update === true && options.since !== undefined)
        throw usage(phrase('usage/since-update'));
      if (options.fix === true && options.dryRun !== true && isShipped(ws))
        throw usage(phrase('usage/embedded'));
      if (isShipped(ws) && options.corpus === undefined) {
        if (options.since !== undefined || options.update === true)
          throw usage(phrase('usage/no-corpus'));
        io.stderr.write(`${say('check.shipped')}\n`);
      }
      const result = await guardCorpus(ws, wanted);
      tell(result, context, options);
      if (result.type === 'dry-run') emit(result.diff);
      if (result.type !== 'report') return EXIT.done;
      emit(printed(result.report, options, analysisView(screen, ws)));
      summarise(result.report, options, context, screen);
      return result.report.failed ? EXIT.found : EXIT.done;
    }),
  );
}

function declared(context: CommandContext, say: CliSay): Command {
  return commandOf(context, 'check', 'check.about', FORMATS)
    .option('--since <ref>', say('check.since'))
    .option('--update', say('check.update'))
    .option('--fix', say('check.fix'))
    .option('--dry-run', say('check.dry'))
    .option('--min-coverage <theme=share>', say('check.minCoverage'), collect)
    .option('--max-lost-links <n>', say('check.maxLost'))
    .option('--max-warnings <n>', say('check.maxWarnings'))
    .option('--all', say('check.all'))
    .option('--cache', say('check.cache'))
    .option('--summary <file>', say('check.summary'))
    .option('--config <file>', say('check.config'))
    .option('--lock <file>', say('check.lock'))
    .option('--print-config', say('check.printConfig'))
    .option('--list-rules', say('check.listRules'));
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function usage(problem: Phrase): Error {
  return new UserError('cli/usage', { problem, command: 'check ' });
}

/** Errors: `cli/bad-value`. */
function guardOptions(options: CheckOptions, io: CliIo): GuardOptions {
  const { config, lock, since } = options;
  const lost = countOf('--max-lost-links', options.maxLostLinks);
  const warnings = countOf('--max-warnings', options.maxWarnings);
  return {
    ...(config !== undefined && { config }),
    ...(lock !== undefined && { lock }),
    ...(since !== undefined && { since }),
    ...(lost !== undefined && { maxLostLinks: lost }),
    ...(warnings !== undefined && { maxWarnings: warnings }),
    minCoverage: sharesOf(options.minCoverage ?? []),
    fix: options.fix === true,
    dryRun: options.dryRun === true,
    update: options.update === true,
    keep: options.cache === true,
    today: todayOf(io),
  };
}

function countOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UserError('cli/bad-value', { value, option, allowed: '0, 1, 2 …' });
}

/** `housing=0.6`, `housing=60%`; several may stand in one value, separated by commas. */
function sharesOf(values: readonly string[]): Record<string, number> {
  const items = values.flatMap((value) => value.split(','));
  return Object.fromEntries(
    items.map((item): [string, number] => {
      const [, theme, figure, sign] = /^(.+)=(\d+(?:\.\d+)?)(%?)$/.exec(item.trim()) ?? [];
      const share = Number(figure) / (sign === '%' ? 100 : 1);
      if (theme !== undefined && share >= 0 && share <= 1) return [theme, share];
      throw new UserError('cli/bad-value', {
        value: item,
        option: '--min-coverage',
        allowed: phrase('allowed/share'),
      });
    }),
  );
}

/** What was done, and what could not be, on standard error. */
function tell(result: GuardResult, context: CommandContext, options: CheckOptions): void {
  const { io, language, say } = context;
  const wrote = (text: string): void => tellOf(context, options, text);
  if (result.type === 'dry-run') return;
  if (result.fixed !== undefined) wrote(say('check.fixed', { ...result.fixed }));
  if (result.type === 'update') wrote(say('check.updated', { path: result.lock, ...result.size }));
  else if (result.missingBase !== undefined) {
    const { revision, error } = result.missingBase;
    const reason =
      error === undefined ? say('check.noCorpusThen') : describeError(error, language).message;
    io.stderr.write(`${say('check.noBase', { ref: revision, reason })}\n`);
  }
}

function summarise(
  report: CheckReport,
  options: CheckOptions,
  context: CommandContext,
  screen: Screen,
): void {
  const { io, say } = context;
  const summary =
    options.summary ?? (options.format === 'github' ? io.env.GITHUB_STEP_SUMMARY : '');
  if (summary === undefined || summary === '') return;
  appendTo(io, summary, renderCheckMarkdown(report, screen.language));
  // A server's own file is not the user's.
  if (options.summary !== undefined)
    tellOf(context, options, say('output.appended', { file: summary }));
}

/** Errors: `cli/unwritable`. */
function appendTo(io: CliIo, path: string, text: string): void {
  try {
    appendFileSync(resolve(io.cwd, path), text);
  } catch (error) {
    const { code: reason = 'EIO' } = error as NodeJS.ErrnoException;
    throw new UserError('cli/unwritable', { path, reason }, { cause: error });
  }
}

/** The day ignores are judged by; SOURCE_DATE_EPOCH holds it still for builds that must repeat. */
function todayOf({ env }: CliIo): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
  return new Date(now).toISOString().slice(0, 10);
}

function printed(report: CheckReport, options: CheckOptions, screen: AnalysisView): string {
  const { language } = screen;
  switch (options.format as (typeof FORMATS)[number]) {
    case 'terminal':
      return renderFindings(report, { ...screen, all: options.all === true });
    case 'json':
      return jsonText(checkJson(report));
    case 'sarif':
      return jsonText(sarifLog(report, RULES, TOOL_VERSION));
    case 'junit':
      return renderJunit(report, language);
    case 'github':
      return renderAnnotations(report, language);
    case 'markdown':
      return renderCheckMarkdown(report, language);
    default:
      throw new Error(`no renderer for ${options.format satisfies never | string | undefined}`);
  }
}

function ruleList({ language }: Screen): string {
  return RULES.map(
    ({ id, severity, title, fixable }) =>
      `${id.padEnd(24)} ${padEnd(CHECK_WORDS[language][severity], 8)}${fixable === true ? 'fix ' : '    '}${title[language]}\n`,
  ).join('');
}
