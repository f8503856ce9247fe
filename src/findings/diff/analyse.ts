import type { Change, Swap, Token } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Edit, editsBetween, type Keyed, type TokenRange } from './edits.js';
import { makeNeutraliser, type Neutraliser, withoutMarks } from './keys.js';
import { type TypedEdit, typeEdit } from './kinds.js';
import { resolveLists } from './lists.js';
import { asPhraseVariants, type PhraseVariants } from './phrases.js';

/** What the diff knows of the language and of this pair; all plain data. */
export interface DiffKnowledge {
  /** Swaps, listed and learned. */
  readonly swaps: readonly Swap[];
  /** Groups of wordings of one set phrase. */
  readonly setPhrases: readonly PhraseVariants[];
  /** Word → grade of commitment: words of different grades are a `commitment` change. */
  readonly commitment: ReadonlyMap<string, number>;
}

/** A diff bound to its knowledge, so that patterns are made once for all sentences of a pair. */
export type Differ = (upstream: DiffText, downstream: DiffText) => Change[];

export interface DiffText {
  readonly text: string;
  /** Tokens to compare, in order; text between them (section markers) is not looked at. */
  readonly tokens: readonly Token[];
}

/** Makes the diff of a pair of sides. */
export function makeDiffer(knowledge: DiffKnowledge): Differ {
  const neutral = makeNeutraliser(knowledge.swaps);
  return (upstream, downstream) => diff(upstream, downstream, knowledge, neutral);
}

/**
 * Typed differences between two sentences, in order.
 *
 * *Out*: changes that do not overlap. Text outside them is equal on both sides, but for the order of
 * the members of a 、-enumeration. An added wording has an empty upstream range where it would stand.
 * *Cost*: about quadratic in the number of differing tokens; 1 ms for two sentences of 100 tokens.
 */
export function diffSentences(
  upstream: DiffText,
  downstream: DiffText,
  knowledge: DiffKnowledge,
): Change[] {
  return makeDiffer(knowledge)(upstream, downstream);
}

function diff(
  upstream: DiffText,
  downstream: DiffText,
  knowledge: DiffKnowledge,
  neutral: Neutraliser,
): Change[] {
  const up = upstream.tokens;
  const down = downstream.tokens;
  const edits = editsBetween(keyed(up, neutral), keyed(down, neutral));
  const sides = { up, down, neutral, commitment: knowledge.commitment };
  const typed = resolveLists(edits, up, down).flatMap((edit) => typeEdit(edit, sides));
  const all = joinNeighbours([...typed, ...twinsOutside(edits, up, down)].sort(inOrder));
  const changes = all.map((edit) => asChange(edit, up, down));
  return asPhraseVariants(changes, upstream.text, downstream.text, knowledge.setPhrases);
}

function keyed(tokens: readonly Token[], neutral: Neutraliser): Keyed[] {
  return tokens.map(({ text, kind }) => ({
    text,
    key: kind === 'quoted' ? neutral(withoutMarks(text)) : neutral(text),
  }));
}

/** Equal by key, different in text: swaps, and terms with and without quotation marks. */
function twinsOutside(
  edits: readonly Edit[],
  up: readonly Token[],
  down: readonly Token[],
): TypedEdit[] {
  const twins: TypedEdit[] = [];
  let [u, d] = [0, 0];
  const end: Edit = {
    up: { start: up.length, end: up.length },
    down: { start: down.length, end: down.length },
  };
  for (const edit of [...edits, end]) {
    for (; u < edit.up.start; u += 1, d += 1) {
      const [a, b] = [itemAt(up, u).text, itemAt(down, d).text];
      if (a === b) continue;
      const kind = withoutMarks(a) === withoutMarks(b) ? 'set-phrase' : 'swap';
      twins.push({ up: { start: u, end: u + 1 }, down: { start: d, end: d + 1 }, kind });
    }
    [u, d] = [edit.up.end, edit.down.end];
  }
  return twins;
}

function inOrder(a: Edit, b: Edit): number {
  return (
    a.up.start - b.up.start ||
    a.down.start - b.down.start ||
    a.up.end - b.up.end ||
    a.down.end - b.down.end
  );
}

/** 湖北|省 → 武汉|市 reads as one swap; two hedges around one figure are one change of it. */
function joinNeighbours(edits: readonly TypedEdit[]): TypedEdit[] {
  const joined: TypedEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && (overlap(last, edit) || continues(last, edit))) {
      joined[joined.length - 1] = {
        up: { start: last.up.start, end: Math.max(last.up.end, edit.up.end) },
        down: { start: last.down.start, end: Math.max(last.down.end, edit.down.end) },
        kind: edit.kind,
      };
    } else joined.push(edit);
  }
  return joined;
}

function overlap(last: Edit, edit: Edit): boolean {
  return edit.up.start < last.up.end || edit.down.start < last.down.end;
}

function continues(last: TypedEdit, edit: TypedEdit): boolean {
  const touching = last.up.end === edit.up.start && last.down.end === edit.down.start;
  return touching && last.kind === edit.kind && edit.kind !== 'list-member';
}

function asChange(edit: TypedEdit, up: readonly Token[], down: readonly Token[]): Change {
  const [startUp, endUp] = offsets(edit.up, up);
  const [startDown, endDown] = offsets(edit.down, down);
  return { startUp, endUp, startDown, endDown, kind: edit.kind };
}

/** Text range of a token range; an empty one stands at the end of the token before it. */
function offsets(range: TokenRange, tokens: readonly Token[]): readonly [number, number] {
  if (range.end > range.start)
    return [itemAt(tokens, range.start).start, itemAt(tokens, range.end - 1).end];
  const at = tokens[range.start - 1]?.end ?? tokens[range.start]?.start ?? 0;
  return [at, at];
}
