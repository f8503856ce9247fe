import { wordParams } from '../messages/index.js';
import type { Bilingual, CheckReport, Finding, Severity, YardstickChange } from '../model/index.js';
import { itemAt, percent } from '../text/index.js';
import type { Comparison } from './compare.js';
import { fingerprint } from './fingerprint.js';
import { gatherFindings } from './gather.js';
import { fitsGlob } from './glob.js';
import { linePlace } from './place.js';
import { CORPUS_RULES, ruleOf } from './registry.js';
import { pairName } from './snapshot.js';
import type { AboutFinding, CorpusState, RawFinding } from './types.js';

/** One ignore of the configuration. A finding is ignored if it fits all that is given. */
export interface Ignore {
  readonly rule: string;
  /** Path, `*` and `**` as in shells. */
  readonly path?: string;
  readonly document?: string;
  /** Words of the finding's line or message. */
  readonly contains?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  /** Last day it holds, 2026-12-31. */
  readonly until?: string;
  /** Line of the configuration file. */
  readonly line: number;
}

export interface CheckSettings {
  /** Path of the configuration file, for findings about it. */
  readonly path: string;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ignores: readonly Ignore[];
  readonly minCoverage: Readonly<Record<string, number>>;
  /** Absent: each counts as a warning. */
  readonly maxLostLinks?: number;
  /** Absent: none is tolerated. */
  readonly maxWarnings?: number;
}

interface JudgeInput {
  readonly state: CorpusState;
  readonly comparison: Comparison;
  readonly settings: CheckSettings;
  /** Fingerprints of findings known before. */
  readonly known: ReadonlySet<string>;
  /** Fingerprints of findings that the same texts give since they are measured otherwise. */
  readonly byYardstick?: ReadonlySet<string>;
  /** Pairs and themes as they are, which somebody accepted in the lock file. */
  readonly accepted: ReadonlySet<string>;
  /** Findings about this run: an outdated lock, another yardstick. */
  readonly remarks: readonly AboutFinding[];
  readonly yardstick?: YardstickChange;
  readonly changed?: readonly string[];
  /** 2026-05-01; ignores with `until` before it have run out. */
  readonly today: string;
}

/** Raw findings of a state by itself: document and corpus rules. */
export function rawFindings(state: CorpusState): RawFinding[] {
  return [
    ...state.documents.flatMap(({ findings }) => findings),
    ...CORPUS_RULES.flatMap((rule) =>
      rule.run(state).map((found): RawFinding => ({ rule: rule.id, ...found })),
    ),
  ];
}

