import { phrase } from '../messages/index.js';
import type { CoverageShift, FindingPlace, ThemeChange, YardstickPart } from '../model/index.js';
import { percent } from '../text/index.js';
import { couples, rankOf } from './compare.js';
import { coverageShifts } from './coverage-drops.js';
import { linePlace } from './place.js';
import { pairName } from './snapshot.js';
import type {
  AboutFinding,
  CorpusState,
  PairFacts,
  Snapshot,
  YardstickFile,
  YardstickPrint,
} from './types.js';

const keyOf = ({ kind, name }: Pick<YardstickPrint, 'kind' | 'name'>): string => `${kind} ${name}`;

/** A part that changed, with where an edit of it begins. */
export interface MovedPart extends YardstickPart {
  readonly place: FindingPlace;
  readonly shipped: boolean;
}

/** What of a yardstick is not as it was, themes last. `elsewhere`: the path of what is no file of the corpus now. */
export function movedParts(
  before: readonly YardstickPrint[],
  { yardstick: after, themes }: CorpusState,
  elsewhere: string,
): MovedPart[] {
  const old = new Map(before.map((file) => [keyOf(file), file]));
  const now = new Map(after.map((file) => [keyOf(file), file]));
  const here = after.flatMap((file): MovedPart[] => {
    const then = old.get(keyOf(file));
    if (then?.print === file.print) return [];
    const { kind, name, path, shipped } = file;
    const place = linePlace(shipped ? 1 : firstChange(then?.content, file.content));
    const change = then === undefined ? 'added' : 'edited';
    return [{ kind, name, path: shipped ? elsewhere : path, shipped, place, change }];
  });
  const gone = before
    .filter((file) => !now.has(keyOf(file)) && !isBroken(file, themes))
    .map(({ kind, name, path }): MovedPart => {
      const place = linePlace(1);
      return { kind, name, path: path ?? elsewhere, shipped: false, place, change: 'removed' };
    });
  return [...here, ...gone];
}

/** A theme file that cannot be read is told of as such; its theme was not taken away. */
function isBroken({ name, path }: YardstickPrint, themes: CorpusState['themes']): boolean {
  const broken = themes.filter(({ problems }) => problems.length > 0);
  return broken.some((file) => file.path === path || file.content.includes(`id: ${name}`));
}

/** Line of the first difference. */
function firstChange(before: string | undefined, after: string | undefined): number {
  if (before === undefined || after === undefined) return 1;
  const [then, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, i) => line !== then[i]);
  return Math.max(0, at < 0 ? now.length - 1 : at) + 1;
}

/** The same texts under the old yardstick and the new one, and what of it changed. */
interface Remeasured {
  readonly parts: readonly MovedPart[];
  readonly themes: readonly ThemeChange[];
  readonly old: Snapshot;
  readonly now: CorpusState;
}

/** Findings about texts that are the same and are measured otherwise. */
export function yardstickFindings(input: Remeasured): AboutFinding[] {
  const shifts = coverageShifts(input.old, input.now);
  const themes = input.parts
    .filter(({ kind }) => kind === 'theme')
    .flatMap((part) => themeFinding(part, input, shifts));
  return [...themes, ...linkFindings(input, shifts)];
}

/** Coverage that moved, for a message. */
function moves(shifts: readonly CoverageShift[], show: (shift: CoverageShift) => string): string {
  const share = (value: number | undefined) => (value === undefined ? '-' : percent(value, 1));
  return shifts
    .filter(({ before, after }) => before !== after)
    .map((shift) => `${show(shift)} ${share(shift.before)} → ${share(shift.after)}`)
    .join('; ');
}

const coverageToo = (list: string) => (list === '' ? '' : phrase('check/coverage-too', { list }));

