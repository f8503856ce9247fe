/** Files that runs keep for each other: nothing about them may stop a run. */
import { rmSync, statSync, utimesSync } from 'node:fs';

/** Size and last use; undefined where there is none, or it may not be asked. */
export function keptFile(
  path: string,
): { readonly bytes: number; readonly used: number } | undefined {
  try {
    const { size, mtimeMs } = statSync(path);
    return { bytes: size, used: mtimeMs };
  } catch {
    return undefined;
  }
}

/** Not being able to note the use only makes the file look older. */
export function markUsed(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Said above.
  }
}

/** Somebody else's file, or one gone already, is left: the next run meets it again. */
export function removeKept(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Said above.
  }
}
