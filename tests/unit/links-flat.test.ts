import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLinksFile } from '../../src/corpus/links-file.js';
import { UserError } from '../../src/text/index.js';
import { cli, inFolder } from '../support/cli.js';

const read = (text: string) =>
  readLinksFile(text, 'links.yaml', (address) => address.replace(':', '/'));

const YES =
  '{"upstream":"hubei:11.5","downstream":"wuhan:7.1","answer":"yes","relation":"adapted","quoteUpstream":"科学中心","quoteDownstream":"创新中心","note":"同一项目","by":"张三","at":"2026-11-27"}';
const PINNED = {
  action: 'pin',
  upstream: { id: 'hubei/11.5', quote: '科学中心' },
  downstream: { id: 'wuhan/7.1', quote: '创新中心' },
  relation: 'adapted',
  reason: '同一项目',
  by: '张三',
  at: '2026-11-27',
};

describe('decisions in the form of JSON Lines', () => {
  it.each([
    ['an entry of links.yaml', `- ${YES}\n`, [PINNED]],
    [
      'JSON Lines',
      `${YES}\n{"upstream":"hubei:1","downstream":"wuhan:2","answer":"no"}\n`,
      [PINNED, { action: 'reject', upstream: { id: 'hubei/1' }, downstream: { id: 'wuhan/2' } }],
    ],
    [
      'a clause',
      '- {upstream: hubei:11.5, start: 0, end: 12, answer: missing}\n',
      [{ action: 'missing', upstream: { id: 'hubei/11.5' }, range: { start: 0, end: 12 } }],
    ],
    [
      'both forms in one file',
      `- ${YES}\n- reject: {upstream: hubei:1, downstream: wuhan:2}\n`,
      [PINNED, { action: 'reject', upstream: { id: 'hubei/1' }, downstream: { id: 'wuhan/2' } }],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['an answer that is none', '- {upstream: hubei:1, downstream: wuhan:2, answer: perhaps}\n', 1],
    ['yes without a lower unit', `${YES}\n{"upstream":"hubei:1","answer":"yes"}\n`, 2],
    [
      'carried with a lower unit',
      '- {upstream: hubei:1, downstream: wuhan:2, answer: carried}\n',
      1,
    ],
    [
      'a key that is unknown',
      '- {upstream: hubei:1, downstream: wuhan:2, answer: yes, colour: red}\n',
      1,
    ],
  ])('%s is an error with its line', (_, text, line) => {
    const fault = (): unknown => {
      try {
        return read(text);
      } catch (error) {
        return error;
      }
    };
    const error = fault();
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(`links.yaml:${line}:`);
  });
});

describe('decisions that name no papers', () => {
  it('are not imported until the papers are named', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'decisions.jsonl'), `${YES}\n`);
      const { code, err } = await cli(['review', 'import', 'decisions.jsonl'], { cwd: folder });
      expect(code).toBe(2);
      expect(err).toContain('--up PATH --down PATH');
    });
  });
});
