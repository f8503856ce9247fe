/** Languages a reader may choose. */
export type MessageLanguage = 'en' | 'zh';

/** Parameters by name, already in words. */
type Values = Readonly<Record<string, string | number>>;

/** What stands in braces and is no name: `{text: 住房}`, `{0,8}`. */
type NoName = `${string}${' ' | ':' | ','}${string}`;

/** `count` of `count|sentence|sentences`, the name itself of a plain one. */
type NameIn<S extends string> = S extends `${infer Name}|${string}`
  ? Name
  : S extends NoName
    ? never
    : S;

/** Names of the parameters (`{name}`, `{name|one|many}`) in a text. */
export type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? NameIn<Name> | NamesIn<Rest>
  : never;

/** One text in both languages. */
export interface Entry {
  readonly en: string;
  readonly zh: string;
}

/** One line a person may type, and what it is for. */
export interface Example extends Entry {
  readonly line: string;
}

/** Lines to try, by command. */
export type Examples = Readonly<Record<string, readonly Example[]>>;

/** Texts by code; what belongs together may stand in a group or a list. */
export interface Section {
  readonly [code: string]: Entry | Section | readonly (Entry | Section)[];
}

/** An entry whose Chinese text names other parameters than its English one does not compile. */
type Checked<T> = T extends Entry
  ? [NamesIn<T['en']>, NamesIn<T['zh']>] extends [NamesIn<T['zh']>, NamesIn<T['en']>]
    ? T
    : { readonly en: T['en']; readonly zh: 'names other parameters than the English text' }
  : { readonly [K in keyof T]: Checked<T[K]> };

/**
 * A section of the catalogue: texts by code, in both languages, with the same parameters.
 *
 * @example catalogue({ lost: { en: '{count} {count|link|links} lost', zh: '丢失 {count} 条对应' } })
 */
export function catalogue<const T extends Section>(entries: T & Checked<T>): T {
  return entries;
}

/**
 * A text with its parameters filled in. `[… {name} …]` is left out where the parameter is empty,
 * `{name|one|many}` gives the first word for 1 and the second for every other number; `{name||}` says nothing, for a
 * parameter that only the other language needs.
 */
export function fill(template: string, params: Values): string {
  const whole = template.replace(
    /\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g,
    (_, part: string, name: string) => (params[name] === '' ? '' : part),
  );
  return whole.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (all, name: string, one?: string, many?: string) =>
      one === undefined ? String(params[name] ?? all) : ((params[name] === 1 ? one : many) ?? ''),
  );
}
