import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import { type Lesson, learn } from '../../src/align/learn.js';
import { linksText, readLinksFile } from '../../src/corpus/index.js';
import type { Decision } from '../../src/model/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { cli, inFolder } from '../support/cli.js';
import { ENGINE } from '../support/engine.js';

const same = (name: string): string => name;
const names = { idOf: same, addressOf: same };
const PIN: Decision = {
  action: 'pin',
  upstream: { id: 'up/1.1', quote: '修好河堤' },
  downstream: { id: 'down/2.1' },
  relation: 'adapted',
  by: '李四',
  at: '2026-11-27',
};
const NOT: Decision = { ...PIN, action: 'reject', relation: undefined } as unknown as Decision;
const MISSING: Decision = { action: 'missing', upstream: { id: 'up/1.2', quote: '清淤' } };

describe('links.yaml', () => {
  it.each<[string, string, readonly Decision[]]>([
    ['a pair with who and when', linksText('', 'x', [{ decision: PIN }], names), [PIN]],
    ['a clause', linksText('', 'x', [{ decision: MISSING }], names), [MISSING]],
    [
      'a later word on the same pair replaces the earlier',
      linksText(linksText('', 'x', [{ decision: PIN }], names), 'x', [{ decision: NOT }], names),
      [
        {
          action: 'reject',
          upstream: PIN.upstream,
          downstream: { id: 'down/2.1' },
          by: '李四',
          at: '2026-11-27',
        },
      ],
    ],
    [
      'one that is taken back is gone',
      linksText(
        linksText('', 'x', [{ decision: PIN }, { decision: MISSING }], names),
        'x',
        [{ decision: PIN, taken: true }],
        names,
      ),
      [MISSING],
    ],
  ])('%s', (_name, text, expected) => {
    expect(readLinksFile(text, 'x', same)).toEqual(expected);
  });

  it('keeps comments and what else stands there', () => {
    const before =
      "# 去年的判断\n- reject: { upstream: 'a/1', downstream: 'b/1' }\n  reason: 两回事\n";
    const after = linksText(before, 'x', [{ decision: MISSING }], names);
    expect(after).toContain('# 去年的判断');
    expect(readLinksFile(after, 'x', same)).toHaveLength(2);
  });
});

const text = (id: string, section: string, own: string) => ({ id, section, text: own });
const UP = sideFromGold('up', [
  text('1.1', '1', '1.兴修水利。全面加固沿江河堤。'),
  text('1.2', '1', '每年汛前完成河道清淤，疏通排水沟渠。'),
  text('2.1', '2', '2.发展渔业。支持建设标准化鱼塘。'),
]);
const DOWN = sideFromGold('down', [
  text('1.1', '1', '1.兴修水利。对沿江河堤全面加固。'),
  text('1.2', '1', '入汛以前疏浚河道，排水沟渠保持畅通。'),
  text('2.1', '2', '2.开办茶馆。鼓励老街开设茶馆。'),
]);
const pairs = (decisions: readonly Decision[]) => align(UP, DOWN, { ...ENGINE, decisions });

describe('a person’s word', () => {
  it('on a clause stands over the engine’s', () => {
    const found = pairs([
      { action: 'missing', upstream: { id: 'up/1.2', quote: '疏通排水沟渠' } },
    ]).clauses?.upstream.find(({ unit }) => unit === 'up/1.2');
    expect(found?.clauses.map(({ state, decided }) => [state, decided ?? false])).toContainEqual([
      'missing',
      true,
    ]);
    expect(found?.clauses.filter(({ decided }) => decided === true)).toHaveLength(1);
  });

  it('that a sentence is missing leaves it no link', () => {
    const { unlinked } = pairs([{ action: 'missing', upstream: { id: 'up/1.1' } }]);
    expect(unlinked.upstream).toContain('up/1.1');
  });

  it('that no longer fits names the unit nearest to the quotation', () => {
    const { staleDecisions = [] } = pairs([
      {
        action: 'reject',
        upstream: { id: 'up/1.2', quote: '每年汛前完成河道清淤工程' },
        downstream: { id: 'down/1.2' },
      },
    ]);
    expect(staleDecisions.map(({ problem, nearest }) => [problem, nearest])).toEqual([
      ['quote-not-found', 'up/1.2'],
    ]);
  });

  it('that a clause is carried names what its sentence is linked to', () => {
    const found = pairs([
      { action: 'pin', upstream: { id: 'up/2.1' }, downstream: { id: 'down/2.1' } },
      { action: 'carried', upstream: { id: 'up/2.1', quote: '支持建设标准化鱼塘' } },
    ]).clauses?.upstream.find(({ unit }) => unit === 'up/2.1');
    const said = found?.clauses.filter(({ decided }) => decided === true) ?? [];
    expect(said.map(({ state, by }) => [state, by])).toEqual([['carried', ['down/2.1']]]);
  });

  it('without a quotation, about units that are gone, is told', () => {
    const { staleDecisions = [] } = pairs([
      { action: 'pin', upstream: { id: 'up/9.9' }, downstream: { id: 'down/9.9' } },
    ]);
    expect(staleDecisions.map(({ side, problem }) => `${side} ${problem}`)).toEqual([
      'upstream unknown-unit',
      'downstream unknown-unit',
    ]);
  });

  it('about other papers of the same name is passed over', () => {
    const { staleDecisions } = pairs([
      {
        action: 'pin',
        upstream: { id: 'up/9.9', quote: '驾驶员应当礼让行人' },
        downstream: { id: 'down/9.9', quote: '机动车不得鸣笛' },
      },
    ]);
    expect(staleDecisions).toBeUndefined();
  });
});

