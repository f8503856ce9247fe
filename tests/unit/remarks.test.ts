import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remarkText } from '../../src/messages/index.js';
import type { DiagnosticCode } from '../../src/model/index.js';
import { ROOT } from '../support/root.js';

/** Every code of a remark that the source names. */
const CODES = ['ingest', 'parse'].flatMap((part) =>
  readdirSync(join(ROOT, 'src', part), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(ROOT, 'src', part, name), 'utf8').matchAll(
        /code: '((?:ingest|parse)\/[a-z-]+)'/g,
      ),
    ])
    .map((match) => match[1]!),
);

describe('remarks', () => {
  it('finds the codes', () => {
    expect(CODES.length).toBeGreaterThan(8);
  });

  it.each([
    ...new Set([
      ...CODES,
      'parse/page-number',
      'parse/running-head',
      'parse/noise',
      'parse/numbering-gap',
    ]),
  ])('%s is said in Chinese', (code) => {
    const said = remarkText(
      { code: code as DiagnosticCode, severity: 'info', message: 'English' },
      'zh',
    );
    expect(said).toMatch(/[\u4e00-\u9fff]/);
    expect(
      remarkText({ code: code as DiagnosticCode, severity: 'info', message: 'English' }, 'en'),
    ).toBe('English');
  });

  it('fills in what the remark knows', () => {
    const remark = {
      code: 'parse/numbering-gap',
      severity: 'warning',
      message: '',
      params: { label: '三、', previous: '一、', expected: 2 },
    } as const;
    expect(remarkText(remark, 'zh')).toBe('“三、”接在“一、”之后，应为第 2 个。');
  });
});
