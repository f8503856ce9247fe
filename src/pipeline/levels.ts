/** Which sides stand for the levels of a corpus where a user names none. */
import { LEVELS, type Level } from '../model/index.js';
import { UserError } from '../text/index.js';
import type { Placed } from './pairing.js';
import type { Workspace } from './workspace.js';

/** What a corpus calls its documents. */
type Named = Pick<Workspace, 'entries' | 'corpus'>;

interface LevelSide extends Placed {
  /** As a user would type it. */
  readonly name: string;
}

interface LevelSides {
  readonly level: Level;
  readonly sides: readonly [LevelSide, ...LevelSide[]];
}

/**
 * The aliases of each level, highest first. Where they make no two levels, as in a corpus just begun, the only document of a
 * level without an alias stands for it: of several, a user has to say which.
 */
export function levelsOf(ws: Named): readonly LevelSides[] {
  const named = groupsOf(ws, false);
  return named.length < 2 ? groupsOf(ws, true) : named;
}

/** The same for what compares them. Errors: `corpus/one-level` where there are no two. */
export function levelsToCompare(ws: Named): readonly LevelSides[] {
  const levels = levelsOf(ws);
  if (levels.length < 2) throw new UserError('corpus/one-level', { path: ws.corpus.shownRoot });
  return levels;
}

function groupsOf(ws: Named, alone: boolean): LevelSides[] {
  const heads = ws.entries().map(({ head }) => head);
  const byId = new Map(heads.map((head) => [head.id, head]));
  const aliases = Object.entries(ws.corpus.file.aliases);
  return LEVELS.flatMap((level): LevelSides[] => {
    const side = (name: string, ids: readonly string[]): LevelSide => ({
      name,
      level,
      ...placeOf(ids.map((id) => byId.get(id)?.region)),
    });
    const [first, ...others] = aliases
      .filter(([, ids]) => ids.every((id) => byId.get(id)?.level === level))
      .map(([name, ids]) => side(name, ids));
    if (first !== undefined) return [{ level, sides: [first, ...others] }];
    const [only, ...more] = alone ? heads.filter((head) => head.level === level) : [];
    return only === undefined || more.length > 0
      ? []
      : [{ level, sides: [side(only.id, [only.id])] }];
  });
}

/** The region that all documents of a side are of. */
function placeOf([code, ...others]: readonly (string | undefined)[]): Pick<Placed, 'region'> {
  if (code === undefined || others.some((other) => other !== code)) return {};
  return { region: { code, name: code } };
}
