/**
 * Papers that are damaged lose no text without a word. Short in CI, on small papers; for real ones
 * `FUZZ_PAPERS=folder FUZZ_RUNS=500 FUZZ_REPORT=file npm run fuzz`.
 */
import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { SourceText } from '../../src/model/index.js';
import { UserError } from '../../src/text/index.js';
import {
  dice,
  endingOf,
  lettersLost,
  papersToDamage,
  WOUNDS,
  type Wound,
  wounded,
} from '../support/damaged-papers.js';
import { fuzzed } from '../support/fuzzed.js';

const { seed, runs } = fuzzed(30);
/** Formats whose reader starts a program of its own, or loads much. */
const SLOW = new Set(['doc', 'pdf']);
/** Packed formats: what is damaged from outside fails its checksum. */
const PACKED = new Set(['docx', 'odt', 'ofd', 'xlsx', 'zip']);

interface Outcome {
  /** Refused, told, as it was, or with letters gone and nobody told. */
  readonly kind: 'refused' | 'told' | 'whole' | 'silent';
  readonly lost: number;
  readonly seconds: number;
}

async function outcome(bytes: Uint8Array, name: string, whole: SourceText): Promise<Outcome> {
  const before = performance.now();
  const done = (kind: Outcome['kind'], lost: number): Outcome => ({
    kind,
    lost,
    seconds: (performance.now() - before) / 1000,
  });
  try {
    const source = await readBytes(bytes, name);
    const lost = lettersLost(whole.text, source.text);
    if (warnings(source) > warnings(whole)) return done('told', lost);
    return done(lost === 0 ? 'whole' : 'silent', lost);
  } catch (error) {
    if (error instanceof UserError) return done('refused', 0);
    throw error;
  }
}

function warnings({ diagnostics }: SourceText): number {
  return diagnostics.filter(({ severity }) => severity !== 'info').length;
}

const reported: string[] = [];

beforeAll(() => {
  vi.stubEnv('DUIBIAO_SOFFICE', 'none');
  vi.stubEnv('DUIBIAO_OCR', 'none');
});
afterAll(() => {
  vi.unstubAllEnvs();
  const { FUZZ_REPORT: file } = process.env;
  if (file !== undefined) appendFileSync(file, `${reported.join('\n')}\n`);
});

describe('a damaged paper is refused, or says so, or is whole', () => {
  it.each(papersToDamage())('$name', async ({ name, bytes }) => {
    const whole = await readBytes(bytes, name);
    expect(whole.diagnostics.filter(({ code }) => code.startsWith('ingest/damaged'))).toEqual([]);
    const count = SLOW.has(endingOf(name)) ? Math.ceil(runs / 5) : runs;
    const found: { wound: Wound; at: number; touched: number; outcome: Outcome }[] = [];
    for (let i = 0; i < count; i += 1) {
      const wound = WOUNDS[i % WOUNDS.length] ?? 'bytes';
      const hurt = wounded(bytes, wound, dice(seed + 7919 * i));
      if (hurt === undefined) continue;
      const { touched } = hurt;
      found.push({ wound, at: i, touched, outcome: await outcome(hurt.bytes, name, whole) });
    }
    reported.push(reportOf(name, found));
    const silent = found.filter(({ outcome: { kind } }) => kind === 'silent');
    if (PACKED.has(endingOf(name)))
      expect(silent.filter(({ wound }) => wound !== 'xml')).toEqual([]);
  });
});

function reportOf(
  name: string,
  found: readonly { wound: Wound; at: number; touched: number; outcome: Outcome }[],
): string {
  const of = (kind: Outcome['kind']) => found.filter((one) => one.outcome.kind === kind);
  const worst = of('silent')
    .map(({ wound, at, touched, outcome: { lost } }) => ({ wound, at, touched, lost }))
    .filter(({ lost, touched }) => lost > 10 && lost > touched / 3)
    .sort((a, b) => b.lost - a.lost);
  const kinds = (['refused', 'told', 'whole', 'silent'] as const).map(
    (kind) => `${kind} ${of(kind).length}`,
  );
  const seconds = Math.max(...found.map((one) => one.outcome.seconds));
  const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
  return `${name}: ${found.length} tries, ${kinds.join(', ')}; ${worst.length} lost more than was touched; slowest ${seconds.toFixed(1)} s, ${memory} MB; ${JSON.stringify(worst.slice(0, 6))}`;
}
