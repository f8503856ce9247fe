/** Further back stands nothing that a place in a text belongs to: no title, quotation or clause is so long. */
const REACH = 1000;

/** `text.lastIndexOf(mark, at)` within reach: asked of each of many places, the whole way back takes the square of the text. */
export function lastNear(text: string, mark: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const found = text.slice(from, at + mark.length).lastIndexOf(mark);
  return found < 0 ? -1 : from + found;
}
