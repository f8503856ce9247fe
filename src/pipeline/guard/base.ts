import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MovedPart, movedParts } from '../../check/index.js';
import { type Corpus, changedSince, extractRevision, gitFolder } from '../../corpus/index.js';
import type { PhraseParams } from '../../messages/index.js';
import type { ThemeChange } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { openWorkspace, type Workspace } from '../workspace.js';
import { type Gathered, type GatherOptions, gatherState } from './state.js';
import { themeMoves } from './theme-moves.js';

/** The corpus at a revision. */
export interface Base {
  readonly gathered?: Gathered;
  /** Where what the corpus is measured with has changed: either texts with the other yardstick. */
  readonly crossed?: Crossed;
  /** Why there is nothing to compare with; without an error there was no corpus yet. */
  readonly missing?: { readonly error?: UserError };
  /** Files that differ, as shown. */
  readonly changed: readonly string[];
}

export interface Crossed {
  readonly parts: readonly MovedPart[];
  /** The texts of then as they are measured now. */
  readonly oldTexts: Gathered;
  /** The texts of now as they were measured then. */
  readonly newTexts: Gathered;
  /** What themes gain and lose in the texts of now. */
  readonly themes: readonly ThemeChange[];
}

/** The corpus as it is, and what to say of parts that are no file of it. */
interface Current {
  readonly gathered: Gathered;
  readonly elsewhere: string;
}

/**
 * Look at the corpus as git has it at a revision: from a copy in a temporary folder that is removed again.
 * The work tree is not touched. Errors: `cli/bad-value` for a revision git does not know.
 */
export async function gatherBase(
  ws: Workspace,
  revision: string,
  options: GatherOptions,
  current: Current,
): Promise<Base> {
  const folder = await gitFolder(ws.corpus.root);
  const changed = (await changedSince(folder, revision)).map(
    (name) => `${ws.corpus.shownRoot}/${name}`,
  );
  const copy = mkdtempSync(join(tmpdir(), 'duibiao-'));
  try {
    await extractRevision(folder, revision, copy);
    if (!existsSync(join(copy, 'corpus.yaml'))) return { changed, missing: {} };
    const then = opened(ws, copy);
    const gathered = await gatherState(then, options);
    const crossed = await cross({ ws, then, copy, gathered, options, current });
    return { changed, gathered, ...(crossed !== undefined && { crossed }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { changed, missing: { error: renamed(error, copy, ws.corpus.shownRoot) } };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A copy of the corpus under its own name, measured with a yardstick of its own or another's. */
function opened(ws: Workspace, copy: string, yardstick?: Corpus): Workspace {
  const { cwd, working, semantics, cache } = ws;
  const { shownRoot } = ws.corpus;
  const other = yardstick !== undefined && { yardstick };
  return openWorkspace(cwd, copy, cache, { working, semantics, shownRoot, ...other });
}

interface CrossInput {
  readonly ws: Workspace;
  readonly then: Workspace;
  readonly copy: string;
  readonly gathered: Gathered;
  readonly options: GatherOptions;
  readonly current: Current;
}

/** Nothing where both are measured alike. */
async function cross(input: CrossInput): Promise<Crossed | undefined> {
  const { ws, then, copy, gathered, options, current } = input;
  const { state } = current.gathered;
  const parts = movedParts(gathered.state.yardstick, state, current.elsewhere);
  if (parts.length === 0) return undefined;
  const oldTexts = await gatherState(opened(ws, copy, ws.corpus), options);
  const { cwd, cache, working, semantics, corpus } = ws;
  const remeasured = openWorkspace(cwd, corpus.root, cache, {
    working,
    semantics,
    shownRoot: corpus.shownRoot,
    yardstick: then.corpus,
  });
  const newTexts = await gatherState(remeasured, options);
  const themes = await themeMoves(ws, { old: newTexts, now: current.gathered, parts });
  return { parts, oldTexts, newTexts, themes };
}

/** The same error with the folder under its shown name. */
function renamed(error: UserError, folder: string, shown: string): UserError {
  const params: PhraseParams = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(folder, shown) : value,
    ]),
  );
  return new UserError(error.code, params as ConstructorParameters<typeof UserError>[1], {
    cause: error,
  });
}