function themeFinding(
  part: MovedPart,
  { themes }: Remeasured,
  shifts: readonly CoverageShift[],
): AboutFinding[] {
  const found = themes.find(({ theme }) => theme === part.name);
  const list = moves(
    shifts.filter(({ theme }) => theme === part.name),
    ({ upstream, downstream }) => `${upstream} → ${downstream}`,
  );
  const [gained, lost, regraded] = [found?.gained, found?.lost, found?.regraded].map(
    (units) => units?.length ?? 0,
  );
  const quiet = part.change === 'added' || (gained === 0 && lost === 0 && list === '');
  return [
    {
      rule: 'theme-changed',
      ...about(part),
      subject: keyOf(part),
      params: {
        theme: part.name,
        how: phrase(`check/${part.change}`),
        moved: phrase('check/sentences', {
          gained: gained ?? 0,
          lost: lost ?? 0,
          regraded: regraded ?? 0,
        }),
        more: coverageToo(list),
      },
      key: `${part.name} ${gained} ${lost}`,
      ...(quiet && { severity: 'info' as const }),
    },
  ];
}

const about = ({ path, place }: MovedPart) => ({ path, place });

function linkFindings(
  { parts, old, now }: Remeasured,
  shifts: readonly CoverageShift[],
): AboutFinding[] {
  const others = parts.filter(({ kind }) => kind !== 'theme');
  const [first] = others;
  if (first === undefined) return [];
  const themes = new Set(parts.flatMap(({ kind, name }) => (kind === 'theme' ? [name] : [])));
  const then = new Map(old.pairs.map((pair) => [pairName(pair), pair]));
  const files = others.map(({ path, name, kind }) => (kind === 'engine' ? name : path)).join('、');
  const found = now.pairs.flatMap((pair): AboutFinding[] => {
    const name = pairName(pair);
    const counts = linkMoves(then.get(name)?.links ?? [], pair.links);
    if (counts.lost + counts.weakened + counts.gained === 0) return [];
    const list = moves(
      shifts.filter(
        (shift) => `${shift.upstream} → ${shift.downstream}` === name && !themes.has(shift.theme),
      ),
      ({ theme }) => theme,
    );
    const quiet = counts.lost + counts.weakened === 0;
    return [
      {
        rule: 'yardstick-changed',
        ...about(first),
        subject: name,
        params: {
          files,
          moved: phrase('check/links', { pair: name, ...counts }),
          more: coverageToo(list),
        },
        key: `${name} ${Object.values(counts).join(' ')}`,
        ...(quiet && { severity: 'info' as const }),
      },
    ];
  });
  if (found.length > 0) return found;
  const params = { files, moved: phrase('check/no-links'), more: '' };
  return [
    { rule: 'yardstick-changed', ...about(first), params, key: files, severity: 'info' as const },
  ];
}

function linkMoves(before: PairFacts['links'], after: PairFacts['links']) {
  const [then, now] = [couples(before), couples(after)];
  const moved = { lost: 0, weakened: 0, gained: 0 };
  for (const [key, relation] of then) {
    const is = now.get(key);
    if (is === undefined) moved.lost += 1;
    else if (rankOf(is) > rankOf(relation)) moved.weakened += 1;
  }
  for (const key of now.keys()) if (!then.has(key)) moved.gained += 1;
  return moved;
}

/** Parts by which a corpus is measured otherwise than when the lock was written; what that moved only git can tell. */
export function lockFindings(
  parts: readonly MovedPart[],
  shifts: readonly CoverageShift[],
  lock: string,
): AboutFinding[] {
  return parts.map((part): AboutFinding => {
    const base = { ...about(part), subject: keyOf(part), key: `${keyOf(part)} ${lock}` };
    const moved = phrase('check/since-lock', { lock });
    if (part.kind !== 'theme')
      return { ...base, rule: 'yardstick-changed', params: { files: part.path, moved, more: '' } };
    const list = moves(
      shifts.filter(({ theme }) => theme === part.name),
      ({ upstream, downstream }) => `${upstream} → ${downstream}`,
    );
    return {
      ...base,
      rule: 'theme-changed',
      params: {
        theme: part.name,
        how: phrase(`check/${part.change}`),
        moved,
        more: coverageToo(list),
      },
      ...(part.change === 'added' && { severity: 'info' as const }),
    };
  });
}

/** Changed parts that a lock knows as they are now, or knows to be gone: somebody has accepted them. */
export function acceptedParts(
  lock: readonly YardstickPrint[],
  now: readonly YardstickFile[],
  parts: readonly MovedPart[],
): string[] {
  const printIn = (files: readonly YardstickPrint[], key: string) =>
    files.find((file) => keyOf(file) === key)?.print;
  return parts.map(keyOf).filter((key) => printIn(lock, key) === printIn(now, key));
}
