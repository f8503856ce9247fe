/** A corpus beside what it was: what texts moved, and what the yardstick did. */
import {
  type AboutFinding,
  type Comparison,
  compareStates,
  fingerprintsOf,
  rawFindings,
  snapshotOf,
  yardstickFindings,
} from '../../check/index.js';
import type { CoverageShift, CoverageStep, YardstickChange } from '../../model/index.js';
import type { Base } from './base.js';
import { comparable } from './lock.js';
import type { Gathered } from './state.js';

interface Compared {
  /** What texts did. */
  readonly comparison: Comparison;
  /** What the yardstick did. */
  readonly remarks: readonly AboutFinding[];
  readonly yardstick?: YardstickChange;
  /** Fingerprints of findings about texts that were there before. */
  readonly byYardstick: ReadonlySet<string>;
}

export function compared({ gathered: then, crossed }: Base, now: Gathered): Compared {
  const before = then && comparable(snapshotOf(then.state), now);
  const whole = compareStates(before, now.state);
  if (crossed === undefined) return { comparison: whole, remarks: [], byYardstick: new Set() };
  const { parts, oldTexts, newTexts, themes } = crossed;
  // Texts are held against those of then twice: measured as then, and as now.
  const old = compareStates(before, newTexts.state);
  const fresh = compareStates(comparable(snapshotOf(oldTexts.state), now), now.state);
  const measured = { parts, themes, old: snapshotOf(newTexts.state), now: now.state };
  return {
    comparison: {
      findings: either(old.findings, fresh.findings),
      shifts: whole.shifts.map((shift) => withSteps(shift, old.shifts, fresh.shifts)),
    },
    remarks: yardstickFindings(measured),
    yardstick: {
      parts: parts.map(({ kind, name, path, change }) => ({ kind, name, path, change })),
      themes,
    },
    byYardstick: new Set(fingerprintsOf(rawFindings(oldTexts.state))),
  };
}

/** Losses that either yardstick sees, and what the new one remarks on. */
function either(
  old: readonly AboutFinding[],
  fresh: readonly AboutFinding[],
): readonly AboutFinding[] {
  const keyOf = ({ rule, key }: AboutFinding): string => `${rule} ${key}`;
  const seen = new Set(fresh.map(keyOf));
  const remarks = new Set(['link-gained', 'link-drift']);
  return [
    ...fresh,
    ...old.filter((finding) => !seen.has(keyOf(finding)) && !remarks.has(finding.rule)),
  ];
}

function withSteps(
  shift: CoverageShift,
  old: readonly CoverageShift[],
  fresh: readonly CoverageShift[],
): CoverageShift {
  const step = (shifts: readonly CoverageShift[]): CoverageStep => {
    const same = shifts.find(
      ({ upstream, downstream, theme }) =>
        upstream === shift.upstream && downstream === shift.downstream && theme === shift.theme,
    );
    return {
      ...(same?.before !== undefined && { before: same.before }),
      ...(same?.after !== undefined && { after: same.after }),
    };
  };
  return { ...shift, measured: { old: step(old), new: step(fresh) } };
}
