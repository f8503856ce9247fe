import type { Command } from 'commander';
import {
  absentSeeds,
  createPhraseIndex,
  FINDINGS,
  findPhrases,
  lookUpPhrase,
  phraseRows,
  phrasesJson,
  renderPhrase,
  renderPhrases,
} from '../../findings/index.js';
import type { Phrase, PhraseStatus, Side } from '../../model/index.js';
import { corpusSide, distinctDocuments, phraseLexicon, readSide } from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { nearest, UserError } from '../../text/index.js';
import { action, type CommandContext } from '../context.js';
import { analysisCommand, analysisView, countOption, listOption } from './analysis.js';
import { analysisWord } from './analysis-words.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.phrases.formats;

const SOURCES = ['seed', 'quoted', 'repeated'] as const;
const STATUSES = ['identical', 'variant', 'absent'] as const satisfies readonly PhraseStatus[];
/** Fills a screen or two; machine formats give all. */
const USUAL_LIMIT = 40;

interface PhrasesOptions extends ReadingOptions {
  readonly phrase?: string;
  readonly limit?: string;
  readonly source?: string;
  readonly status?: string;
}

/** `phrases [docs…]`: set phrases and who carries them; `--phrase` looks one up. */
export function phrasesCommand(context: CommandContext): Command {
  const word = analysisWord(context);
  const command = analysisCommand(context, 'phrases', 'phrases.about', FORMATS)
    .argument('[documents...]', word('phrases.documents'))
    .option('--phrase <text>', word('phrases.phrase'))
    .option('--source <sources>', word('phrases.source'))
    .option('--status <statuses>', word('phrases.status'))
    .option('--limit <n>', word('phrases.limit'));
  return addReadingOptions(command, context).action(
    action<PhrasesOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const sources = listOption('--source', options.source, SOURCES);
        const statuses = listOption('--status', options.status, STATUSES);
        const limit = countOption('--limit', options.limit);
        const wanted = phraseOf(options.phrase);
        const ws = workspace();
        const sides: Side[] = [];
        if (names.length === 0) sides.push(await corpusSide(ws));
        for (const name of names)
          sides.push(await readSide(ws, name, readOptions(ws, options, context)));
        const documents = distinctDocuments(sides);
        const index = createPhraseIndex(documents);
        const lexicon = phraseLexicon(ws);
        const placeOf = placeFinder(documents);
        const view = analysisView(screen, ws);
        const found = (): Phrase[] =>
          findPhrases(index, lexicon).filter(
            (phrase) =>
              (sources === undefined || phrase.sources.some((source) => sources.has(source))) &&
              (statuses === undefined || hasBelow(phrase, statuses)),
          );
        const phrases =
          wanted === undefined ? found() : [lookUpPhrase(index, wanted, variantsOf(wanted))];
        const kept = limit === undefined ? phrases : phrases.slice(0, limit);
        if (options.format === 'json') {
          const absent = absentSeeds(index, lexicon).map(({ text }) => text);
          emit(jsonText(phrasesJson(documents, kept, absent)));
        } else if (isRowFormat(options.format))
          emit(renderRows(phraseRows(kept, placeOf), options.format, screen.language));
        else if (wanted === undefined)
          emit(renderPhrases(phrases, { ...view, limit: limit ?? USUAL_LIMIT }));
        else {
          const [phrase] = kept;
          const similar =
            phrase!.first === undefined
              ? nearest(
                  wanted,
                  found().map(({ text }) => text),
                )
              : [];
          emit(renderPhrase(phrase!, similar, placeOf, view));
        }
        return undefined;

        function variantsOf(text: string): readonly string[] {
          const seed = lexicon.seeds.find(
            (each) => each.text === text || each.variants.includes(text),
          );
          return seed === undefined
            ? []
            : [seed.text, ...seed.variants].filter((other) => other !== text);
        }
      },
    ),
  );
}

/** Errors: `cli/bad-value` for a phrase of less than two characters, which would be everywhere. */
function phraseOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if ((trimmed.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2) return trimmed;
  throw new UserError('cli/bad-value', {
    value: text,
    option: '--phrase',
    allowed: '高质量发展, 房住不炒 …',
  });
}

/** The status at any level below the one that has the phrase first. */
function hasBelow(phrase: Phrase, statuses: ReadonlySet<string>): boolean {
  const from = phrase.levels.findIndex(({ level }) => level === phrase.first?.level);
  const below = from < 0 ? phrase.levels : phrase.levels.slice(from + 1);
  return below.some(({ status }) => statuses.has(status));
}
