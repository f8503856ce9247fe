import type { ChangeKind, Token } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Edit, lengthOf, type TokenRange } from './edits.js';
import { type Neutraliser, withoutMarks } from './keys.js';
import type { Remainder } from './lists.js';

export interface TypedEdit extends Edit {
  readonly kind: ChangeKind;
}

interface Sides {
  readonly up: readonly Token[];
  readonly down: readonly Token[];
  readonly neutral: Neutraliser;
  /** Word → grade: how firmly a sentence commits. */
  readonly commitment: ReadonlyMap<string, number>;
}

/** Words that sharpen or soften the figure or date they stand by. */
const HEDGES_BEFORE = new Set(
  '力争 争取 力争到 约 大约 接近 超过 突破 不低于 不少于 不超过 至少 最多 提前到 确保'.split(' '),
);
const HEDGES_AFTER = new Set('左右 以上 以下 以内 前 底 末 之前 以前'.split(' '));

/**
 * Cuts an edit at words that are plainly each other's counterpart (a figure of the same unit, a word
 * of another commitment grade, a swap) and gives every piece its kind.
 */
export function typeEdit(edit: Remainder, sides: Sides): TypedEdit[] {
  if (edit.listMember) return [{ ...edit, kind: 'list-member' }];
  const kind = kindOf(edit, sides);
  if (kind !== 'changed') return [{ ...hedged(edit, kind, sides), kind }];
  const twins = twinsIn(edit, sides);
  if (twins.length === 0) return [{ ...edit, kind }];
  return splitAt(edit, twins).map((piece) => ({ ...piece, kind: kindOf(piece, sides) }));
}

function kindOf(edit: Edit, sides: Sides): ChangeKind {
  const up = textOf(edit.up, sides.up);
  const down = textOf(edit.down, sides.down);
  if (up === '' || down === '') return kindOfOneSided(edit, up === '' ? down : up, sides);
  if (withoutMarks(up) === withoutMarks(down)) return 'set-phrase';
  if (sides.neutral(up) === sides.neutral(down)) return 'swap';
  if (withoutMarks(sides.neutral(up)) === withoutMarks(sides.neutral(down))) return 'swap';
  if (isNumberChange(edit, sides)) return 'number';
  const [upGrade, downGrade] = [
    gradeOf(edit.up, sides.up, sides),
    gradeOf(edit.down, sides.down, sides),
  ];
  if (upGrade !== undefined && downGrade !== undefined && upGrade !== downGrade)
    return 'commitment';
  return 'changed';
}

function kindOfOneSided(edit: Edit, text: string, sides: Sides): ChangeKind {
  if (withoutMarks(text) === '') return 'set-phrase';
  const [range, tokens] = lengthOf(edit.up) > 0 ? [edit.up, sides.up] : [edit.down, sides.down];
  if (hedgedNumber(range, tokens)) return 'number';
  if (gradeOf(range, tokens, sides) !== undefined) return 'commitment';
  return lengthOf(edit.up) > 0 ? 'dropped' : 'added';
}

/** A hedge that came or went takes the figure it stands by along: 2030年前 → 力争2030年前. */
function hedged(edit: Edit, kind: ChangeKind, sides: Sides): Edit {
  if (kind !== 'number' || (lengthOf(edit.up) > 0 && lengthOf(edit.down) > 0)) return edit;
  const [range, tokens] = lengthOf(edit.up) > 0 ? [edit.up, sides.up] : [edit.down, sides.down];
  return hedgedNumber(range, tokens) === 'after'
    ? { up: grown(edit.up, 0, 1), down: grown(edit.down, 0, 1) }
    : { up: grown(edit.up, 1, 0), down: grown(edit.down, 1, 0) };
}

/** On which side of the hedge its figure stands. */
function hedgedNumber(range: TokenRange, tokens: readonly Token[]): 'before' | 'after' | undefined {
  const text = textOf(range, tokens);
  if (HEDGES_BEFORE.has(text) && isFigure(tokens[range.end])) return 'after';
  if (HEDGES_AFTER.has(text) && isFigure(tokens[range.start - 1])) return 'before';
  return undefined;
}

