import type { Change, ChangeKind } from '../../model/index.js';
import type { JoinedText } from './join.js';

/** A sentence of a link. */
export interface LinkedSentence {
  readonly unit: string;
  readonly text: string;
}

/** The differences of two linked sentences, in the sentences' own offsets. */
interface LinkDifferences {
  readonly upstream: LinkedSentence;
  readonly downstream: LinkedSentence;
  readonly changes: readonly Change[];
}

/** One side of a group: its text, and which of it somebody on the other side carries. */
interface GroupSide {
  readonly text: string;
  /** 1 where some link of the sentence has the character. */
  readonly carried: Uint8Array;
  /** 1 where a linked sentence has the wording somewhere, if not where its link would have it. */
  readonly elsewhere: Uint8Array;
  /** 1 where a change has said already what became of the character. */
  readonly told: Uint8Array;
  readonly starts: ReadonlyMap<string, number>;
}

type Range = readonly [start: number, end: number];

/** A wording of so many letters that the other side has elsewhere is carried there: four are seldom chance. */
const LEAST_RUN = 4;
const WHOLE_RUN = /^[\p{L}\p{N}]+$/u;

/**
 * Differences of a group of linked sentences against the union of the other side.
 *
 * *In*: the texts of both sides, and the links of their sentences, the best first; of links to sentences outside the group too, which
 * tell what of a text others carry. *Out*: changes in the offsets of the joined texts, by place upstream. A wording is `dropped` only
 * where no link of its sentence carries it, `added` only where none does; partners may stand in another order than what they carry, so
 * ranges of one side do not overlap, but need not rise with the other's.
 */
export function groupChanges(
  up: JoinedText,
  down: JoinedText,
  links: readonly LinkDifferences[],
): Change[] {
  const above = sideOf(up);
  const below = sideOf(down);
  for (const { upstream, downstream, changes } of links) {
    markCarried(above, upstream.unit, up, changes.map(upRange));
    markCarried(below, downstream.unit, down, changes.map(downRange));
  }
  markRuns(above, up, new Set(links.map(({ downstream }) => downstream.text)));
  markRuns(below, down, new Set(links.map(({ upstream }) => upstream.text)));
  const inside = links.filter(
    ({ upstream, downstream }) =>
      above.starts.has(upstream.unit) && below.starts.has(downstream.unit),
  );
  const changes = inside.flatMap((link) => toldBy(link, above, below));
  return [...changes, ...inside.flatMap((link) => dropped(link, above, below))].sort(
    (a, b) => a.startUp - b.startUp || a.startDown - b.startDown,
  );
}

function sideOf({ text, parts }: JoinedText): GroupSide {
  return {
    text,
    carried: new Uint8Array(text.length),
    elsewhere: new Uint8Array(text.length),
    told: new Uint8Array(text.length),
    starts: new Map(parts.map(({ unit, start }) => [unit, start])),
  };
}

function upRange({ startUp, endUp }: Change): Range {
  return [startUp, endUp];
}

function downRange({ startDown, endDown }: Change): Range {
  return [startDown, endDown];
}

/** What a link does not say to differ, its sentence's partner has. */
function markCarried(
  side: GroupSide,
  unit: string,
  { parts }: JoinedText,
  differing: readonly Range[],
): void {
  const part = parts.find((own) => own.unit === unit);
  if (part === undefined) return;
  let from = part.start;
  const ranges = differing
    .map(([start, end]): Range => [part.start + start, part.start + end])
    .sort((a, b) => a[0] - b[0]);
  for (const [start, end] of ranges) {
    if (start > from) side.carried.fill(1, from, start);
    from = Math.max(from, end);
  }
  side.carried.fill(1, from, part.end);
}

