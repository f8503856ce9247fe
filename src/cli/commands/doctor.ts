import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { cachePlace, dataFilesOf, themesOf, type Workspace } from '../../pipeline/index.js';
import { VERSION } from '../../pipeline/version.js';
import { describeError, displayWidth, padEnd, UserError, wrapText } from '../../text/index.js';
import { action, type CommandContext, commandOf, type Run } from '../context.js';
import { type CommonOptions, languageOf } from '../io.js';
import { pagerCommand } from '../pager.js';

interface Fact {
  readonly name: string;
  readonly value: string;
  /** What is wrong; absent: nothing. */
  readonly trouble?: string;
}

/** `doctor`: what the program sees of its surroundings, and a ruler for the width of ambiguous characters. */
export function doctorCommand(context: CommandContext): Command {
  return commandOf(context, 'doctor', 'doctor.about').action(
    action<CommonOptions>(context, undefined, async (run) => {
      const facts = [
        ...programFacts(context),
        ...screenFacts(run, context),
        ...corpusFacts(run, context),
      ];
      facts.push(await modelFact(run, context));
      facts.push(cacheFact(run, context));
      const widest = Math.max(...facts.map(({ name }) => displayWidth(name)));
      const lines = facts.map(({ name, value, trouble }) => {
        const sign = trouble === undefined ? '  ' : '! ';
        return `${sign}${padEnd(name, widest)}  ${value}${trouble === undefined ? '' : ` (${trouble})`}`;
      });
      run.emit(`${lines.join('\n')}\n\n${ruler(run, context)}\n`);
      return undefined;
    }),
  );
}

function programFacts({ io, say }: CommandContext): Fact[] {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].flatMap((name) => {
    const value = io.env[name];
    return value === undefined || value === '' ? [] : [`${name}=${value}`];
  });
  return [
    { name: 'duibiao', value: VERSION },
    { name: 'Node.js', value: `${process.version} (${io.platform} ${process.arch})` },
    { name: say('doctor.locale'), value: locale.join(', ') || say('doctor.none') },
  ];
}

function screenFacts({ screen, options }: Run<CommonOptions>, { io, say }: CommandContext): Fact[] {
  const { isTTY, columns, rows } = io.stdout;
  const terminal = isTTY ? `${columns ?? '?'} × ${rows ?? '?'}` : say('doctor.noTerminal');
  const utf8 = /utf-?8/i.test(io.env.LC_ALL || io.env.LC_CTYPE || io.env.LANG || '');
  return [
    { name: say('doctor.language'), value: languageOf(io, options.lang) },
    {
      name: say('doctor.terminal'),
      value: terminal,
      ...(isTTY && !utf8 && io.platform !== 'win32' && { trouble: say('doctor.notUtf8') }),
    },
    { name: say('doctor.width'), value: String(screen.width) },
    {
      name: say('doctor.color'),
      value: `${say(screen.color ? 'yes' : 'no')}: ${colorReason(io, options, say)}`,
    },
    { name: say('doctor.pager'), value: pagerCommand(io.env) ?? say('doctor.none') },
  ];
}

function colorReason(
  io: CommandContext['io'],
  options: CommonOptions,
  say: CommandContext['say'],
): string {
  if (options.color === 'always' || options.color === 'never') return `--color ${options.color}`;
  if (io.env.NO_COLOR) return 'NO_COLOR';
  if (io.env.FORCE_COLOR !== undefined && io.env.FORCE_COLOR !== '0') return 'FORCE_COLOR';
  if (io.env.TERM === 'dumb') return 'TERM=dumb';
  return say(io.stdout.isTTY ? 'doctor.isTerminal' : 'doctor.noTerminal');
}

