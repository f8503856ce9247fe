import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type CheckSettings, RULES } from '../../check/index.js';
import { type CheckConfig, configText, NO_CONFIG, readConfigFile } from '../../corpus/index.js';
import { UserError } from '../../text/index.js';
import { configFile } from '../config-path.js';
import { knownNames } from '../read.js';
import { selectThemes } from '../select-themes.js';
import type { Workspace } from '../workspace.js';

/** What the configuration may hold too; what is handed in wins. */
export interface SettingOptions {
  /** Path of a configuration file; else `duibiao.config.yaml` here or beside the corpus. */
  readonly config?: string;
  /** Path of the lock; else `duibiao.lock` beside the corpus. */
  readonly lock?: string;
  /** Least share of the upstream text by theme, 0 to 1. */
  readonly minCoverage?: Readonly<Record<string, number>>;
  readonly maxLostLinks?: number;
  readonly maxWarnings?: number;
}

export interface Configured {
  readonly config: CheckConfig;
  readonly settings: CheckSettings;
  /** Where the lock is, as opened and as shown. */
  readonly lockPath: string;
  readonly shownLock: string;
}

/** Configuration file and options together. Errors: `corpus/bad-file`, `corpus/unknown-theme`, `ingest/not-found`. */
export function configure(ws: Workspace, options: SettingOptions): Configured {
  const home = ws.corpus.embedded ? ws.cwd : dirname(ws.corpus.root);
  const { path, shown } = configFile(ws, options.config);
  const rules = RULES.map(({ id }) => id);
  const file =
    path === undefined
      ? NO_CONFIG
      : readConfigFile(readFileSync(path, 'utf8'), shown, rules, namesOf(ws));
  const config: CheckConfig = {
    ...file,
    minCoverage: { ...file.minCoverage, ...sharesOf(ws, options.minCoverage ?? {}) },
    ...(options.maxLostLinks !== undefined && { maxLostLinks: options.maxLostLinks }),
    ...(options.maxWarnings !== undefined && { maxWarnings: options.maxWarnings }),
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

/** Names to hold the configuration against; of a part of the corpus that is broken none, which the gate itself reports. */
function namesOf(ws: Workspace): { sides?: readonly string[]; themes?: readonly string[] } {
  const sides = ifWhole(() => knownNames(ws));
  const themes = ifWhole(() => ws.themes().map(({ id }) => id));
  return { ...(sides !== undefined && { sides }), ...(themes !== undefined && { themes }) };
}

function ifWhole<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The configuration in force, as a file. Errors: those of `configure`. */
export function configurationText(ws: Workspace, options: SettingOptions): string {
  return configText(configure(ws, options).config);
}

/** Themes by id or label. Errors: `corpus/unknown-theme`. */
function sharesOf(ws: Workspace, shares: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(shares).flatMap(([name, share]) =>
      selectThemes(ws.themes(), name).map(({ id }): [string, number] => [id, share]),
    ),
  );
}
