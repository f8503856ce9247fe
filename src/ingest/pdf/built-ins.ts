/**
 * Built-in functions that pdfjs-dist's build for older browsers (core-js) puts its own in the place of, although Node's are whole.
 *
 * They would serve everything that the process does after its first PDF, and take many times as long: every `push`, every value
 * that is written as JSON. The library keeps what it needs of its own and finds the rest as it expects it.
 */
export function builtIns(): () => void {
  const places = [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Function.prototype, 'toString'],
  ] as const;
  const kept = places.map(
    ([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name) ?? {}] as const,
  );
  return () => {
    for (const [owner, name, own] of kept) Object.defineProperty(owner, name, own);
  };
}
