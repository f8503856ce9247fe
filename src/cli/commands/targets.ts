import type { Command } from 'commander';
import {
  compareTargets,
  extractTargets,
  renderTargetPairs,
  renderTargets,
  targetPairRows,
  targetRows,
  targetsJson,
} from '../../findings/index.js';
import type { Target, TargetPair, TargetShift } from '../../model/index.js';
import {
  alignedPairs,
  distinctDocuments,
  labelsOfSides,
  readSide,
  selectThemes,
  targetLexicon,
  themesOf,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext } from '../context.js';
import { reportStale } from '../stale.js';
import { ANALYSIS_FORMATS, analysisCommand, analysisView, listOption } from './analysis.js';
import { analysisWord } from './analysis-words.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const KINDS = ['quantity', 'share', 'money', 'ratio', 'count', 'deadline', 'span', 'name'];
const SHIFTS = [
  'same',
  'raised',
  'lowered',
  'earlier',
  'later',
  'changed',
  'only-upstream',
  'only-downstream',
] as const satisfies readonly TargetShift[];

/** `--kind` of the reading options says what a document is; here it would be taken for the kind of target. */
interface TargetsOptions extends ReadingOptions {
  readonly of?: string;
  readonly shift?: string;
  readonly theme?: string;
  readonly names?: boolean;
}

/** `targets [doc | up down…]`: quantities and deadlines of a document, or of levels side by side. */
export function targetsCommand(context: CommandContext): Command {
  const word = analysisWord(context);
  const command = analysisCommand(context, 'targets', 'targets.about')
    .argument('[sides...]', word('targets.sides'))
    .option('--of <kinds>', word('targets.kind'))
    .option('--shift <shifts>', word('targets.shift'))
    .option('--theme <id>', context.say('option.theme'))
    .option('--names', word('targets.names'));
  return addReadingOptions(command, context).action(
    action<TargetsOptions>(
      context,
      ANALYSIS_FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const kinds = listOption('--of', options.of, KINDS);
        const shifts = listOption('--shift', options.shift, SHIFTS);
        if (shifts !== undefined && names.length === 1)
          throw new UserError('cli/bad-value', {
            value: options.shift!,
            option: '--shift',
            allowed: 'an upstream and a downstream side',
          });
        const ws = workspace();
        const lexicon = targetLexicon(ws);
        const reading = readOptions(ws, options, context);
        const single = names.length === 1 ? await readSide(ws, names[0]!, reading) : undefined;
        const alignments = single === undefined ? await alignedPairs(ws, names, reading) : [];
        reportStale(context, alignments);
        const sides = [
          ...(single === undefined ? [] : [single]),
          ...alignments.flatMap(({ upstream, downstream }) => [upstream, downstream]),
        ];
        const documents = distinctDocuments(sides);
        const labels =
          options.theme === undefined
            ? undefined
            : labelsOfSides(sides, selectThemes(themesOf(ws), options.theme), ws.cache);
        const wanted = (target: Target): boolean =>
          (kinds?.has(target.kind) ?? true) && (labels?.has(target.sentence) ?? true);
        const targets = new Map(
          documents.map((document) => [
            document.head.id,
            extractTargets(document, lexicon, {
              names: options.names === true || kinds?.has('name') === true,
            }).filter(wanted),
          ]),
        );
        const of = (side: { readonly documents: typeof documents }): Target[] =>
          side.documents.flatMap(({ head }) => targets.get(head.id) ?? []);
        const pairs = alignments.map((alignment) => ({
          upstream: alignment.upstream,
          downstream: alignment.downstream,
          targets: compareTargets(
            alignment,
            of({ documents: [...alignment.upstream.documents] }),
            of({ documents: [...alignment.downstream.documents] }),
            lexicon,
          ).filter(({ shift }: TargetPair) => shifts?.has(shift) ?? true),
        }));
        const placeOf = placeFinder(documents);
        const listed = single === undefined ? [] : [...targets.values()].flat();
        if (options.format === 'json') emit(jsonText(targetsJson(documents, listed, pairs)));
        else if (isRowFormat(options.format)) {
          const table =
            single === undefined
              ? targetPairRows(
                  pairs.map((pair) => ({
                    upstream: pair.upstream.name,
                    downstream: pair.downstream.name,
                    targets: pair.targets,
                  })),
                  placeOf,
                )
              : targetRows(listed, placeOf);
          emit(renderRows(table, options.format, screen.language));
        } else if (single === undefined)
          emit(renderTargetPairs(pairs, placeOf, analysisView(screen, ws)));
        else {
          const own = documents.map((document) => ({
            document,
            targets: targets.get(document.head.id)!,
          }));
          emit(renderTargets(own, placeOf, analysisView(screen, ws)));
        }
        return undefined;
      },
    ),
  );
}
