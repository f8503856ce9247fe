import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/check/index.js';
import type { CheckReport, Finding } from '../../src/model/index.js';
import {
  renderAnnotations,
  renderCheckMarkdown,
  renderFindings,
  renderJunit,
  sarifLog,
} from '../../src/render/check/index.js';
import { displayWidth } from '../../src/text/index.js';

const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'stray-blank',
  severity: 'warning',
  message: { en: 'A blank, 100%.', zh: '多余空格。' },
  path: 'corpus/武汉/a b.txt',
  place: {
    line: 3,
    column: 5,
    endColumn: 6,
    before: '推进“科技',
    marked: ' ',
    after: '创新”<b>|',
    cut: [false, false],
  },
  document: 'a',
  fingerprint: '0123456789abcdef',
  baseline: false,
  fixable: true,
  ...over,
});

const report = (findings: readonly Finding[], changed?: readonly string[]): CheckReport => ({
  findings,
  summary: {
    errors: 0,
    warnings: findings.length,
    infos: 0,
    suppressed: 0,
    coverage: [{ upstream: 'hubei', downstream: 'wuhan', theme: 'housing', before: 1, after: 0.5 }],
  },
  failed: findings.length > 0,
  ...(changed !== undefined && { changed }),
});

const view = (width: number, ambiguousWidth: 1 | 2) => ({
  width,
  ambiguousWidth,
  color: false,
  ascii: false,
  language: 'en' as const,
  all: false,
  addressOf: (unit: string) => unit,
});

/** The schema as Microsoft publishes it with its SARIF matchers; formats (uri, date-time) are not checked. */
const SARIF_SCHEMA = new AjvDraft04.default({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(
  JSON.parse(
    readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
  ),
);

describe('terminal', () => {
  it.each([
    [80, 1],
    [80, 2],
    [30, 1],
  ] as const)('puts the caret under the place: width %i, ambiguous %i', (width, ambiguous) => {
    const lines = renderFindings(report([finding()]), view(width, ambiguous)).split('\n');
    const at = lines.findIndex((line) => /^ +\^$/.test(line));
    const text = lines[at - 1]!;
    const before = text.slice(0, text.indexOf(' 创'));
    expect(displayWidth(lines[at]!.slice(0, -1), ambiguous)).toBe(displayWidth(before, ambiguous));
    for (const line of lines) expect(displayWidth(line, ambiguous)).toBeLessThanOrEqual(width + 12);
  });

  it('hides notes and known findings, and counts them', () => {
    const found = [finding({ severity: 'info' }), finding({ baseline: true })];
    expect(renderFindings(report(found), view(80, 1))).not.toContain('stray-blank');
    expect(renderFindings(report(found), { ...view(80, 1), all: true })).toContain('(known)');
  });

  it('makes control characters harmless', () => {
    const place = { ...finding().place, marked: '\u001b[2J' };
    expect(renderFindings(report([finding({ place })]), view(80, 1))).not.toContain('\u001b');
  });
});

describe('github', () => {
  it('writes at most ten, changed files first, then how many more', () => {
    const found = Array.from({ length: 12 }, (_, i) => finding({ path: `f${i}.txt` }));
    const lines = renderAnnotations(report(found, ['f11.txt']), 'en')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toContain('file=f11.txt,');
    expect(lines[10]).toBe('2 more findings are not annotated; see the step summary.');
  });

  it('escapes what the runner would read as a command', () => {
    const found = [finding({ path: 'a,b:c.txt', message: { en: '100%\n::error::x', zh: '' } })];
    expect(renderAnnotations(report(found), 'en')).toBe(
      '::warning file=a%2Cb%3Ac.txt,line=3,col=5,endColumn=6,title=stray-blank::100%25%0A::error::x\n',
    );
  });
});

describe('markdown', () => {
  it('keeps text from becoming markup, and shows coverage before and after', () => {
    const found = [finding({ message: { en: '<img> | [x](y)', zh: '' } })];
    const text = renderCheckMarkdown(report(found), 'en');
    expect(text).toContain('\\<img\\> \\| \\[x\\](y)');
    expect(text).toContain('| hubei → wuhan | housing | 100% | 50% |');
  });
});

describe('junit', () => {
  it('is well-formed for any text', () => {
    const place = { ...finding().place, marked: '\u0001\ud800' };
    const text = renderJunit(report([finding({ place })]), 'en');
    expect(text).toContain('<testsuites name="duibiao check" tests="1" failures="1" errors="0">');
    expect(text).toContain('&lt;U+0001&gt;&lt;U+D800&gt;');
    expect(text).toContain('&lt;b&gt;');
    expect(renderJunit(report([]), 'en')).toContain('tests="1" failures="0"');
  });
});

describe('sarif', () => {
  it('names rules, places in code points, fingerprints', () => {
    const log = sarifLog(report([finding(), finding({ baseline: true })]), RULES, '1.0.0') as {
      version: string;
      runs: {
        columnKind: string;
        tool: { driver: { rules: { id: string }[] } };
        results: Record<string, unknown>[];
      }[];
    };
    const [run] = log.runs;
    expect([log.version, run!.columnKind]).toEqual(['2.1.0', 'unicodeCodePoints']);
    expect(run!.tool.driver.rules.map(({ id }) => id)).toEqual(['stray-blank']);
    expect(run!.results[0]).toMatchObject({
      ruleId: 'stray-blank',
      ruleIndex: 0,
      level: 'warning',
      baselineState: 'new',
      partialFingerprints: { 'duibiao/v1': '0123456789abcdef' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'corpus/%E6%AD%A6%E6%B1%89/a%20b.txt' },
            region: { startLine: 3, startColumn: 5, endColumn: 6 },
          },
        },
      ],
    });
    expect(run!.results[1]).toMatchObject({ baselineState: 'unchanged' });
  });

  it.each([
    ['nothing found', report([])],
    [
      'findings of every severity',
      report([
        finding(),
        finding({ severity: 'error' }),
        finding({ severity: 'info', baseline: true }),
      ]),
    ],
  ])('is valid against the schema of SARIF 2.1.0: %s', (_, checked) => {
    const valid = SARIF_SCHEMA(sarifLog(checked, RULES, '1.0.0'));
    expect(SARIF_SCHEMA.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is not taken for valid when it is not', () => {
    const log = sarifLog(report([finding()]), RULES, '1.0.0') as { runs: object[] };
    expect(SARIF_SCHEMA({ ...log, version: '3.0.0' })).toBe(false);
    expect(SARIF_SCHEMA({ ...log, runs: [{}] })).toBe(false);
  });
});
