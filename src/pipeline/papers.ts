/** Papers made ready once for all their comparisons. */
import { type AlignOptions, alignPapers, paperBytes, paperFromBytes } from '../align/index.js';
import type { Alignment, Side } from '../model/index.js';
import { contentKey } from '../text/index.js';
import { decisionsFor } from './decisions.js';
import type { Paper } from './paper-type.js';
import { ownVectors } from './semantics.js';
import { inSimplified } from './traditional.js';
import type { Workspace } from './workspace.js';

/**
 * Make a side ready for comparing: neutral texts, words, concepts, grams. Once in a run, and for the same text, data and program
 * once for all runs.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const paper = await preparePaper(ws, await readSide(ws, 'hubei'));
 */
export function preparePaper(ws: Workspace, side: Side): Promise<Paper> {
  const known = ws.papers.get(side);
  if (known !== undefined) return known;
  const made = prepareNow(ws, side);
  ws.papers.set(side, made);
  return made;
}

async function prepareNow(ws: Workspace, side: Side): Promise<Paper> {
  const simplified = await inSimplified(side);
  const key = (): string => contentKey(sideKey(simplified), ws.engine().key);
  const bytes = ws.cache.rememberBytes('paper', key, () =>
    paperBytes(simplified, ws.engine().read()),
  );
  return { side, prepared: paperFromBytes(simplified, bytes, ws.engine().read().background) };
}

/** Stands for all that is compared of a side. */
export function sideKey(side: Side): string {
  return contentKey(...side.documents.map((document) => JSON.stringify(document)));
}

/**
 * The alignment of two papers; nothing of it is kept. Equal to what `alignPair` finds, to the bit.
 *
 * *In* `asked`: what `optionsFor` and people said of the pair, where that was asked before.
 *
 * *Errors*: `semantics/…` where the user has a model of their own.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const above = await preparePaper(ws, await readSide(ws, 'hubei'));
 * const below = await preparePaper(ws, await readSide(ws, 'wuhan'));
 * const { links } = await alignPapersOf(ws, above, below);
 */
export async function alignPapersOf(
  ws: Workspace,
  upstream: Paper,
  downstream: Paper,
  asked?: AlignOptions,
): Promise<Alignment> {
  const [up, down] = [upstream.prepared, downstream.prepared];
  const options = asked ?? {
    ...(await optionsFor(ws, up.side, down.side)),
    decisions: decisionsFor(ws, upstream.side, downstream.side),
  };
  const found = alignPapers(up, down, options);
  return { ...found, upstream: upstream.side, downstream: downstream.side };
}

/** The engine's options for a pair, with what the user's own model says of its sentences, and an own fit. */
export async function optionsFor(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
): Promise<AlignOptions> {
  const own = ws.ownFit();
  const options = await engineOptions(ws, upstream, downstream);
  return own === undefined ? options : { ...options, ownFit: own.fit };
}

/** The same as if there were no own fit. */
export async function engineOptions(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
): Promise<AlignOptions> {
  const semantics = ws.semantics();
  if (semantics === undefined) return ws.alignOptions();
  const [up, down] = [await inSimplified(upstream), await inSimplified(downstream)];
  return { ...ws.alignOptions(), semantics: await ownVectors(semantics, up, down) };
}
