import { appendFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  compareStates,
  fingerprintsOf,
  judge,
  RULES,
  rawFindings,
  type Snapshot,
  snapshotOf,
} from '../../check/index.js';
import { configText, lockText } from '../../corpus/index.js';
import { FINDINGS } from '../../findings/index.js';
import type { CheckReport } from '../../model/index.js';
import type { Workspace } from '../../pipeline.js';
import {
  checkJson,
  renderAnnotations,
  renderCheckMarkdown,
  renderFindings,
  renderJunit,
  sarifLog,
} from '../../render/check/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf, writeWhole } from '../context.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { CliIo, CommonOptions, Screen } from '../io.js';
import { acceptedPairs, comparable, gatherBase, openLock, outdated } from './check-base.js';
import { type CheckCache, openCache } from './check-cache.js';
import { fixDiff, fixedFiles, writeFixed } from './check-fix.js';
import { type Configured, configure, type SettingOptions } from './check-settings.js';
import { type Gathered, gatherState } from './check-state.js';
import { type CheckSay, checkSay } from './check-words.js';

const FORMATS = FINDINGS.check.formats;
/** Version of the tool as SARIF names it: that of the report's format. */
const TOOL_VERSION = '1.0.0';
/** Mending one thing may uncover another (a page number between two blanks); this many rounds settle any text. */
const MOST_ROUNDS = 3;

interface CheckOptions extends CommonOptions, SettingOptions {
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
  const say = checkSay(context);
  return commandOf(context, 'check', 'about', FORMATS)
    .description(say('check.about'))
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
    .option('--list-rules', say('check.listRules'))
    .action(
      action<CheckOptions>(context, FORMATS, async ({ options, screen, workspace, emit }) => {
        if (options.listRules === true) {
          emit(ruleList(screen));
          return EXIT.done;
        }
        const ws = workspace();
        const configured = configure(ws, options);
        if (options.printConfig === true) {
          emit(configText(configured.config));
          return EXIT.done;
        }
        if (options.update === true && options.since !== undefined)
          throw new UserError('cli/usage', {
            problem: say('check.sinceUpdate'),
            command: 'check ',
          });
        const cachePath = join(ws.cwd, '.duibiao-cache', 'check.json');
        const cache = openCache(options.cache === true ? cachePath : undefined);
        const run = { ws, options, configured, cache, say, io: context.io, screen, emit };
        const code = options.dryRun === true ? await dryRun(run) : await check(run);
        cache.save();
        return code;
      }),
    );
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

interface CheckRun {
  readonly ws: Workspace;
  readonly options: CheckOptions;
  readonly configured: Configured;
  readonly cache: CheckCache;
  readonly say: CheckSay;
  readonly io: CliIo;
  readonly screen: Screen;
  readonly emit: (text: string) => void;
}

function gather({ ws, configured, cache }: CheckRun): Promise<Gathered> {
  const { pairs } = configured.config;
  return gatherState(ws, { cache, ...(pairs !== undefined && { pairs }) });
}

async function dryRun(run: CheckRun): Promise<ExitCode> {
  const { state } = await gather(run);
  run.emit(fixDiff(fixedFiles(run.ws, state)));
  return EXIT.done;
}

async function check(run: CheckRun): Promise<ExitCode> {
  const { options, io } = run;
  let gathered = await gather(run);
  if (options.fix === true) gathered = await fix(run, gathered);
  if (options.update === true) {
    update(run, gathered);
    return EXIT.done;
  }
  const report = await judged(run, gathered);
  run.emit(printed(report, run));
  const summary =
    options.summary ?? (options.format === 'github' ? io.env.GITHUB_STEP_SUMMARY : '');
  if (summary !== undefined && summary !== '')
    appendFileSync(resolve(io.cwd, summary), renderCheckMarkdown(report, run.screen.language));
  return report.failed ? EXIT.found : EXIT.done;
}

async function fix(run: CheckRun, first: Gathered): Promise<Gathered> {
  const { ws, say, io } = run;
  if (ws.corpus.embedded && relative(ws.cwd, ws.corpus.root).startsWith('..'))
    throw new UserError('cli/usage', { problem: say('check.embedded'), command: 'check ' });
  let gathered = first;
  let count = 0;
  const paths = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const files = fixedFiles(ws, gathered.state);
    if (files.length === 0) break;
    writeFixed(files);
    for (const file of files) {
      paths.add(file.path);
      count += file.count;
    }
    gathered = await gather(run);
  }
  io.stderr.write(`${say('check.fixed', { count, files: paths.size })}\n`);
  return gathered;
}

function update({ configured, io, say }: CheckRun, { state, engine }: Gathered): void {
  const { lockPath, shownLock } = configured;
  const findings = fingerprintsOf(rawFindings(state));
  writeWhole(lockPath, lockText({ engine, findings, ...snapshotOf(state) }));
  const links = state.pairs.reduce((sum, pair) => sum + pair.links.length, 0);
  const said = say('check.updated', { path: shownLock, links, findings: findings.length });
  io.stderr.write(`${said}\n`);
}

async function judged(run: CheckRun, gathered: Gathered): Promise<CheckReport> {
  const { ws, options, configured, cache, say, io } = run;
  const { settings, config, lockPath, shownLock } = configured;
  const lock = openLock(lockPath, shownLock);
  const sameEngine = lock?.engine === gathered.engine;
  const known = new Set(lock?.findings ?? []);
  let before: Snapshot | undefined = sameEngine ? lock : undefined;
  let changed: readonly string[] | undefined;
  if (options.since !== undefined) {
    const pairs = config.pairs;
    const base = await gatherBase(ws, options.since, {
      cache,
      ...(pairs !== undefined && { pairs }),
    });
    changed = base.changed;
    before = base.gathered && snapshotOf(base.gathered.state);
    for (const print of base.gathered ? fingerprintsOf(rawFindings(base.gathered.state)) : [])
      known.add(print);
    if (base.problem !== undefined) {
      const reason = base.problem || say('check.noCorpusThen');
      io.stderr.write(`${say('check.noBase', { ref: options.since, reason })}\n`);
    }
  }
  const engineChanged = options.since === undefined && lock !== undefined && !sameEngine;
  return judge({
    state: gathered.state,
    comparison: compareStates(before && comparable(before, gathered), gathered.state),
    settings,
    known,
    acceptedPairs: options.since === undefined ? new Set() : acceptedPairs(lock, gathered),
    remarks: engineChanged ? [outdated(shownLock)] : [],
    ...(changed !== undefined && { changed }),
    today: todayOf(io),
  });
}

/** The day ignores are judged by; SOURCE_DATE_EPOCH holds it still for builds that must repeat. */
function todayOf({ env }: CliIo): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
  return new Date(now).toISOString().slice(0, 10);
}

function printed(report: CheckReport, { options, screen }: CheckRun): string {
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
      `${id.padEnd(24)} ${severity.padEnd(8)}${fixable === true ? 'fix ' : '    '}${title[language]}\n`,
  ).join('');
}
