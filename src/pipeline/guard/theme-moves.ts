/** What an edit of themes moves in texts that are the same. */
import { checkThemeChange } from '../../align/index.js';
import type { MovedPart } from '../../check/index.js';
import type { ThemeChange } from '../../model/index.js';
import { readDocuments, unitsOf } from '../read.js';
import type { Workspace } from '../workspace.js';
import type { Gathered } from './state.js';

/** The same texts under the old yardstick, and as they are measured now. */
interface Remeasured {
  readonly old: Gathered;
  readonly now: Gathered;
  readonly parts: readonly MovedPart[];
}

/** Sentences that themes gain and lose in the same texts. *Cost*: reads the documents whose labels differ. */
export function themeMoves(ws: Workspace, measured: Remeasured): Promise<ThemeChange[]> {
  const moved = measured.parts.filter(({ kind }) => kind === 'theme');
  return Promise.all(moved.map(({ name }) => themeMove(ws, measured, name)));
}

async function themeMove(
  ws: Workspace,
  { old, now }: Remeasured,
  id: string,
): Promise<ThemeChange> {
  const themeIn = ({ state }: Gathered) =>
    state.themes.find(({ theme }) => theme?.id === id)?.theme;
  const counts = { before: countOf(old, id), after: countOf(now, id) };
  const [before, after] = [themeIn(old), themeIn(now)];
  const none = { theme: id, gained: [], lost: [], regraded: [], counts };
  if (before === undefined && after === undefined) return none;
  const documents = ws
    .entries()
    .filter(({ shownPath }) => labelsIn(old, shownPath, id) !== labelsIn(now, shownPath, id))
    .map(async ({ head }) => unitsOf(await readDocuments(ws, head.id)));
  return { ...checkThemeChange(before, after, (await Promise.all(documents)).flat()), counts };
}

function countOf({ state }: Gathered, theme: string): number {
  return [...state.uses.values()].reduce(
    (sum, { labelled }) => sum + (labelled[theme]?.length ?? 0),
    0,
  );
}

function labelsIn({ state }: Gathered, path: string, theme: string): string {
  const use = state.uses.get(path);
  return JSON.stringify([use?.labelled[theme] ?? [], use?.about[theme] ?? []]);
}
