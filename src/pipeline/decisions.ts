/** What people decided about two sides: where it is kept, and what of it concerns them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { linksFile, readLinksFile } from '../corpus/index.js';
import type { DecidedUnit, Decision, DocumentUnits, Side } from '../model/index.js';
import { UserError } from '../text/index.js';
import { unitId, type Workspace } from './workspace.js';

/** Name of the file that holds decisions, in a corpus or beside the papers. */
const NAME = 'links.yaml';

/** A file of decisions, that may not be there yet. */
export interface LinksPlace {
  readonly path: string;
  /** As people are told of it. */
  readonly shown: string;
}

/**
 * Decisions about two sides: those of `--links`, else of the corpus and, over them, of `links.yaml` beside the downstream papers.
 *
 * *Errors*: `ingest/not-found` for a file that was named, `corpus/bad-file`.
 */
export function decisionsFor(ws: Workspace, upstream: Side, downstream: Side): readonly Decision[] {
  return linksPlaces(ws, downstream)
    .flatMap((place) => readDecisions(ws, place))
    .flatMap((decision) => atHome(decision, upstream, downstream) ?? []);
}

/**
 * A decision as it concerns these sides; absent where it does not.
 *
 * Papers of a corpus have the ids of their heads; others are named after what they say of themselves, and after the order in
 * which they are read (`plan`, `plan-2`). So a decision whose papers go by other names holds where both its quotations stand.
 */
function atHome(decision: Decision, upstream: Side, downstream: Side): Decision | undefined {
  const up = unitAtHome(decision.upstream, upstream);
  if (!('downstream' in decision)) return up && { ...decision, upstream: up };
  const down = unitAtHome(decision.downstream, downstream);
  return up && down && { ...decision, upstream: up, downstream: down };
}

function unitAtHome(unit: DecidedUnit, side: Side): DecidedUnit | undefined {
  const [document, ...rest] = unit.id.split('/');
  if (side.documents.some(({ head }) => head.id === document)) return unit;
  const { quote } = unit;
  if (quote === undefined) return undefined;
  const holder = side.documents.find(
    ({ sections, sentences }) =>
      sentences.some(({ text }) => text.includes(quote)) ||
      sections.some(({ label, heading }) => `${label}${heading}`.includes(quote)),
  );
  return holder && { id: [holder.head.id, ...rest].join('/'), quote };
}

/** Everything a file of decisions says; nothing where there is none. */
export function readDecisions(ws: Workspace, { path, shown }: LinksPlace): Decision[] {
  if (!existsSync(path)) return [];
  return readLinksFile(readFileSync(path, 'utf8'), shown, (name) => unitId(ws.corpus, name));
}

/** The files of decisions as they are: equal while nobody wrote into them. */
export function decisionsText(ws: Workspace, downstream: Side): string {
  return linksPlaces(ws, downstream)
    .map(({ path }) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
    .join('\u0000');
}

/** Where decisions about papers like these are kept, the first to be heard first; the last is where new ones go. */
export function linksPlaces(ws: Workspace, downstream: Side): readonly LinksPlace[] {
  if (ws.links !== undefined) return [named(ws, ws.links)];
  const own = linksFile(ws.corpus);
  const places = downstream.documents.map((document) => placeOf(ws, document));
  const known = own === undefined ? [] : [{ path: join(ws.corpus.root, NAME), shown: own.path }];
  return [...new Map([...known, ...places].map((place) => [place.path, place])).values()];
}

/** Where decisions lie that are looked at without papers: the file named, else of the corpus, else of the working folder. */
export function commonLinksPlace(ws: Workspace): LinksPlace {
  if (ws.links !== undefined) return named(ws, ws.links);
  return ws.corpus.embedded
    ? { path: join(ws.cwd, NAME), shown: NAME }
    : { path: join(ws.corpus.root, NAME), shown: `${ws.corpus.shownRoot}/${NAME}` };
}

/** Errors: `ingest/directory`. */
function named(ws: Workspace, file: string): LinksPlace {
  const path = resolve(ws.cwd, file);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new UserError('ingest/directory', { path: file });
  return { path, shown: file };
}

/** In the corpus where the paper is of one that is the user's, in the working folder where it is of the shipped one, else beside it. */
function placeOf(ws: Workspace, { head, source }: DocumentUnits): LinksPlace {
  const isOfCorpus = ws.entries().some((entry) => entry.head.id === head.id);
  if (isOfCorpus && !ws.corpus.embedded)
    return { path: join(ws.corpus.root, NAME), shown: `${ws.corpus.shownRoot}/${NAME}` };
  const file = isOfCorpus || source === undefined || source.path === '-' ? '' : source.path;
  const folder = file === '' ? ws.cwd : dirname(resolve(ws.cwd, file.split('#')[0] ?? ''));
  const path = join(folder, NAME);
  return { path, shown: relative(ws.cwd, path) || NAME };
}
