/** The page, from `[name, JSON Schema]` pairs. */
export function dictionaryOf(schemas: readonly (readonly [string, object])[]): string;
