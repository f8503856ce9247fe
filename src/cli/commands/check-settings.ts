import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type CheckSettings, RULES } from '../../check/index.js';
import { type CheckConfig, NO_CONFIG, readConfigFile } from '../../corpus/index.js';
import type { Workspace } from '../../pipeline.js';
import { UserError } from '../../text/index.js';
import { selectThemes } from './selection.js';

/** Options of `check` that the configuration may hold too; the command line wins. */
export interface SettingOptions {
  readonly config?: string;
  readonly lock?: string;
  readonly minCoverage?: readonly string[];
  readonly maxLostLinks?: string;
  readonly maxWarnings?: string;
}

export interface Configured {
  readonly config: CheckConfig;
  readonly settings: CheckSettings;
  /** Where the lock is, as opened and as shown. */
  readonly lockPath: string;
  readonly shownLock: string;
}

const NAME = 'duibiao.config.yaml';

/** Configuration file and options together. Errors: `corpus/bad-file`, `cli/bad-value`, `ingest/not-found`. */
export function configure(ws: Workspace, options: SettingOptions): Configured {
  const home = ws.corpus.embedded ? ws.cwd : dirname(ws.corpus.root);
  const explicit = options.config === undefined ? undefined : resolve(ws.cwd, options.config);
  if (explicit !== undefined && !existsSync(explicit))
    throw new UserError('ingest/not-found', { path: options.config! });
  const path = explicit ?? [ws.cwd, home].map((folder) => join(folder, NAME)).find(existsSync);
  const shown = path === undefined ? NAME : relative(ws.cwd, path) || NAME;
  const rules = RULES.map(({ id }) => id);
  const file =
    path === undefined ? NO_CONFIG : readConfigFile(readFileSync(path, 'utf8'), shown, rules);
  const lost = countOf('--max-lost-links', options.maxLostLinks) ?? file.maxLostLinks;
  const warnings = countOf('--max-warnings', options.maxWarnings) ?? file.maxWarnings;
  const config: CheckConfig = {
    ...file,
    minCoverage: { ...file.minCoverage, ...sharesOf(ws, options.minCoverage ?? []) },
    ...(lost !== undefined && { maxLostLinks: lost }),
    ...(warnings !== undefined && { maxWarnings: warnings }),
    ...(options.lock !== undefined && { lock: options.lock }),
  };
  const folder = options.lock === undefined && path !== undefined ? dirname(path) : undefined;
  const lockPath = resolve(
    config.lock === undefined ? home : (folder ?? ws.cwd),
    config.lock ?? 'duibiao.lock',
  );
  return {
    config,
    settings: { path: shown, severities: config.rules, ...config },
    lockPath,
    shownLock: relative(ws.cwd, lockPath),
  };
}

function countOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UserError('cli/bad-value', { value, option, allowed: '0, 1, 2 …' });
}

/** `housing=0.6`, `housing=60%`; several may stand in one value, separated by commas. */
function sharesOf(ws: Workspace, values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    values.flatMap((value) =>
      value.split(',').map((item): [string, number] => {
        const match = /^(.+)=(\d+(?:\.\d+)?)(%?)$/.exec(item.trim());
        const share = match === null ? Number.NaN : Number(match[2]) / (match[3] === '%' ? 100 : 1);
        if (!(share >= 0 && share <= 1))
          throw new UserError('cli/bad-value', {
            value: item,
            option: '--min-coverage',
            allowed: 'THEME=SHARE with a share from 0 to 1, such as housing=0.6',
          });
        return [selectThemes(ws.themes(), match![1]!)[0]!.id, share];
      }),
    ),
  );
}
