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
import type { Decision, Side } from '../../model/index.js';
import { addressMaker } from '../addresses.js';
import { type LinksPlace, linksPlaces, readDecisions } from '../decisions.js';
import { unitId, type Workspace } from '../workspace.js';

interface Saved {
  /** The file as people are told of it. */
  readonly path: string;
  readonly written: number;
  /** Decisions that stood there of the same units and said otherwise. */
  readonly replaced: number;
  /** What takes it back. */
  readonly step: Step;
  /** The file as it was, and as it is now. */
  readonly from: string;
  readonly to: string;
}

/** What was written, and what stood there of the same units before. */
export interface Step {
  readonly written: readonly LinksChange[];
  readonly before: readonly Decision[];
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
      readDecisions(ws, place).map((decision) => [subjectOf(decision), decision]),
    );
    const put = changes.filter(({ taken }) => taken !== true);
    const replaced = put.filter(({ decision }) => {
      const action = before.get(subjectOf(decision))?.action;
      return action !== undefined && action !== decision.action;
    }).length;
    const next = linksText(text, shown, changes, {
      idOf: (name) => unitId(ws.corpus, name),
      addressOf: addressMaker(ws),
    });
    if (next !== text) writeWhole(path, next, shown);
    const subjects = new Set(changes.map(({ decision }) => subjectOf(decision)));
    const stood = [...before].flatMap(([subject, own]) => (subjects.has(subject) ? [own] : []));
    return {
      path: shown,
      written: put.length,
      replaced,
      step: { written: changes, before: stood },
      from: text,
      to: next,
    };
  });
}

/** Takes a step back, save where somebody has decided otherwise since. */
export async function restoreDecisions(
  ws: Workspace,
  downstream: Side,
  { written, before }: Step,
): Promise<void> {
  const now = new Map(
    readDecisions(ws, linksTarget(ws, downstream)).map((own) => [subjectOf(own), own]),
  );
  const stood = new Map(before.map((decision) => [subjectOf(decision), decision]));
  const changes = written.flatMap(({ decision, taken }): LinksChange[] => {
    const subject = subjectOf(decision);
    const ours = taken === true ? undefined : decision.action;
    if (now.get(subject)?.action !== ours) return [];
    const earlier = stood.get(subject);
    return [earlier === undefined ? { decision, taken: true } : { decision: earlier }];
  });
  await saveDecisions(ws, downstream, changes);
}
