import { itemAt } from './item-at.js';
/** Line starts of a text, so that offsets can be told as 1-based lines on output. */
export interface LineIndex {
  readonly starts: readonly number[];
}

/** A line ends at `\n`, `\r\n` or a lone `\r`, as raw line numbers in editors do. Cost: one pass. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { starts };
}

/** 1-based line that holds `offset`. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (itemAt(index.starts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
