import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Where a package may be installed: the environment decides what counts as global. */
export interface Places {
  /** The user's project: its `node_modules` and those above it. */
  readonly project: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Path of an optional package's entry: in the user's project, beside this program, else installed globally.
 *
 * *Out* absent where it is nowhere. Nothing of it is loaded.
 */
export function findPackage(name: string, { project, env }: Places): string | undefined {
  const own = [join(project, 'noop.js'), import.meta.url];
  for (const from of [...own, ...globalFolders(env).map((folder) => join(folder, 'noop.js'))]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // Not there, or a folder without the entry: the next place.
    }
  }
  return undefined;
}

/** Folders above the `node_modules` that `npm install -g` writes to, by npm's own rules. */
function globalFolders(env: Places['env']): string[] {
  const bin = dirname(process.execPath);
  const prefixes = [env.npm_config_prefix, env.PREFIX, dirname(bin)].flatMap((prefix) =>
    prefix === undefined || prefix === '' ? [] : [join(prefix, 'lib')],
  );
  const windows = env.APPDATA === undefined ? [] : [join(env.APPDATA, 'npm')];
  const stated = (env.NODE_PATH ?? '').split(delimiter).filter((path) => path !== '');
  // `NODE_PATH` names the `node_modules` themselves.
  return [...stated.map((path) => dirname(path)), ...prefixes, ...windows, bin];
}
