import { type Entry, fill, type MessageLanguage, type NamesIn } from './catalogue.js';
import { CHECK_PHRASES } from './phrases-check.js';
import { CORPUS_PHRASES } from './phrases-corpus.js';
import { OUTSIDE_PHRASES } from './phrases-outside.js';
import { REVIEW_PHRASES } from './phrases-review.js';
import { SEMANTICS_PHRASES } from './phrases-semantics.js';
import { THEME_PHRASES } from './phrases-themes.js';
import { USAGE_PHRASES } from './phrases-usage.js';

export const PHRASES = {
  ...CHECK_PHRASES,
  ...CORPUS_PHRASES,
  ...OUTSIDE_PHRASES,
  ...REVIEW_PHRASES,
  ...SEMANTICS_PHRASES,
  ...THEME_PHRASES,
  ...USAGE_PHRASES,
} as const;

export type PhraseCode = keyof typeof PHRASES;

/** What a parameter may be: a name, path or number as it is, or phrases, which are worded with the whole. */
export type PhraseValue = string | number | Phrase | readonly Phrase[];

export type PhraseParams = Readonly<Record<string, PhraseValue>>;

/**
 * A problem, an advice or a reason inside a message, not yet in words: the language is known where it is shown.
 *
 * Plain data, so that it may be kept and sent.
 */
export interface Phrase {
  readonly code: PhraseCode;
  readonly params: PhraseParams;
}

type ParamsOf<C extends PhraseCode> = [NamesIn<(typeof PHRASES)[C]['en']>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<NamesIn<(typeof PHRASES)[C]['en']>, PhraseValue>>];

/**
 * A phrase of the catalogue. A code there is none of, a missing or a misspelt parameter do not compile.
 *
 * @example phrase('reader/missing', { key: 'id', what: phrase('part/file') })
 */
export function phrase<C extends PhraseCode>(code: C, ...[params]: ParamsOf<C>): Phrase {
  return { code, params: params ?? {} };
}

/** A phrase in the language of its reader. */
export function wordPhrase({ code, params }: Phrase, language: MessageLanguage): string {
  const { [language]: text }: Entry = PHRASES[code];
  return fill(text, wordParams(params, language));
}

/** Parameters with what are phrases among them put in words. */
export function wordParams(
  params: PhraseParams,
  language: MessageLanguage,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, wordValue(value, language)]),
  );
}

function wordValue(value: PhraseValue, language: MessageLanguage): string | number {
  if (typeof value !== 'object') return value;
  if ('code' in value) return wordPhrase(value, language);
  return value.map((item) => wordPhrase(item, language)).join(language === 'zh' ? '；' : '; ');
}
