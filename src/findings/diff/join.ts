import type { SentenceUnit, Token } from '../../model/index.js';
import type { DiffText } from './analyse.js';

/** Sentences of one side of a link as one text, with the way back to the sentences. */
export interface JoinedText extends DiffText {
  readonly parts: readonly JoinedPart[];
}

export interface JoinedPart {
  readonly unit: string;
  /** Where the sentence stands in the joined text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Puts the sentences of one side of an m:n link together. Section markers (`1.`, `——`) stay in the
 * text but are no tokens: a new number is no difference.
 */
export function joinSentences(
  sentences: readonly SentenceUnit[],
  tokenize: (text: string) => readonly Token[],
): JoinedText {
  const parts: JoinedPart[] = [];
  const tokens: Token[] = [];
  let text = '';
  for (const sentence of sentences) {
    const start = text.length;
    const body = start + sentence.markerLength;
    for (const token of tokenize(sentence.text.slice(sentence.markerLength))) {
      tokens.push({ ...token, start: token.start + body, end: token.end + body });
    }
    text += sentence.text;
    parts.push({ unit: sentence.id, start, end: text.length });
  }
  return { text, tokens, parts };
}
