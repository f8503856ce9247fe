import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentKey } from '../text/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the cache lies: `DUIBIAO_CACHE_DIR`, else the place the system has for caches. Never in a repository.
 *
 * *Out* absent where the environment names no such place: nothing is kept then.
 */
export function cacheFolder(env: Environment, platform: string, cwd: string): string | undefined {
  if (isSet(env.DUIBIAO_CACHE_DIR)) return resolve(cwd, env.DUIBIAO_CACHE_DIR);
  const place = systemPlace(env, platform);
  return place === undefined ? undefined : join(place, 'duibiao');
}

function systemPlace(env: Environment, platform: string): string | undefined {
  // The XDG rules: a relative path is to be ignored.
  if (isSet(env.XDG_CACHE_HOME) && resolve(env.XDG_CACHE_HOME) === env.XDG_CACHE_HOME)
    return env.XDG_CACHE_HOME;
  if (platform === 'win32') return isSet(env.LOCALAPPDATA) ? env.LOCALAPPDATA : undefined;
  if (!isSet(env.HOME)) return undefined;
  return join(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache');
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/**
 * What the program's results depend on besides their input: its own code, by name, size and time of the files.
 *
 * A version number alone would serve results of yesterday's code to whoever works on the program.
 * *Cost*: one `stat` a file, a few milliseconds.
 */
export function programFingerprint(root: string, parts: readonly string[]): string {
  const files = parts.flatMap((part) => filesUnder(join(root, part)));
  return contentKey(
    ...files.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path.slice(root.length)} ${size} ${mtimeMs}`;
    }),
  );
}

/**
 * The program's own code by what stands in it: the same on every machine that has the same program, and another with any change of it.
 *
 * *Cost*: reads the parts once, some ten milliseconds for all.
 */
export function programContent(root: string, parts: readonly string[]): string {
  const files = parts.flatMap((part) => filesUnder(join(root, part)));
  return contentKey(
    ...files.flatMap((path) => [path.slice(root.length).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      if (item.isDirectory()) return filesUnder(join(path, item.name));
      return /(?<!\.d)\.[jt]s$/.test(item.name) ? [join(path, item.name)] : [];
    });
}
