import { lexiconFile, linksFile } from '../../corpus/index.js';
import { contentKey } from '../../text/index.js';
import { engineText } from '../align.js';
import { selectThemes } from '../select-themes.js';
import { VERSION } from '../version.js';
import type { Workspace } from '../workspace.js';
import type { Wanted } from './paper-work.js';

/** Raised with every change of what a pair's result holds. */
const FORM = 1;

/** Equal for runs whose pairs come to the same: engine, data and wishes, whatever the papers. */
export function runKey(ws: Workspace, wanted: Wanted): string {
  const units = lexiconFile(ws.corpus, 'units.yaml').content;
  const themes = selectThemes(ws.themes(), wanted.theme);
  const parts = [FORM, wanted.links, wanted.traces, themes].map((part) => JSON.stringify(part));
  // What an analyst decided, too.
  const decided = linksFile(ws.corpus)?.content ?? '';
  const data = [engineText(ws), ws.regionsText(), ws.namesText(), units, decided];
  return contentKey(VERSION, ...data, ...parts).slice(0, 16);
}