function isNumberChange(edit: Edit, sides: Sides): boolean {
  const onlyFigures = (range: TokenRange, tokens: readonly Token[]) =>
    tokens
      .slice(range.start, range.end)
      .every(
        (token) => isFigure(token) || HEDGES_BEFORE.has(token.text) || HEDGES_AFTER.has(token.text),
      );
  return onlyFigures(edit.up, sides.up) && onlyFigures(edit.down, sides.down);
}

function isFigure(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'date';
}

/** The firmest grade of a stretch made of graded words only. */
function gradeOf(range: TokenRange, tokens: readonly Token[], sides: Sides): number | undefined {
  const whole = sides.commitment.get(textOf(range, tokens));
  if (whole !== undefined) return whole;
  let firmest: number | undefined;
  for (const token of tokens.slice(range.start, range.end)) {
    const grade = sides.commitment.get(token.text);
    if (grade === undefined) return undefined;
    firmest = Math.max(firmest ?? grade, grade);
  }
  return firmest;
}

type Twin = readonly [up: number, down: number];

/** Counterparts inside an edit, in order, each taken as soon as it is met. */
function twinsIn(edit: Edit, sides: Sides): Twin[] {
  const twins: Twin[] = [];
  let nextDown = edit.down.start;
  for (let u = edit.up.start; u < edit.up.end; u += 1) {
    for (let d = nextDown; d < edit.down.end; d += 1) {
      if (!areTwins(u, d, edit, sides)) continue;
      twins.push([u, d]);
      nextDown = d + 1;
      break;
    }
  }
  return twins;
}

/** Units that count anything: they alone do not tell that two figures are about the same. */
const GENERIC_UNITS = new Set(['', '个', '项', '条', '类', '种', '批', '次', '大']);

function areTwins(u: number, d: number, edit: Edit, sides: Sides): boolean {
  const [up, down] = [itemAt(sides.up, u), itemAt(sides.down, d)];
  const first = u === edit.up.start && d === edit.down.start;
  const last = u === edit.up.end - 1 && d === edit.down.end - 1;
  if (isFigure(up) && up.kind === down.kind) {
    const unit = unitOf(up.text);
    return unit === unitOf(down.text) && (first || last || !GENERIC_UNITS.has(unit));
  }
  // At the end of the edit the same words follow: the two verbs have the same object.
  const [upGrade, downGrade] = [sides.commitment.get(up.text), sides.commitment.get(down.text)];
  return last && upGrade !== undefined && downGrade !== undefined && upGrade !== downGrade;
}

/** A figure without its digits: 10% and 12% are both `%`. */
function unitOf(text: string): string {
  const unit = text.replace(/[\d.,，〇零○一二三四五六七八九十百千万亿两余多第]+/gu, '');
  return unit.replace(/(?<=年)[底末初前]$/u, '');
}

function splitAt(edit: Edit, twins: readonly Twin[]): Edit[] {
  const pieces: Edit[] = [];
  let [u, d] = [edit.up.start, edit.down.start];
  const upTo = (endUp: number, endDown: number) => {
    if (endUp > u || endDown > d) {
      pieces.push({ up: { start: u, end: endUp }, down: { start: d, end: endDown } });
    }
    [u, d] = [endUp, endDown];
  };
  for (const [twinUp, twinDown] of twins) {
    upTo(twinUp, twinDown);
    upTo(twinUp + 1, twinDown + 1);
  }
  upTo(edit.up.end, edit.down.end);
  return pieces;
}

function textOf(range: TokenRange, tokens: readonly Token[]): string {
  return tokens
    .slice(range.start, range.end)
    .map((token) => token.text)
    .join('');
}

function grown(range: TokenRange, before: number, after: number): TokenRange {
  return { start: range.start - before, end: range.end + after };
}
