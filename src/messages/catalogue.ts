/** Languages a reader may choose. */
export type MessageLanguage = 'en' | 'zh';

/** Parameters by name. */
type Values = Readonly<Record<string, string | number>>;

/** Names of the parameters (`{name}`) in a text. */
export type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

interface Entry {
  readonly en: string;
  readonly zh: string;
}

/** An entry whose Chinese text names other parameters than its English one does not compile. */
type Checked<T extends Readonly<Record<string, Entry>>> = {
  readonly [K in keyof T]: [NamesIn<T[K]['en']>, NamesIn<T[K]['zh']>] extends [
    NamesIn<T[K]['zh']>,
    NamesIn<T[K]['en']>,
  ]
    ? T[K]
    : { readonly en: T[K]['en']; readonly zh: 'names other parameters than the English text' };
};

/**
 * A section of the catalogue: texts by code, in both languages, with the same parameters.
 *
 * @example catalogue({ lost: { en: '{count} lost', zh: '丢失 {count} 个' } })
 */
export function catalogue<const T extends Readonly<Record<string, Entry>>>(
  entries: T & Checked<T>,
): T {
  return entries;
}

/** A text with its parameters filled in; `[… {name} …]` is left out where the parameter is empty. */
export function fill(template: string, params: Values): string {
  const whole = template.replace(
    /\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g,
    (_, part: string, name: string) => (params[name] === '' ? '' : part),
  );
  return whole.replace(/\{(\w+)\}/g, (all, name: string) => String(params[name] ?? all));
}
