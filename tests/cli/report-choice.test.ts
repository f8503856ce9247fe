import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'duibiao-report-choice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const world = { cwd: folder, env: { XDG_CACHE_HOME: folder } };

const UP = `江北省养老服务发展规划

一、健全服务网络
建设县级养老服务中心，每个街道设立一处综合服务站。推进公办养老机构改造提升。

二、加强人才培养
实施护理员培训计划，到2025年培训二万人次。鼓励院校开设养老服务专业。
`;
const DOWN = `临江市养老服务发展规划

一、健全服务网络
建设县级养老服务中心，每个街道设立一处综合服务站。新建智慧养老平台，接入全市养老机构。

二、加强人才培养
实施护理员培训计划，到2025年培训二千人次。
`;
const up = join(folder, 'up.txt');
const down = join(folder, 'down.txt');
writeFileSync(up, UP);
writeFileSync(down, DOWN);

async function texts(...more: string[]): Promise<string[]> {
  const { out, code, err } = await cli(
    ['report', up, down, '-f', 'jsonl', '-o', '-', ...more],
    world,
  );
  expect([code, err]).toEqual([0, '']);
  return out
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const { upstream, downstream } = JSON.parse(line);
      return [...upstream, ...downstream].map(({ text }: { text: string }) => text);
    });
}

describe('what a report is asked for', () => {
  it.each([
    ['all of it', [], '新建智慧养老平台，接入全市养老机构。', true],
    [
      '--only missing leaves out what is new below',
      ['--only', 'missing'],
      '新建智慧养老平台，接入全市养老机构。',
      false,
    ],
    [
      '--only missing keeps what nothing carries',
      ['--only', 'missing'],
      '鼓励院校开设养老服务专业。',
      true,
    ],
    [
      '--section leaves out other sections',
      ['--section', '二'],
      '推进公办养老机构改造提升。',
      false,
    ],
    ['--section keeps its own', ['--section', '二'], '鼓励院校开设养老服务专业。', true],
    [
      '--relation verbatim leaves out what changed',
      ['--relation', 'verbatim'],
      '实施护理员培训计划，到2025年培训二万人次。',
      false,
    ],
    ['--brief keeps what the first page names', ['--brief'], '鼓励院校开设养老服务专业。', true],
    [
      '--brief leaves out what is the same',
      ['--brief'],
      '建设县级养老服务中心，每个街道设立一处综合服务站。',
      false,
    ],
  ])('%s', async (_, options, text, kept) => {
    expect((await texts(...options)).includes(text)).toBe(kept);
  });

  it('holds no folder of the machine it was made on', async () => {
    for (const format of ['html', 'markdown', 'json', 'csv', 'akoma']) {
      const { out } = await cli(['report', up, down, '-f', format, '-o', '-'], world);
      expect(out).toContain(format === 'akoma' ? '江北省养老服务发展规划' : 'up.txt');
      expect(out).not.toContain(folder);
    }
  });

  it('keeps the last folder where two files have one name', async () => {
    const twins = ['2020', '2021'].map((year) => {
      mkdirSync(join(folder, year));
      const file = join(folder, year, 'plan.txt');
      writeFileSync(file, year === '2020' ? UP : DOWN);
      return file;
    });
    const { out } = await cli(['report', ...twins, '-f', 'json', '-o', '-'], world);
    const { head } = JSON.parse(out);
    expect(head.sides.map(({ name }: { name: string }) => name)).toEqual([
      '2020/plan.txt',
      '2021/plan.txt',
    ]);
  });
});

describe('text under the ending of another format', () => {
  it.each([
    ['compare', up, down],
    ['coverage', up, down],
    ['brief', up, down],
  ])('%s refuses it and writes nothing', async (...args) => {
    const file = join(folder, `${args[0]}.docx`);
    const { code, err } = await cli([...args, '-o', file], world);
    expect(code).toBe(2);
    expect(err).toContain('duibiao report');
    expect(existsSync(file)).toBe(false);
  });

  it('brief writes text where text is asked for', async () => {
    const file = join(folder, 'brief.md');
    const { code } = await cli(['brief', up, down, '-f', 'markdown', '-o', file], world);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('鼓励院校开设养老服务专业');
  });
});
