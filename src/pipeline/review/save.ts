/** Decisions into `links.yaml`, whole or not at all. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type LinksChange,
  linksText,
  subjectOf,
  whileLocked,
  writeWhole,
} from '../../corpus/index.js';
import type { Side } from '../../model/index.js';
import { addressMaker } from '../addresses.js';
import { type LinksPlace, linksPlaces, readDecisions } from '../decisions.js';
import { unitId, type Workspace } from '../workspace.js';

export interface Saved {
  /** The file as people are told of it. */
  readonly path: string;
  readonly written: number;
  /** Decisions that stood there of the same units and said otherwise. */
  readonly replaced: number;
}

/** Where decisions about these papers go. */
export function linksTarget(ws: Workspace, downstream: Side): LinksPlace {
  const place = linksPlaces(ws, downstream).at(-1);
  if (place === undefined) throw new Error('a side without papers has no place for decisions');
  return place;
}

/**
 * Put decisions into the file, or take them out, upon what stands there now: whoever else wrote into it meanwhile keeps theirs.
 *
 * *Errors*: `corpus/bad-file`, `corpus/locked`, `cli/unwritable`; then nothing is changed.
 */
export async function saveDecisions(
  ws: Workspace,
  downstream: Side,
  changes: readonly LinksChange[],
): Promise<Saved> {
  const place = linksTarget(ws, downstream);
  const { path, shown } = place;
  return whileLocked(dirname(path), dirname(shown), async () => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const before = new Map(
      readDecisions(ws, place).map((decision) => [subjectOf(decision), decision.action]),
    );
    const put = changes.filter(({ taken }) => taken !== true);
    const replaced = put.filter(({ decision }) => {
      const action = before.get(subjectOf(decision));
      return action !== undefined && action !== decision.action;
    }).length;
    const next = linksText(text, shown, changes, {
      idOf: (name) => unitId(ws.corpus, name),
      addressOf: addressMaker(ws),
    });
    if (next !== text) writeWhole(path, next, shown);
    return { path: shown, written: put.length, replaced };
  });
}
