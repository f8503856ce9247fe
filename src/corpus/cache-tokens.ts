import type { Token, TokenKind } from '../model/index.js';
import { contentKey, itemAt, valueAt } from '../text/index.js';
import type { Cache } from './cache.js';

type Tokenize = (text: string) => readonly Token[];

/** One letter a kind; written to disk, so none may ever change its meaning. */
const LETTERS = {
  word: 'w',
  number: 'n',
  date: 'd',
  title: 't',
  quoted: 'q',
  latin: 'l',
  punctuation: 'p',
} as const satisfies Record<TokenKind, string>;

const KINDS = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter as string, kind as TokenKind]),
);

/**
 * A tokenizer for exactly these texts, from the cache where it holds them: the word segmenter, which takes a tenth
 * of a second to load, is then not loaded at all.
 *
 * *In* the texts of a side or a document, in any order; `words`, the word list the segmenter gets, is part of
 * the key. *Errors*: the tokenizer throws for a text it was not made for, rather than cut it in another way.
 */
export async function cachedTokens(
  cache: Cache,
  texts: readonly string[],
  words: readonly string[],
  load: () => Promise<Tokenize>,
): Promise<Tokenize> {
  const distinct = [...new Set(texts)];
  const key = (): string => contentKey(words.join('\n'), ...distinct);
  const codes = await cache.rememberLater('tokens', key, async () => {
    const tokenize = await load();
    return distinct.map((text) => encodeTokens(tokenize(text)));
  });
  const byText = new Map(distinct.map((text, i) => [text, itemAt(codes, i)]));
  return (text) => {
    const code = byText.get(text);
    if (code === undefined) throw new Error('this text was not handed to cachedTokens');
    return decodeTokens(text, code);
  };
}

/** Tokens that stand next to each other, as lengths and kinds: `2w1p3n`. */
export function encodeTokens(tokens: readonly Token[]): string {
  return tokens.map(({ start, end, kind }) => `${end - start}${LETTERS[kind]}`).join('');
}

/** The way back. */
export function decodeTokens(text: string, code: string): Token[] {
  let start = 0;
  return [...code.matchAll(/(?<!\d)(\d+)([a-z])/g)].map(([, length, letter = '']) => {
    const end = start + Number(length);
    const token: Token = {
      start,
      end,
      text: text.slice(start, end),
      kind: valueAt(KINDS, letter),
    };
    start = end;
    return token;
  });
}
