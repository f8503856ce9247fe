import { type Phrase, phrase } from '../messages/index.js';
import type { Severity } from '../model/index.js';
import { nearest } from '../text/index.js';
import { stringify } from './yaml.js';
import { YamlReader } from './yaml-reader.js';

/** One ignore of `duibiao.config.yaml`. */
export interface IgnoreEntry {
  readonly rule: string;
  readonly path?: string;
  readonly document?: string;
  readonly contains?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly until?: string;
  /** 1-based line of the entry. */
  readonly line: number;
}

/** `check:` of `duibiao.config.yaml`. */
export interface CheckConfig {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly ignores: readonly IgnoreEntry[];
  readonly minCoverage: Readonly<Record<string, number>>;
  readonly maxLostLinks?: number;
  readonly maxWarnings?: number;
  /** Path of the lock file, from the configuration's folder. */
  readonly lock?: string;
  /** Sides to compare; absent: every level with the next, by the aliases of the corpus. */
  readonly pairs?: readonly (readonly [upstream: string, downstream: string])[];
}

export const NO_CONFIG: CheckConfig = { rules: {}, ignores: [], minCoverage: {} };

/** What stands at the margin of `duibiao.config.yaml`: `semantics` is read by the part of that name. */
export const CONFIG_PARTS = ['check', 'semantics'] as const;

const LEVELS = ['error', 'warning', 'info', 'off'] as const;
const KEYS = [
  'rules',
  'ignores',
  'min-coverage',
  'max-lost-links',
  'max-warnings',
  'lock',
  'pairs',
] as const;
const IGNORE_KEYS = ['path', 'document', 'contains', 'fingerprint', 'until'] as const;

/** Names a configuration may use; absent: not looked at. */
interface KnownNames {
  /** Documents and aliases. */
  readonly sides?: readonly string[];
  readonly themes?: readonly string[];
}

/**
 * Read `check:` of `duibiao.config.yaml`.
 *
 * In: text, path for messages, the rules there are. Errors: `corpus/bad-file` with line and column.
 */
export function readConfigFile(
  content: string,
  path: string,
  rules: readonly string[],
  known: KnownNames = {},
): CheckConfig {
  const reader = new YamlReader(content, path);
  if (reader.root === null) return NO_CONFIG;
  const root = reader.fields(reader.root, phrase('part/file'), [], CONFIG_PARTS);
  const check = root.get('check');
  if (check === undefined || check === null) return NO_CONFIG;
  const fields = reader.fields(check, phrase('part/check'), [], KEYS);
  const rule = (name: string, node: Parameters<YamlReader['fault']>[0]): string => {
    if (rules.includes(name)) return name;
    throw reader.fault(node, phrase('config/rule', { name }), phrase('config/rule.advice'));
  };
  const count = (key: 'max-lost-links' | 'max-warnings'): number | undefined => {
    const node = fields.get(key);
    if (node === undefined) return undefined;
    const value = reader.number(node, key);
    if (Number.isInteger(value) && value >= 0) return value;
    throw reader.fault(node, phrase('config/count', { key }), phrase('config/count.advice'));
  };
  const text = (key: 'lock'): string | undefined =>
    fields.has(key) ? reader.text(fields.get(key), key) : undefined;
  const [lost, warnings, lock] = [count('max-lost-links'), count('max-warnings'), text('lock')];
  const pairs = fields.has('pairs')
    ? readPairs(reader, fields.get('pairs'), known.sides)
    : undefined;
  return {
    rules: fields.has('rules') ? readSeverities(reader, fields.get('rules'), rule) : {},
    ignores: fields.has('ignores') ? readIgnores(reader, fields.get('ignores'), rule, content) : [],
    minCoverage: fields.has('min-coverage')
      ? readShares(reader, fields.get('min-coverage'), known.themes)
      : {},
    ...(lost !== undefined && { maxLostLinks: lost }),
    ...(warnings !== undefined && { maxWarnings: warnings }),
    ...(lock !== undefined && { lock }),
    ...(pairs !== undefined && { pairs }),
  };
}

