import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Variables by name: they decide what counts as installed globally. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Path of an optional package's entry: beside this program, else installed globally.
 *
 * Not in the folder of the configuration: whoever compares a folder that came from elsewhere must not run its code.
 *
 * *Out* absent where it is nowhere. Nothing of it is loaded.
 */
export function findPackage(name: string, env: Environment): string | undefined {
  const folders = globalFolders(env).map((folder) => join(folder, 'noop.js'));
  for (const from of [import.meta.url, ...folders]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // Not there, or a folder without the entry: the next place.
    }
  }
  return undefined;
}

/** Folders above the `node_modules` that `npm install -g` writes to, by npm's own rules. */
function globalFolders(env: Environment): string[] {
  const bin = dirname(process.execPath);
  const prefixes = [env.npm_config_prefix, env.PREFIX, dirname(bin)].flatMap((prefix) =>
    prefix === undefined || prefix === '' ? [] : [join(prefix, 'lib')],
  );
  const windows = env.APPDATA === undefined ? [] : [join(env.APPDATA, 'npm')];
  const stated = (env.NODE_PATH ?? '').split(delimiter).filter((path) => path !== '');
  // `NODE_PATH` names the `node_modules` themselves.
  return [...stated.map((path) => dirname(path)), ...prefixes, ...windows, bin];
}
