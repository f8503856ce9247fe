/** A part of a text, inside or outside the ranges that were asked for. */
export interface TextPart {
  readonly text: string;
  readonly inside: boolean;
}

/** *In* ranges in order, apart, within the text. *Out* the whole text in parts, none empty. */
export function partsBy(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push({ text: text.slice(at, start), inside: false });
    parts.push({ text: text.slice(start, end), inside: true });
    at = end;
  }
  parts.push({ text: text.slice(at), inside: false });
  return parts.filter((part) => part.text !== '');
}