type Node = Parameters<YamlReader['fault']>[0];
type KnownRule = (name: string, node: Node) => string;

function readSeverities(reader: YamlReader, node: Node, rule: KnownRule) {
  return Object.fromEntries(
    reader.entries(node, 'rules').map(([name, value, at]) => {
      // YAML 1.1 tools write `off` as false.
      const severity = String((value as { value?: unknown } | null)?.value).replace(
        /^false$/,
        'off',
      );
      if (!(LEVELS as readonly string[]).includes(severity))
        throw reader.fault(
          value,
          phrase('config/severity', { severity }),
          phrase('config/severity.advice', { known: LEVELS.join(', ') }),
        );
      return [rule(name, at), severity as Severity | 'off'];
    }),
  );
}

function readIgnores(reader: YamlReader, node: Node, rule: KnownRule, content: string) {
  return reader.list(node, 'ignores').map((item): IgnoreEntry => {
    const fields = reader.fields(item, phrase('part/ignore'), ['rule', 'reason'], IGNORE_KEYS);
    const optional = IGNORE_KEYS.flatMap((key) =>
      fields.has(key) ? [[key, reader.text(fields.get(key), key)]] : [],
    );
    const until = fields.get('until');
    if (until !== undefined && !isDay(reader.text(until, 'until')))
      throw reader.fault(until, phrase('config/until'), phrase('config/until.advice'));
    const offset = item.range?.[0] ?? 0;
    return {
      rule: rule(reader.text(fields.get('rule'), 'rule'), fields.get('rule')),
      reason: reader.text(fields.get('reason'), 'reason'),
      line: content.slice(0, offset).split('\n').length,
      ...(Object.fromEntries(optional) as Partial<IgnoreEntry>),
    };
  });
}

function readShares(
  reader: YamlReader,
  node: Node,
  themes: readonly string[] | undefined,
): Record<string, number> {
  return Object.fromEntries(
    reader.entries(node, 'min-coverage').map(([theme, value, at]) => {
      if (themes?.includes(theme) === false)
        throw reader.fault(at, phrase('config/theme', { name: theme }), meant(theme, themes));
      const share = reader.number(value, theme);
      if (share < 0 || share > 1)
        throw reader.fault(value, phrase('config/share', { theme }), phrase('config/share.advice'));
      return [theme, share];
    }),
  );
}

function readPairs(
  reader: YamlReader,
  node: Node,
  sides: readonly string[] | undefined,
): (readonly [string, string])[] {
  return reader.list(node, 'pairs').map((item) => {
    const names = reader.list(item, phrase('part/pair')).map((node) => {
      const name = reader.text(node, phrase('part/side'));
      if (sides?.includes(name) === false)
        throw reader.fault(node, phrase('config/side', { name }), meant(name, sides));
      return name;
    });
    const [up, down, ...others] = names;
    if (up === undefined || down === undefined || others.length > 0)
      throw reader.fault(item, phrase('config/pair'), phrase('config/pair.advice'));
    return [up, down] as const;
  });
}

function meant(name: string, known: readonly string[]): Phrase {
  const [best] = nearest(name, known);
  return best === undefined
    ? phrase('fault/known', { known: known.join(', ') })
    : phrase('fault/nearest', { nearest: best });
}

/** A day of the calendar: 2026-12-31. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The configuration in force, as `duibiao.config.yaml`. */
export function configText(config: CheckConfig): string {
  const { rules, ignores, minCoverage, maxLostLinks, maxWarnings, lock, pairs } = config;
  const check = {
    rules,
    ignores: ignores.map(({ line: _, ...entry }) => entry),
    'min-coverage': minCoverage,
    ...(maxLostLinks !== undefined && { 'max-lost-links': maxLostLinks }),
    ...(maxWarnings !== undefined && { 'max-warnings': maxWarnings }),
    ...(lock !== undefined && { lock }),
    ...(pairs !== undefined && { pairs }),
  };
  return stringify({ check }, { lineWidth: 0 });
}
