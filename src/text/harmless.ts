/** Spaces that stand for a tab. */
const TAB = '    ';

/**
 * Control characters but the line feed, C1 controls, bidi and invisible format characters,
 * line separators, tags, lone surrogates; the zero-width joiner outside an emoji.
 */
const HARMFUL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}]|(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})|\p{Cs}/gu;

/**
 * Makes a text safe for a terminal: whatever could move the cursor, change colours, turn the
 * direction or hide is shown as `<U+001B>`; a tab becomes four spaces; `\n` stays.
 */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (character) => (character === '\t' ? TAB : visible(character)));
}

/** Code points as Unicode writes them: 00AD, E000. */
export function codePoints(text: string): string[] {
  return [...text].map((char) => char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0'));
}

function visible(character: string): string {
  const [code = ''] = codePoints(character);
  return `<U+${code}>`;
}