/** Fingerprint of each finding; a repeat of the same words in the same document gets its number. */
export function fingerprintsOf(findings: readonly RawFinding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, document, path, key }) => {
    const base = `${rule}\u0000${document ?? path}\u0000${key}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? fingerprint(base) : fingerprint(base, String(count));
  });
}

/** Findings → report: severities, ignores, what was known, thresholds. */
export function judge(input: JudgeInput): CheckReport {
  const { state, comparison, settings } = input;
  const raw = [
    ...rawFindings(state),
    ...comparison.findings,
    ...minimumFindings(input),
    ...input.remarks,
  ];
  const prints = fingerprintsOf(raw);
  const all = raw.flatMap((found, i) => {
    const severity =
      settings.severities[found.rule] ?? found.severity ?? ruleOf(found.rule).severity;
    return severity === 'off' ? [] : [findingOf(found, severity, itemAt(prints, i), input)];
  });
  const { kept, ignored, remarks } = withoutIgnored(all, input);
  const findings = gatherFindings([...kept, ...remarks].sort(byPlace)).sort(byPlace);
  const fresh = findings.filter(({ baseline }) => !baseline);
  const count = (severity: Severity): number =>
    fresh.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: ignored + findings.length - fresh.length,
      coverage: comparison.shifts,
    },
    ...(input.changed !== undefined && { changed: input.changed }),
    ...(input.yardstick !== undefined && { yardstick: input.yardstick }),
    failed: hasFailed(fresh, settings),
  };
}

/** What follows from lost links is tolerated with them. */
const LINK_LOSS: ReadonlySet<string> = new Set(['link-lost', 'coverage-dropped']);

function hasFailed(fresh: readonly Finding[], settings: CheckSettings): boolean {
  if (fresh.some(({ severity }) => severity === 'error')) return true;
  const lost = fresh
    .filter(({ rule }) => rule === 'link-lost')
    .reduce((sum, { more = [] }) => sum + 1 + more.length, 0);
  const { maxLostLinks, maxWarnings = 0 } = settings;
  if (maxLostLinks !== undefined && lost > maxLostLinks) return true;
  const counted = fresh.filter(
    ({ severity, rule }) =>
      severity === 'warning' && (maxLostLinks === undefined || !LINK_LOSS.has(rule)),
  );
  return counted.length > maxWarnings;
}

function findingOf(
  found: AboutFinding,
  severity: Severity,
  print: string,
  { known, accepted, byYardstick }: JudgeInput,
): Finding {
  const isAccepted = found.subject !== undefined && accepted.has(found.subject);
  const otherwise =
    ruleOf(found.rule).measured === true || (!known.has(print) && byYardstick?.has(print) === true);
  return {
    rule: found.rule,
    severity,
    message: messageOf(found),
    path: found.path,
    place: found.place,
    ...(found.document !== undefined && { document: found.document }),
    ...(found.section !== undefined && { section: found.section }),
    fingerprint: print,
    baseline: known.has(print) || isAccepted,
    fixable: found.fix !== undefined,
    ...(otherwise && { cause: 'yardstick' as const }),
  };
}

/** The words of a finding in both languages. */
function messageOf({ rule, params }: Pick<RawFinding, 'rule' | 'params'>): Bilingual {
  const { message } = ruleOf(rule);
  const inLanguage = (language: keyof Bilingual): string => {
    const values = wordParams(params, language);
    return message[language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  };
  return { en: inLanguage('en'), zh: inLanguage('zh') };
}

function minimumFindings({ state, settings }: JudgeInput): RawFinding[] {
  return state.pairs.flatMap((pair) =>
    pair.coverage.flatMap(({ theme, units, covered }): RawFinding[] => {
      const wanted = settings.minCoverage[theme];
      if (wanted === undefined || units === 0 || covered / units >= wanted - 1e-9) return [];
      const id = pair.downstream.documents[0];
      const document = state.documents.find((item) => item.id === id);
      return [
        {
          rule: 'coverage-below-minimum',
          path: document?.path ?? state.corpusPath,
          place: linePlace(1),
          ...(id !== undefined && { document: id }),
          params: {
            pair: pairName(pair),
            theme,
            value: percent(covered / units, 1),
            wanted: percent(wanted, 1),
          },
          key: `${pairName(pair)} ${theme}`,
        },
      ];
    }),
  );
}

interface Sifted {
  readonly kept: readonly Finding[];
  readonly ignored: number;
  /** About the ignores themselves. */
  readonly remarks: readonly Finding[];
}

function withoutIgnored(all: readonly Finding[], input: JudgeInput): Sifted {
  const { state, settings, today } = input;
  const active = settings.ignores.filter(({ until }) => until === undefined || until >= today);
  const inText = state.documents.flatMap(({ path, ignores }) =>
    ignores.map((ignore) => ({ ...ignore, path })),
  );
  const used = new Set<object>();
  const kept = all.filter((finding) => {
    const own = [
      ...active.filter((ignore) => fits(ignore, finding)),
      ...inText.filter((ignore) => ignore.rule === finding.rule && ignore.path === finding.path),
    ];
    for (const ignore of own) used.add(ignore);
    return own.length === 0;
  });
  const about = (
    rule: string,
    path: string,
    place: Finding['place'],
    params: RawFinding['params'],
  ) => ({ rule, path, place, params, key: JSON.stringify(params) }) satisfies RawFinding;
  const raw: RawFinding[] = [
    ...settings.ignores.flatMap(({ rule, until, line }) =>
      until === undefined || until >= today
        ? []
        : [about('expired-ignore', settings.path, linePlace(line), { rule, until })],
    ),
    ...active
      .filter((ignore) => !used.has(ignore))
      .map(({ rule, line }) => about('unused-ignore', settings.path, linePlace(line), { rule })),
    ...inText
      .filter((ignore) => !used.has(ignore))
      .map(({ rule, path, place }) => about('unused-ignore', path, place, { rule })),
  ];
  const prints = fingerprintsOf(raw);
  const remarks = raw.flatMap((found, i) => {
    const severity = settings.severities[found.rule] ?? ruleOf(found.rule).severity;
    return severity === 'off' ? [] : [findingOf(found, severity, itemAt(prints, i), input)];
  });
  return { kept, ignored: all.length - kept.length, remarks };
}

function fits(ignore: Ignore, finding: Finding): boolean {
  if (ignore.rule !== finding.rule) return false;
  if (ignore.path !== undefined && !fitsGlob(finding.path, ignore.path)) return false;
  if (ignore.document !== undefined && ignore.document !== finding.document) return false;
  if (ignore.fingerprint !== undefined && ignore.fingerprint !== finding.fingerprint) return false;
  const { contains } = ignore;
  if (contains === undefined) return true;
  const { before, marked, after } = finding.place;
  const words = [before + marked + after, finding.message.en, finding.message.zh];
  return words.some((text) => text.includes(contains));
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.rule, b.rule) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
