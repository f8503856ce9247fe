/**
 * Keeps the last `most` values made, by what they are made of: reading the same engine or theme again costs nothing.
 *
 * *In* a key that is equal only for equal values (a digest of the contents). What `make` throws is not kept.
 */
export function keptByKey<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    // The one asked for last is the last to go.
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