/** Wordings of whole words that no link carries in its order, but that stand in one of the other side's texts all the same. */
function markRuns(side: GroupSide, { tokens }: JoinedText, others: ReadonlySet<string>): void {
  const known = new Set<string>();
  for (const text of others)
    for (let at = 0; at + LEAST_RUN <= text.length; at += 1)
      known.add(text.slice(at, at + LEAST_RUN));
  const found = new Uint8Array(side.text.length);
  for (let at = 0; at + LEAST_RUN <= side.text.length; at += 1) {
    const run = side.text.slice(at, at + LEAST_RUN);
    if (known.has(run) && WHOLE_RUN.test(run)) found.fill(1, at, at + LEAST_RUN);
  }
  let run: Range = [0, 0];
  for (const { start, end } of tokens) {
    const whole = found.subarray(start, end).every((value) => value === 1);
    if (whole) run = [run[1] === start ? run[0] : start, end];
    // Words at the rim of a run that are cut by it leave less than a run.
    if (whole && end - run[0] >= LEAST_RUN) side.elsewhere.fill(1, run[0], end);
  }
}

/** Kinds that say how a wording changed, not that it came or went: they stand whatever is said elsewhere. */
const TELLING: ReadonlySet<ChangeKind> = new Set(['number', 'commitment', 'swap', 'set-phrase']);

/** What is left of a range when what is carried or told is taken off; punctuation alone is not worth a mark. */
function leftOf(side: GroupSide, [start, end]: Range, kind: ChangeKind): Range[] {
  const { text, carried, told, elsewhere } = side;
  const taken = (at: number): boolean =>
    carried[at] === 1 || told[at] === 1 || (elsewhere[at] === 1 && !TELLING.has(kind));
  const pieces: Range[] = [];
  for (let at = start; at < end; ) {
    let to = at;
    while (to < end && !taken(to)) to += 1;
    if (to - at === end - start || /[\p{L}\p{N}]/u.test(text.slice(at, to))) pieces.push([at, to]);
    at = to + 1;
  }
  return pieces;
}

function moved([start, end]: Range, by: number): Range {
  return [start + by, end + by];
}

function startOf(side: GroupSide, unit: string): number {
  return side.starts.get(unit) ?? 0;
}

/** The changes of one link that its rivals leave: what stands in place of what, and what is new below. */
function toldBy(link: LinkDifferences, above: GroupSide, below: GroupSide): Change[] {
  const [up, down] = [startOf(above, link.upstream.unit), startOf(below, link.downstream.unit)];
  return link.changes
    .filter(({ endDown, startDown }) => endDown > startDown)
    .flatMap((change): Change[] => {
      const ups =
        change.kind === 'added' ? [] : leftOf(above, moved(upRange(change), up), change.kind);
      const downs = leftOf(below, moved(downRange(change), down), change.kind);
      for (const [start, end] of downs) below.told.fill(1, start, end);
      const [first, ...rest] = downs;
      if (first === undefined) return [];
      const [against] = ups;
      if (against !== undefined) above.told.fill(1, ...against);
      const at = up + change.startUp;
      return [
        changeOf(
          against ?? [at, at],
          first,
          against === undefined ? alone(change.kind) : change.kind,
        ),
        ...rest.map((range) => changeOf([at, at], range, alone(change.kind))),
      ];
    });
}

/** A wording without its partner is new; a number or a degree of duty stays what it is. */
function alone(kind: ChangeKind): ChangeKind {
  return kind === 'changed' || kind === 'list-member' ? 'added' : kind;
}

/** Upstream wordings that no link of the group carries or replaces. */
function dropped(link: LinkDifferences, above: GroupSide, below: GroupSide): Change[] {
  const [up, down] = [startOf(above, link.upstream.unit), startOf(below, link.downstream.unit)];
  return link.changes.flatMap((change) =>
    leftOf(above, moved(upRange(change), up), 'dropped').map((range) => {
      above.told.fill(1, ...range);
      const at = down + change.startDown;
      return changeOf(range, [at, at], 'dropped');
    }),
  );
}

function changeOf([startUp, endUp]: Range, [startDown, endDown]: Range, kind: ChangeKind): Change {
  return { startUp, endUp, startDown, endDown, kind };
}
