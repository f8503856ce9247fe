import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { contentKey } from '../../corpus/index.js';
import { buildReport, FINDINGS } from '../../findings/index.js';
import {
  type Alignment,
  type Report,
  type ReportHead,
  SENTENCE_RELATIONS,
  type SentenceRelation,
  type Theme,
} from '../../model/index.js';
import {
  alignedPairs,
  comparisonTools,
  labelsOfSides,
  phraseLexicon,
  targetLexicon,
  themesOf,
  type Workspace,
} from '../../pipeline.js';
import {
  FIGURES,
  type Figure,
  REPORT_RENDERERS,
  type ReportRenderer,
  reportRenderer,
} from '../../render/report/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf, writeOutput } from '../context.js';
import type { CliIo, CommonOptions, Language } from '../io.js';
import { type ReportWord, reportWord } from './report-words.js';
import { selectThemes } from './selection.js';

const { version: VERSION } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string };

interface ReportCommandOptions extends CommonOptions {
  readonly figure?: string;
  readonly trackChanges?: boolean;
  readonly theme?: string;
  readonly minRelation?: string;
  readonly force?: boolean;
  readonly encoding?: string;
  readonly single?: boolean;
}

/** 1 January 1980, the earliest time a zip archive can state: files without a clock. */
const EARLIEST = 315_532_800;
const FORMATS = FINDINGS.report.formats;
const ENDINGS = REPORT_RENDERERS.flatMap(({ extensions }) => extensions);

/** `report <up> <down> [down2] -o <file>`: the comparison as a file to hand on. */
export function reportCommand(context: CommandContext): Command {
  const { say } = context;
  const word = wordIn(say('error') === '错误' ? 'zh' : 'en');
  const command = commandOf(context, 'report', 'about')
    .description(word('about'))
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .argument('[down2]', word('down2'))
    .option('-o, --output <file>', word('output'))
    .option('-f, --format <name>', word('format', { values: FORMATS.join(', ') }))
    .option('--figure <name>', word('figure', { values: FIGURES.join(', ') }))
    .option('--track-changes', word('track'))
    .option('--theme <id>', word('theme'))
    .option('--min-relation <relation>', word('minRelation'))
    .option('--single', say('option.single'))
    .option('--encoding <name>', say('option.encoding'))
    .option('--force', say('option.force'));
  return command.action(
    action<ReportCommandOptions>(
      context,
      undefined,
      async ({ options, screen, workspace }, ...names) => {
        const renderer = rendererOf(options, word);
        checkTarget(options, renderer, context.io, word);
        const progress = progressOf(context.io);
        progress(word('aligning'));
        const report = await reportOf(workspace(), names.filter(Boolean), options, context.io);
        progress(word('rendering'));
        const content = renderer.render(report, {
          language: screen.language,
          epoch: epochOf(context.io),
          trackChanges: options.trackChanges === true,
          ...(options.figure !== undefined && { figure: options.figure as Figure }),
        });
        progress('');
        deliver(content, options.output, context.io, word);
        return undefined;
      },
    ),
  );
}

type Word = (key: ReportWord, values?: Readonly<Record<string, string | number>>) => string;

function wordIn(language: Language): Word {
  return (key, values) => reportWord(language, key, values);
}

/** Errors: `cli/bad-value`, `cli/usage` where no format is named. */
function rendererOf(options: ReportCommandOptions, word: Word): ReportRenderer {
  const { format, figure, output } = options;
  checkChoice('--format', format, FORMATS);
  checkChoice('--figure', figure, FIGURES);
  checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
  const toFile = output !== undefined && output !== '-';
  const renderer = reportRenderer(
    format ?? (figure !== undefined && !toFile ? 'svg' : undefined),
    toFile ? output : undefined,
  );
  if (renderer === undefined) {
    const problem = toFile
      ? word('unknownEnding', { file: output, endings: ENDINGS.join(', ') })
      : word('noFormat', { values: [...FORMATS, ...ENDINGS].join(', ') });
    throw usage(problem);
  }
  if (figure !== undefined && renderer.format !== 'svg') {
    throw usage(word('figureFormat', { format: renderer.format }));
  }
  return renderer;
}

/** Before any work is done: is there a place for the result? */
function checkTarget(
  { output, force }: ReportCommandOptions,
  renderer: ReportRenderer,
  io: CliIo,
  word: Word,
): void {
  if (output === undefined || output === '-') {
    if (renderer.binary && io.stdout.isTTY) {
      throw usage(word('binary', { format: renderer.format.toUpperCase() }));
    }
    return;
  }
  if (force !== true && existsSync(resolve(io.cwd, output))) {
    throw usage(word('exists', { file: output }));
  }
}

function usage(problem: string): Error {
  return new UserError('cli/usage', { problem, command: 'report ' });
}

async function reportOf(
  ws: Workspace,
  names: readonly string[],
  options: ReportCommandOptions,
  io: CliIo,
): Promise<Report> {
  const themes = selectThemes(themesOf(ws), options.theme);
  const alignments = await alignedPairs(ws, names, {
    stdin: io.stdin,
    ...(options.single === true && { single: true }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
  });
  const sides = alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]);
  const minRelation = (options.minRelation ?? 'paraphrased') as SentenceRelation;
  return buildReport({
    alignments,
    labels: labelsOfSides(sides, themes, ws.cache),
    themes,
    tools: await comparisonTools(ws, alignments),
    targets: targetLexicon(ws),
    phrases: phraseLexicon(ws),
    head: headOf(ws, alignments, themes, minRelation),
    minRelation,
  });
}

function headOf(
  ws: Workspace,
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  minRelation: SentenceRelation,
): ReportHead {
  const documents = alignments.flatMap(({ upstream, downstream }) => [
    ...upstream.documents,
    ...downstream.documents,
  ]);
  return {
    program: 'duibiao',
    version: VERSION,
    data: contentKey(
      ws.alignKey(),
      JSON.stringify(themes),
      JSON.stringify([...ws.commitment()]),
      JSON.stringify(ws.setPhrases()),
    ),
    texts: contentKey(...documents.flatMap(({ sentences }) => sentences.map(({ text }) => text))),
    configuration: {
      'min-relation': minRelation,
      themes: themes.map(({ id }) => id).join(' '),
    },
  };
}

/** Errors: `cli/bad-value` where SOURCE_DATE_EPOCH is no number of seconds. */
function epochOf(io: CliIo): number {
  const stated = io.env.SOURCE_DATE_EPOCH;
  if (stated === undefined || stated === '') return EARLIEST;
  if (/^\d{1,11}$/.test(stated)) return Math.max(EARLIEST, Number(stated));
  throw new UserError('cli/bad-value', {
    value: stated,
    option: 'SOURCE_DATE_EPOCH',
    allowed: 'seconds since 1970',
  });
}

/** What is being done, on a terminal only; the empty text clears the line. */
function progressOf(io: CliIo): (text: string) => void {
  const shown = io.stderr.isTTY && !io.env.CI;
  return (text) => {
    if (shown) io.stderr.write(`\r\u001b[K${text}`);
  };
}

function deliver(
  content: string | Uint8Array,
  output: string | undefined,
  io: CliIo,
  word: Word,
): void {
  if (output === undefined || output === '-') {
    // The stream takes bytes as well; its type only names what most commands write.
    io.stdout.write(content as string);
    return;
  }
  writeOutput(io, output, content);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (io.stderr.isTTY) {
    io.stderr.write(`${word('wrote', { file: output, size: Math.ceil(bytes.length / 1000) })}\n`);
  }
}
