import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace, readDocuments } from '../../src/index.js';
import { parse } from '../../src/parse/index.js';
import { hasTraditional } from '../../src/text/index.js';
import { cli, inFolder } from '../support/cli.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const TRADITIONAL = `武漢市人民政府關於加強渠道管護的意見

各區人民政府：

為加強渠道管護，提出以下意見。

一、總體要求。堅持節水優先，統籌城鄉。

二、重點任務。

（一）改造渠道。到２０２５年，改造渠道 50 公里。

甲、清淤疏浚。

武漢市水務局
2024年3月5日
`;
const SIMPLIFIED = `武汉市人民政府关于加强渠道管护的意见

各区人民政府：

为加强渠道管护，提出以下意见。

一、总体要求。坚持节水优先，统筹城乡。

二、重点任务。

（一）改造渠道。到２０２５年，改造渠道 50 公里。

甲、清淤疏浚。

武汉市水务局
2024年3月5日
`;

describe('traditional characters', () => {
  it.each([
    ['a text in them', TRADITIONAL, true],
    ['one in simplified ones', SIMPLIFIED, false],
    ['a name in a simplified text', `${SIMPLIFIED.repeat(4)}書法家張說題`, false],
    ['nothing', '', false],
  ])('are told in %s', (_name, text, expected) => {
    expect(hasTraditional(text)).toBe(expected);
  });

  it('are read as simplified ones and shown as they are', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), TRADITIONAL);
      const { documents, source } = await readDocuments(
        openWorkspace(folder),
        join(folder, 'a.txt'),
      );
      expect(source.text).toBe(TRADITIONAL);
      expect(documents[0]).toMatchObject({
        title: '武漢市人民政府關於加強渠道管護的意見',
        kind: 'opinion',
        level: 'city',
        date: '2024-03-05',
        region: { code: '420100' },
        elements: [
          { kind: 'title' },
          { kind: 'addressee', text: '各區人民政府：' },
          { kind: 'signature', text: '武漢市水務局' },
          { kind: 'date-line', text: '2024年3月5日' },
        ],
        children: [
          { content: { text: '為加強渠道管護，提出以下意見。' } },
          { label: '一、', heading: '總體要求' },
          {
            heading: '重點任務',
            children: [
              {},
              {
                label: '（一）',
                children: [
                  { content: { text: '（一）改造渠道。到2025年，改造渠道50公里。' } },
                  { label: '甲、' },
                ],
              },
            ],
          },
        ],
      });
    });
  });

  it('have the tree of their simplified twin at the same places', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), TRADITIONAL);
      const own = await readDocuments(openWorkspace(folder), join(folder, 'a.txt'));
      const twin = parse(sourceOf(SIMPLIFIED), PARSE_OPTIONS);
      const places = (file: typeof own): string =>
        JSON.stringify(file.documents[0]?.children, (key, value) =>
          ['id', 'text', 'heading'].includes(key) ? undefined : value,
        );
      expect(places(own)).toBe(places(twin));
    });
  });

  it.each([
    ['upstream', ['a.txt', 'b.txt']],
    ['downstream', ['b.txt', 'a.txt']],
  ])('are compared with simplified ones, %s', async (_side, names) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), TRADITIONAL);
      writeFileSync(join(folder, 'b.txt'), SIMPLIFIED);
      const { out } = await cli(['align', ...names, '--format', 'json'], { cwd: folder });
      const found = JSON.parse(out) as {
        links: { grain: string; relation: string }[];
        unlinked: unknown;
        units: Record<'upstream' | 'downstream', { text?: string }[]>;
      };
      expect(found.unlinked).toEqual({ upstream: [], downstream: [] });
      const relations = found.links.filter(({ grain }) => grain === 'sentence');
      expect(new Set(relations.map(({ relation }) => relation))).toEqual(new Set(['verbatim']));
      const texts = Object.values(found.units)
        .flat()
        .map(({ text }) => text);
      expect(texts).toContain('為加強渠道管護，提出以下意見。');
    });
  });
});