describe('learning', () => {
  const pair = (items: number, logit: number, linked?: boolean): Lesson => ({
    logit,
    items,
    wording: items * 100 + logit,
    linked,
  });
  it('is nothing where nobody decided', () => {
    expect([...learn([pair(1, 0), pair(2, 1)])]).toEqual([0, 0]);
  });

  it.each([
    ['links confirmed in two items', true, 1],
    ['links rejected there', false, -1],
  ])('%s move the others of these items most', (_name, linked, sign) => {
    const [, , near = 0, far = 0] = learn([
      pair(1, 0.1, linked),
      pair(1, 0.2, linked),
      pair(1, 0.3),
      pair(2, 0.3),
    ]);
    expect(Math.sign(near)).toBe(sign);
    expect(Math.abs(near)).toBeGreaterThan(Math.abs(far));
    expect(Math.sign(far)).toBe(sign);
  });

  it('never runs away, however surely the engine was wrong', () => {
    const all = Array.from({ length: 60 }, (_, i) => pair(i % 3, 8, false));
    for (const value of learn(all)) {
      expect(value).toBeLessThan(0);
      expect(value).toBeGreaterThan(-60);
    }
  });
});

describe('decisions without a corpus', () => {
  const UPPER = '水利工作方案\n\n一、河道\n\n全面加固沿江河堤。每年汛前完成河道清淤。\n';
  const LOWER = '水利实施方案\n\n一、河道\n\n沿江河堤一律加固到位。入汛以前疏浚河道。\n';
  const linksOf = (json: string) =>
    (JSON.parse(json) as { links: { decided?: true; upstream: string[]; downstream: string[] }[] })
      .links;
  const prepared = async (use: (folder: string, links: string) => Promise<void>): Promise<void> =>
    inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'papers'));
      writeFileSync(join(cwd, 'up.txt'), UPPER);
      writeFileSync(join(cwd, 'papers/down.txt'), LOWER);
      const { out } = await cli(['align', 'up.txt', 'papers/down.txt', '-f', 'json'], { cwd });
      const { units } = JSON.parse(out) as {
        units: Record<'upstream' | 'downstream', { id: string; text?: string }[]>;
      };
      const id = (side: 'upstream' | 'downstream', part: string): string =>
        units[side].find(({ text: own }) => own?.includes(part))?.id ?? '';
      await use(
        cwd,
        `- pin: { upstream: '${id('upstream', '清淤')}', downstream: '${id('downstream', '加固')}' }\n  by: 王五\n`,
      );
    });

  it.each([
    ['links.yaml beside the downstream paper', 'papers/links.yaml', []],
    ['a file that is named', 'mine.yaml', ['--links', 'mine.yaml']],
  ])('%s is honoured', (_name, file, options) =>
    prepared(async (cwd, links) => {
      writeFileSync(join(cwd, file), links);
      const { out, code } = await cli(
        ['align', 'up.txt', 'papers/down.txt', '-f', 'json', ...options],
        { cwd },
      );
      expect(code).toBe(0);
      expect(linksOf(out).filter(({ decided }) => decided)).toHaveLength(1);
    }),
  );

  it.each([
    ['a file that is not there', 'none.yaml', 'none.yaml'],
    ['a folder', 'papers', 'is a directory'],
    ['a file that is no list', 'up.txt', 'up.txt:'],
  ])('%s is said, not passed over', (_name, file, message) =>
    prepared(async (cwd) => {
      const { code, err } = await cli(['align', 'up.txt', 'papers/down.txt', '--links', file], {
        cwd,
      });
      expect(err).toContain(message);
      expect(code).toBe(2);
    }),
  );

  it('are shown as a person’s in every report', () =>
    prepared(async (cwd, links) => {
      writeFileSync(join(cwd, 'papers/links.yaml'), links);
      const shown = async (...args: string[]): Promise<string> =>
        (await cli([...args, '--lang', 'zh'], { cwd })).out;
      expect(await shown('align', 'up.txt', 'papers/down.txt', '--view', 'links')).toContain(
        '人工',
      );
      expect(await shown('compare', 'up.txt', 'papers/down.txt')).toContain('人工');
      for (const format of ['html', 'md', 'csv', 'json']) {
        const path = join(cwd, `r.${format}`);
        await cli(['report', 'up.txt', 'papers/down.txt', '-o', path, '--lang', 'zh'], { cwd });
        expect(readFileSync(path, 'utf8')).toMatch(/人工|"decided": ?true|,true,/);
      }
    }));
});
