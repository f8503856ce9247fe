import type { Command } from 'commander';
import {
  documentStats,
  FINDINGS,
  renderStats,
  statsJson,
  statsRows,
} from '../../findings/index.js';
import type { SentenceUnit, Side } from '../../model/index.js';
import {
  alignPair,
  corpusChain,
  labelsOfSides,
  readSide,
  sideAbove,
  themesOf,
  tokensOfSides,
  type Workspace,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { analysisView, countOption } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.stats.formats;

/** A table on half a screen. */
const USUAL_TERMS = 15;

interface StatsOptions extends ReadingOptions {
  readonly against?: string;
  readonly terms?: string;
}

/** `stats [docs…]`: size, themes, reuse, distinctive terms. */
export function statsCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'stats', 'stats.about', FORMATS)
    .argument('[documents...]', say('stats.documents'))
    .option('--against <name>', say('stats.against'))
    .option('--terms <n>', say('stats.terms'));
  return addReadingOptions(command, context).action(
    action<StatsOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const limit = countOption('--terms', options.terms) ?? USUAL_TERMS;
        const ws = workspace();
        const themes = themesOf(ws);
        const reading = readOptions(ws, options, context);
        const found = [];
        for (const name of names.length > 0 ? names : corpusChain(ws)) {
          const side = await readSide(ws, name, reading);
          const above = await aboveOf(ws, side, options.against, reading);
          const alignment = above === undefined ? undefined : alignPair(ws, above, side);
          if (alignment !== undefined) reportStale(context, [alignment]);
          const labels = labelsOfSides([side], themes, ws.cache);
          const words = above === undefined ? undefined : await wordsOf(ws, [above, side]);
          for (const document of side.documents) {
            found.push({
              document,
              stats: documentStats(document, labels, themes, {
                limit,
                ...(alignment !== undefined && { above: alignment }),
                ...(words !== undefined && { words }),
              }),
              ...(above !== undefined && { against: above.name }),
            });
          }
        }
        if (options.format === 'json') emit(jsonText(statsJson(found)));
        else if (isRowFormat(options.format))
          emit(renderRows(statsRows(found), options.format, screen.language));
        else emit(renderStats(found, themes, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

/** The side named by `--against`, else the corpus's alias of the level above; never the side itself. */
async function aboveOf(
  ws: Workspace,
  side: Side,
  against: string | undefined,
  reading: Parameters<typeof readSide>[2],
): Promise<Side | undefined> {
  const [document] = side.documents;
  const name = against ?? (document === undefined ? undefined : sideAbove(ws, document));
  return name === undefined || name === side.name ? undefined : readSide(ws, name, reading);
}

/** Words of two Han characters or more: single ones are particles and pieces of names. */
async function wordsOf(
  ws: Workspace,
  sides: readonly Side[],
): Promise<(sentence: SentenceUnit) => readonly string[]> {
  const tokenize = await tokensOfSides(ws, sides);
  return ({ text, markerLength }) =>
    tokenize(text.slice(markerLength))
      .filter((token) => token.kind === 'word' && token.text.length >= 2)
      .map((token) => token.text);
}
