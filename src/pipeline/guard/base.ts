import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedSince, extractRevision, gitFolder } from '../../corpus/index.js';
import type { PhraseParams } from '../../messages/index.js';
import { UserError } from '../../text/index.js';
import { openWorkspace, type Workspace } from '../workspace.js';
import { type Gathered, type GatherOptions, gatherState } from './state.js';

/** The corpus at a revision. */
export interface Base {
  readonly gathered?: Gathered;
  /** Why there is nothing to compare with; without an error there was no corpus yet. */
  readonly missing?: { readonly error?: UserError };
  /** Files that differ, as shown. */
  readonly changed: readonly string[];
}

/**
 * Look at the corpus as git has it at a revision: from a copy in a temporary folder that is removed again.
 * The work tree is not touched. Errors: `cli/bad-value` for a revision git does not know.
 */
export async function gatherBase(
  ws: Workspace,
  revision: string,
  options: GatherOptions,
): Promise<Base> {
  const folder = await gitFolder(ws.corpus.root);
  const changed = (await changedSince(folder, revision)).map(
    (name) => `${ws.corpus.shownRoot}/${name}`,
  );
  const copy = mkdtempSync(join(tmpdir(), 'duibiao-'));
  try {
    await extractRevision(folder, revision, copy);
    if (!existsSync(join(copy, 'corpus.yaml'))) return { changed, missing: {} };
    const opened = openWorkspace(ws.cwd, copy, undefined, {
      working: ws.working,
      semantics: ws.semantics,
    });
    const base: Workspace = {
      ...opened,
      corpus: { ...opened.corpus, shownRoot: ws.corpus.shownRoot },
    };
    return { changed, gathered: await gatherState(base, options) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { changed, missing: { error: renamed(error, copy, ws.corpus.shownRoot) } };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
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
