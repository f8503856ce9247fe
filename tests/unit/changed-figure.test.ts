import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';

describe('a sentence with a changed figure', () => {
  const paper = (place: string, money: string, parks: string): string =>
    `${place}公园建设方案\n\n一、重点任务\n\n加强口袋公园建设，每年安排财政资金${money}万元。\n\n到2025年，新建公园${parks}个。\n\n完善公园管护制度，落实管护人员。\n`;

  it.each([
    ['ten times as much is adapted', '500', '1200', ['verbatim', 'adapted', 'adapted', 'verbatim']],
    ['the same is verbatim', '50', '120', ['verbatim', 'verbatim', 'verbatim', 'verbatim']],
  ])('%s', async (_name, money, parks, relations) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), paper('湖北省', '50', '120'));
      writeFileSync(join(folder, 'b.txt'), paper('武汉市', money, parks));
      const { out } = await cli(['align', 'a.txt', 'b.txt', '--format', 'json'], { cwd: folder });
      const { links } = JSON.parse(out) as { links: { grain: string; relation: string }[] };
      const found = links.filter(({ grain }) => grain === 'sentence').map((link) => link.relation);
      expect(found).toEqual(relations);
    });
  });
});
