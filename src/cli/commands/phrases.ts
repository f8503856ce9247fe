import type { Command } from 'commander';
import {
  FINDINGS,
  phraseRows,
  phrasesJson,
  renderPhrase,
  renderPhrases,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import type { PhraseStatus } from '../../model/index.js';
import { type PhrasesResult, phrasesOf, plainFolder, sidesNamed } from '../../pipeline/index.js';
import {
  type AnalysisView,
  isRowFormat,
  jsonText,
  placeFinder,
  renderRows,
} from '../../render/index.js';
import { nearest, UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import {
  addLevelOptions,
  analysisView,
  countOption,
  type LevelOptions,
  levelChoice,
  listOption,
} from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.phrases.formats;

const SOURCES = ['seed', 'quoted', 'repeated'] as const;
const STATUSES = ['identical', 'variant', 'absent'] as const satisfies readonly PhraseStatus[];
/** Fills a screen or two; machine formats give all. */
const USUAL_LIMIT = 40;

interface PhrasesOptions extends ReadingOptions, LevelOptions {
  readonly phrase?: string;
  readonly limit?: string;
  readonly source?: string;
  readonly status?: string;
}

/** `phrases [docs…]`: set phrases and who carries them; `--phrase` looks one up. */
export function phrasesCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'phrases', 'phrases.about', FORMATS)
    .argument('[documents...]', say('phrases.documents'))
    .option('--phrase <text>', say('phrases.phrase'))
    .option('--source <sources>', say('phrases.source'))
    .option('--status <statuses>', say('phrases.status'))
    .option('--limit <n>', say('phrases.limit'));
  return addReadingOptions(addLevelOptions(command, context), context).action(
    action<PhrasesOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...given) => {
        const sources = listOption('--source', options.source, SOURCES);
        const statuses = listOption('--status', options.status, STATUSES);
        const limit = countOption('--limit', options.limit);
        const phrase = phraseOf(options.phrase);
        const ws = workspace(true);
        const names = sidesNamed(ws, given, plainFolder(context.io.cwd, options.corpus));
        const found = await phrasesOf(ws, names, {
          ...readOptions(ws, options, context),
          ...levelChoice(options),
          ...(sources !== undefined && { sources }),
          ...(statuses !== undefined && { statuses }),
          ...(phrase !== undefined && { phrase }),
        });
        reportDoubts(context, { options, screen, emit }, found.documents);
        emit(drawn(found, options.format, limit, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

function drawn(
  { documents, phrases, absent, lookedUp }: PhrasesResult,
  format: string | undefined,
  limit: number | undefined,
  view: AnalysisView,
): string {
  const placeOf = placeFinder(documents);
  const kept = limit === undefined ? phrases : phrases.slice(0, limit);
  if (format === 'json') return jsonText(phrasesJson(documents, kept, absent()));
  if (isRowFormat(format)) return renderRows(phraseRows(kept, placeOf), format, view.language);
  const [phrase] = kept;
  if (lookedUp === undefined || phrase === undefined)
    return renderPhrases(phrases, { ...view, limit: limit ?? USUAL_LIMIT });
  const similar = phrase.first === undefined ? nearest(lookedUp.text, lookedUp.others()) : [];
  return renderPhrase(phrase, similar, placeOf, view);
}

/** Errors: `cli/bad-value` for a phrase of less than two characters, which would be everywhere. */
function phraseOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if ((trimmed.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2) return trimmed;
  throw new UserError('cli/bad-value', {
    value: text,
    option: '--phrase',
    allowed: phrase('allowed/phrase'),
  });
}