function corpusFacts(run: Run<CommonOptions>, context: CommandContext): Fact[] {
  const { say } = context;
  const fact = (name: string, value: (ws: Workspace) => string): Fact => {
    try {
      return { name, value: value(run.workspace()) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message } = describeError(error, run.screen.language);
      return { name, value: say('no'), trouble: message };
    }
  };
  return [
    fact(say('doctor.corpus'), (ws) =>
      say('doctor.corpusFound', {
        path: ws.corpus.embedded ? say('doctor.embedded') : ws.corpus.shownRoot,
        count: ws.entries().length,
      }),
    ),
    fact(say('doctor.themes'), (ws) =>
      themesOf(ws)
        .map((theme) => theme.id)
        .join(', '),
    ),
    fact(say('doctor.data'), dataFiles),
    fact(say('doctor.ownFit'), (ws) => ownFit(ws, context)),
  ];
}

function ownFit(ws: Workspace, { say }: CommandContext): string {
  const stored = ws.ownFit();
  if (stored === undefined) return say('doctor.none');
  const { decisions, heldOut } = stored.file;
  return say('doctor.ownFitFound', {
    path: stored.shown,
    count: decisions.yes + decisions.no,
    papers: decisions.papers,
    before: heldOut.before.right,
    after: heldOut.after.right,
  });
}

function dataFiles(ws: Workspace): string {
  const files = dataFilesOf(ws).map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`);
  // Read, so that a damaged one is found here.
  return [...files, `engine ${ws.engine().read().version}`].join(', ');
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}

/** The user's own model: which, whether it answers, and what is kept of it. */
async function modelFact(run: Run<CommonOptions>, { say }: CommandContext): Promise<Fact> {
  const name = say('doctor.model');
  const troubled = (error: unknown, value: string): Fact => {
    if (!(error instanceof UserError)) throw error;
    return { name, value, trouble: describeError(error, run.screen.language).message };
  };
  let model: ReturnType<Workspace['semantics']>;
  try {
    model = run.workspace().semantics();
  } catch (error) {
    return troubled(error, say('no'));
  }
  if (model === undefined) return { name, value: say('doctor.none') };
  const { setting } = model;
  const who =
    setting.type === 'server'
      ? say('doctor.modelServer', { model: setting.model, host: setting.host })
      : say('doctor.modelFolder', { folder: setting.shown });
  try {
    const kept = say('doctor.modelKept', { count: model.kept() });
    const answer =
      run.options.offline === true
        ? say('doctor.modelUnasked')
        : say('doctor.modelAnswers', { size: await model.probe() });
    return { name, value: [who, answer, kept].join(' · ') };
  } catch (error) {
    return troubled(error, who);
  }
}

function cacheFact({ options }: Run<CommonOptions>, { io, say }: CommandContext): Fact {
  const name = say('doctor.cache');
  if (options.cache === false) return { name, value: say('doctor.none') };
  const folder = cachePlace(io);
  if (folder === undefined) return { name, value: say('doctor.none') };
  return { name, value: folder, ...(!canMake(folder) && { trouble: say('doctor.readOnly') }) };
}

/** The folder, or the nearest one above it that is there, may be written to. */
function canMake(folder: string): boolean {
  const there = existsSync(folder);
  if (!there && dirname(folder) !== folder) return canMake(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Twenty characters whose width terminals disagree about, above two scales of 20 and 40 columns. */
function ruler({ screen }: Run<CommonOptions>, { say }: CommandContext): string {
  const sample = '“”‘’…—·①Ⅰ─'.repeat(2);
  const scale = (count: number): string =>
    Array.from(
      { length: count / 10 },
      (_, i) => `${'.'.repeat(9 - String((i + 1) * 10).length + 1)}${(i + 1) * 10}`,
    ).join('');
  const advice = (['doctor.ruler', 'doctor.rulerHow'] as const).flatMap((key) =>
    wrapText(say(key), screen.width, { ambiguousWidth: screen.ambiguousWidth }).map((line) =>
      line.trimEnd(),
    ),
  );
  const now = say('doctor.rulerNow', { width: screen.ambiguousWidth });
  return [
    advice[0],
    `  ${sample}|`,
    `  ${scale(20)}| 1`,
    `  ${scale(40)}| 2`,
    ...advice.slice(1),
    now,
  ].join('\n');
}
