import type { LineRole } from '../../model/index.js';

/** One raw line of Markdown with what its block marks say. */
export interface MarkdownLine {
  readonly text: string;
  readonly outline?: number;
  readonly role?: LineRole;
  /** Continues the paragraph of the line before: Markdown joins them. */
  readonly continues: boolean;
}

const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const BULLET = /^[ \t]*[-*+][ \t]+(.*)$/;
const NUMBERED = /^[ \t]*(\d{1,9}[.)])[ \t]+(.*)$/;
const QUOTE = /^ {0,3}(?:>[ \t]?)+/;
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
const DEFINITION = /^ {0,3}\[[^\]^]+\]:[ \t]*\S+(?:[ \t]+["'(].*)?$/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

interface BlockState {
  readonly lines: MarkdownLine[];
  readonly count: (kind: string) => void;
  fence: string | undefined;
  inTable: boolean;
  /** The last line is open running text, which the next line continues. */
  open: boolean;
}

/**
 * Block marks of Markdown resolved, line by line.
 *
 * Headings, quotes, rules, fences, tables, lists, notes and link definitions; the rest is text. A
 * printed number (`1.`) is text and stays. In: lines without their breaks. Cost: linear.
 */
export function readBlocks(raw: readonly string[], count: (kind: string) => void): MarkdownLine[] {
  const state: BlockState = { lines: [], count, fence: undefined, inTable: false, open: false };
  for (const [i, line] of raw.entries()) readLine(state, line, raw[i + 1]);
  return state.lines;
}

function readLine(state: BlockState, raw: string, next: string | undefined): void {
  const fence = FENCE.exec(raw)?.[1];
  if (state.fence !== undefined) {
    if (fence?.startsWith(state.fence) === true)
      drop(state, 'fence', () => (state.fence = undefined));
    else push(state, { text: raw, continues: false });
    return;
  }
  if (fence !== undefined) {
    drop(state, 'fence', () => (state.fence = fence));
    return;
  }
  const unquoted = raw.replace(QUOTE, '');
  if (unquoted !== raw) state.count('quote');
  readText(state, unquoted, next);
}

function readText(state: BlockState, line: string, next: string | undefined): void {
  const heading = HEADING.exec(line);
  if (line.trim() === '') {
    state.inTable = false;
    push(state, { text: '', continues: false });
  } else if (heading !== null) {
    state.count('heading');
    const text = withoutClosingSigns(line.slice(heading[0].length));
    push(state, { text, outline: heading[1]!.length, continues: false });
  } else if (state.open && UNDERLINE.test(line)) underline(state, line.includes('=') ? 1 : 2);
  else if (RULE.test(line)) drop(state, 'rule');
  else if (DEFINITION.test(line)) drop(state, 'link-definition');
  else if (isTableRow(state, line, next)) readRow(state, line);
  else readItemOrText(state, line);
}

/** `## 总则 ##`. Loops, as a pattern with two runs at the end costs quadratic time. */
function withoutClosingSigns(raw: string): string {
  const text = raw.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1]!) ? text.slice(0, end).trimEnd() : text;
}

/** A line of `===` or `---` makes the text above it a heading. */
function underline(state: BlockState, outline: number): void {
  state.count('heading');
  const last = state.lines.pop()!;
  push(state, { text: last.text, outline, continues: false });
}

function isTableRow(state: BlockState, line: string, next: string | undefined): boolean {
  if (!line.includes('|')) return false;
  return (
    state.inTable || (next?.includes('-') === true && next.includes('|') && TABLE_RULE.test(next))
  );
}

function readRow(state: BlockState, line: string): void {
  if (state.inTable && TABLE_RULE.test(line) && !/[^-:|\s]/.test(line)) {
    drop(state, 'table-rule');
    return;
  }
  state.inTable = true;
  const inner = line.trim().replace(/^\||(?<!\\)\|$/g, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
  push(state, { text: cells.join('\t'), role: 'table-row', continues: false });
}

function readItemOrText(state: BlockState, line: string): void {
  state.inTable = false;
  const note = NOTE.exec(line);
  const numbered = NUMBERED.exec(line);
  const bullet = BULLET.exec(line);
  if (note !== null) push(state, { text: note[2]!, role: 'footnote', continues: false });
  else if (numbered !== null) {
    const item = { text: `${numbered[1]} ${numbered[2]}`, role: 'list-item' as const };
    push(state, { ...item, continues: false }, true);
  } else if (bullet !== null) {
    state.count('bullet');
    push(state, { text: bullet[1]!, role: 'list-item', continues: false }, true);
  } else {
    const broken = line.endsWith('  ') || line.endsWith('\\');
    push(state, { text: line.replace(/\\$/, '').trimEnd(), continues: state.open }, !broken);
  }
}

function push(state: BlockState, line: MarkdownLine, open = false): void {
  state.lines.push(line);
  state.open = open;
}

function drop(state: BlockState, kind: string, effect?: () => void): void {
  state.count(kind);
  state.open = false;
  effect?.();
}
