import { createHash } from 'node:crypto';

/** SHA-256 of one text or file as it is, hex: what others can compute too. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of some texts and bytes, told apart by their lengths: the name of what is made of them. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
