import { type Entry, fill, type MessageLanguage, type NamesIn, type Section } from './catalogue.js';

/** Values for the parameters of a text. */
type ValuesFor<Text extends string> = { readonly [Name in NamesIn<Text>]: string | number };

/** What a text is in one language: itself, or where it has parameters a function of them. */
type Said<Text extends string> = [NamesIn<Text>] extends [never]
  ? string
  : (values: ValuesFor<Text>) => string;

/** A section in one language: `words.none`, `words.more({ shown, all })`, `words.kinds.added`. */
type WordsOf<T> = T extends Entry ? Said<T['en']> : { readonly [K in keyof T]: WordsOf<T[K]> };

/**
 * A section of the catalogue as its readers use it, in both languages.
 *
 * @example const { none, more } = inLanguages(catalogue({ … })).zh
 */
export function inLanguages<T extends Section>(
  section: T,
): Readonly<Record<MessageLanguage, WordsOf<T>>> {
  return {
    en: said(section, 'en') as WordsOf<T>,
    zh: said(section, 'zh') as WordsOf<T>,
  };
}

function said(part: Entry | Section | Section[string], language: MessageLanguage): unknown {
  if (isEntry(part)) return saidText(part[language]);
  if (Array.isArray(part)) return part.map((item) => said(item, language));
  return Object.fromEntries(
    Object.entries(part).map(([code, item]) => [code, said(item, language)]),
  );
}

function isEntry(part: Entry | Section | Section[string]): part is Entry {
  return 'en' in part && typeof part.en === 'string';
}

function saidText(text: string): unknown {
  if (!/\{\w+(?:\|[^{}]*)?\}/.test(text)) return text;
  return (values: Readonly<Record<string, string | number>>) => fill(text, values);
}

/** Codes of a flat section whose texts have no parameters. */
export type PlainCode<T> = {
  [K in keyof T]: T[K] extends Entry ? ([NamesIn<T[K]['en']>] extends [never] ? K : never) : never;
}[keyof T];

type ArgumentsOf<T> = T extends Entry
  ? [NamesIn<T['en']>] extends [never]
    ? readonly []
    : readonly [ValuesFor<T['en']>]
  : never;

/** A flat section in one language, by code: `say('corpus.added', { path })`. */
export type Say<T> = <K extends keyof T>(code: K, ...values: ArgumentsOf<T[K]>) => string;

/** The texts of a flat section in one language. */
export function sayIn<T extends Readonly<Record<string, Entry>>>(
  section: T,
  language: MessageLanguage,
): Say<T> {
  return (code, ...[values]: readonly unknown[]) =>
    fill((section[code] as Entry)[language], (values ?? {}) as Readonly<Record<string, string>>);
}
