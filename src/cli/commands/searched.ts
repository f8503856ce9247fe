import type { CommandContext } from '../context.js';

/** Say on standard error what of a corpus was not searched, and that its index was mended. */
export function reportSearched(
  { io, say }: CommandContext,
  { left, mended }: { readonly left: readonly string[]; readonly mended: boolean },
  path: string,
): void {
  if (mended) io.stderr.write(`${say('search.mended', { path })}\n`);
  const [first] = left;
  if (first !== undefined)
    io.stderr.write(`${say('search.left', { count: left.length, path: first })}\n`);
}

/** A text as given, or from standard input for `-`. */
export async function textOrStandard({ io }: CommandContext, given: string): Promise<string> {
  if (given !== '-') return given;
  const input = await io.stdin();
  if (input instanceof Uint8Array) return new TextDecoder().decode(input);
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
