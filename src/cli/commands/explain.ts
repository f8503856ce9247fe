import type { Command } from 'commander';
import {
  type ExplainedPair,
  explanationJson,
  FINDINGS,
  renderExplain,
} from '../../findings/index.js';
import type { Link, Side } from '../../model/index.js';
import {
  alignPair,
  corpusSide,
  distinctDocuments,
  explainUnits,
  findLink,
  readSide,
  type SidePair,
  sidesWith,
  unitIdOf,
  unknownUnit,
  type Workspace,
} from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext } from '../context.js';
import { analysisCommand, analysisView } from './analysis.js';
import { analysisWord } from './analysis-words.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.explanation.formats;
/** As `link-id.ts` makes them: grain, then sixteen hex digits. */
const LINK_ID = /^[cs]-[0-9a-f]{16}$/;

interface ExplainOptions extends ReadingOptions {
  readonly up?: string;
  readonly down?: string;
}

/** `explain <link> | <unit> [unit]`: why two units were linked, or why not. */
export function explainCommand(context: CommandContext): Command {
  const word = analysisWord(context);
  const command = analysisCommand(context, 'explain', 'explain.about', FORMATS)
    .argument('<link-or-unit>', word('explain.first'))
    .argument('[unit]', word('explain.second'))
    .option('--up <name>', word('explain.up'))
    .option('--down <name>', word('explain.down'));
  return addReadingOptions(command, context).action(
    action<ExplainOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, first, second) => {
        const wrong = (problem: string): Error =>
          new UserError('cli/usage', { problem, command: 'explain ' });
        if ((options.up === undefined) !== (options.down === undefined))
          throw wrong(word('explain.both'));
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const given =
          options.up === undefined
            ? undefined
            : {
                upstream: await readSide(ws, options.up, reading),
                downstream: await readSide(ws, options.down!, reading),
              };
        const asked: Asked[] =
          LINK_ID.test(first!) && second === undefined
            ? await askedByLink(ws, first!, given)
            : await askedByUnits(ws, first!, second, given);
        const pairs = asked.flatMap((each) => explained(ws, each));
        if (pairs.length === 0) throw wrong(word('explain.grains'));
        const view = {
          pairs,
          documents: distinctDocuments(
            asked.flatMap(({ sides }) => [sides.upstream, sides.downstream]),
          ),
        };
        if (options.format === 'json') emit(jsonText(explanationJson(view)));
        else emit(renderExplain(view, analysisView(screen, ws)));
        return undefined;

        async function askedByUnits(
          corpus: Workspace,
          one: string,
          other: string | undefined,
          named: SidePair | undefined,
        ): Promise<Asked[]> {
          const ids = [one, ...(other === undefined ? [] : [other])].map((name) =>
            unitIdOf(corpus, name),
          );
          const known = named ? [named.upstream, named.downstream] : [await corpusSide(corpus)];
          ids.forEach((id, i) => {
            if (documentWith(known, id) === undefined)
              throw unknownUnit(corpus, i === 0 ? one : other!, known);
          });
          const documents = ids.map((id) => documentWith(known, id)!);
          if (documents.length === 2 && documents[0] === documents[1])
            throw wrong(word('explain.sameSide'));
          const pairs = named
            ? [named]
            : await sidesWith(corpus, documents as [string] | [string, string]);
          const found = pairs.flatMap((sides) => askedIn(corpus, sides, ids));
          if (found.length === 0 && ids.length === 2) throw wrong(word('explain.sameSide'));
          return found;
        }
      },
    ),
  );
}

/** Two units to explain, and the sides they stand on. */
interface Asked {
  readonly sides: SidePair;
  readonly upstream: string;
  readonly downstream: string;
}

/** More pairs of one m:n link than this tell nothing new. */
const MOST_PAIRS = 6;

async function askedByLink(
  ws: Workspace,
  id: string,
  given: SidePair | undefined,
): Promise<Asked[]> {
  const found = await findLink(ws, id, given);
  const link = found?.alignment.links.find((each) => each.id === id);
  if (found === undefined || link === undefined) {
    const sides = given ? [given.upstream, given.downstream] : [await corpusSide(ws)];
    throw unknownUnit(ws, id, sides);
  }
  return link.upstream
    .flatMap((upstream) =>
      link.downstream.map((downstream) => ({ sides: found.sides, upstream, downstream })),
    )
    .slice(0, MOST_PAIRS);
}

function documentWith(sides: readonly Side[], unit: string): string | undefined {
  return distinctDocuments(sides).find(
    ({ sections, sentences }) =>
      sections.some(({ id }) => id === unit) || sentences.some(({ id }) => id === unit),
  )?.head.id;
}

/** The pair of units in these sides; for one unit its linked partners, else its best candidate. */
function askedIn(ws: Workspace, sides: SidePair, ids: readonly string[]): Asked[] {
  const [first, second] = ids as [string, string?];
  const above = hasUnit(sides.upstream, first);
  if (!above && !hasUnit(sides.downstream, first)) return [];
  if (second !== undefined) {
    const opposite = above ? sides.downstream : sides.upstream;
    if (!hasUnit(opposite, second)) return [];
    return [
      {
        sides,
        upstream: above ? first : second,
        downstream: above ? second : first,
      },
    ];
  }
  const partners = linksOf(ws, sides, first, above).flatMap((link) =>
    above ? link.downstream : link.upstream,
  );
  const best = partners.length > 0 ? partners : bestCandidate(ws, sides, first, above);
  return [...new Set(best)].slice(0, MOST_PAIRS).map((partner) => ({
    sides,
    upstream: above ? first : partner,
    downstream: above ? partner : first,
  }));
}

function hasUnit(side: Side, unit: string): boolean {
  return documentWith([side], unit) !== undefined;
}

function linksOf(ws: Workspace, sides: SidePair, unit: string, above: boolean): Link[] {
  return alignPair(ws, sides.upstream, sides.downstream).links.filter((link) =>
    (above ? link.upstream : link.downstream).includes(unit),
  );
}

/** The rivals of any pair with the unit are its candidates; the best of them is the first. */
function bestCandidate(ws: Workspace, sides: SidePair, unit: string, above: boolean): string[] {
  const own = above ? sides.upstream : sides.downstream;
  const other = above ? sides.downstream : sides.upstream;
  const isSection = own.documents.some(({ sections }) => sections.some(({ id }) => id === unit));
  const any = other.documents.flatMap((document) =>
    (isSection ? document.sections : document.sentences).map(({ id }) => id),
  )[0];
  if (any === undefined) return [];
  const found = explainUnits(ws, sides.upstream, sides.downstream, {
    upstream: above ? unit : any,
    downstream: above ? any : unit,
  });
  if (found === undefined) return [];
  const rivals = above ? found.rivals.downstream : found.rivals.upstream;
  const candidates = [...rivals, { id: any, score: found.score }];
  return [candidates.reduce((best, each) => (each.score > best.score ? each : best)).id];
}

function explained(ws: Workspace, { sides, upstream, downstream }: Asked): ExplainedPair[] {
  const explanation = explainUnits(ws, sides.upstream, sides.downstream, { upstream, downstream });
  if (explanation === undefined) return [];
  const link = alignPair(ws, sides.upstream, sides.downstream).links.find(
    (each) => each.upstream.includes(upstream) && each.downstream.includes(downstream),
  );
  return [
    {
      sides: { upstream: sides.upstream.name, downstream: sides.downstream.name },
      explanation,
      ...(link !== undefined && {
        link: {
          id: link.id,
          relation: link.relation,
          score: link.score,
          pinned: link.pinned === true,
        },
      }),
    },
  ];
}
