import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { Block } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { PARSE_OPTIONS } from '../support/sources.js';

/** `1.改造渠道[…]`: sections with what they hold in brackets, paragraphs by their first two characters. */
function shape(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.type === 'section'
        ? `${block.label}${block.heading}[${shape(block.children.filter((child) => child.type === 'section' || !block.runIn || child !== block.children[0]))}]`
        : block.content.text.slice(0, 2),
    )
    .join(' ');
}

/** Enough of a text for a page to be one. */
const PROSE = `<p>${'为节约用水，保障供水安全，结合本市实际，制定本方案。'.repeat(6)}</p>`;

async function shapeOf(body: string, name = 'x.html'): Promise<string> {
  const text =
    name === 'x.md'
      ? `# 青禾市节水方案\n\n${body}`
      : `<article><h1>青禾市节水方案</h1>${PROSE}${body}</article>`;
  const source = await readBytes(new TextEncoder().encode(text), name);
  return parse(source, PARSE_OPTIONS)
    .documents.map(({ children }) => shape(children))
    .join('|')
    .replace(/^为节 /, '');
}

describe('what stands below a list', () => {
  it.each([
    [
      'items that are sentences',
      '<h2>一、任务</h2><ol><li>改造渠道。</li><li>安装水表。</li></ol><p>各地抓好落实。</p><h2>二、保障</h2><p>落实责任。</p>',
      '一、任务[1.改造渠道[] 2.安装水表[] 各地] 二、保障[落实]',
    ],
    [
      'items without a mark',
      '<h2>一、任务</h2><ol><li>改造渠道</li><li>安装水表</li></ol><div>各地抓好落实。</div>',
      '一、任务[1.改造渠道[] 2.安装水表[] 各地]',
    ],
    [
      'a list for each heading',
      '<ol><li>总体要求</li></ol><p>坚持节水。</p><ol start="2"><li>主要任务</li></ol><p>改造渠道。</p>',
      '1.总体要求[坚持] 2.主要任务[改造]',
    ],
    [
      'paragraphs of an item',
      '<h2>一、任务</h2><ol><li><p>改造渠道。</p><p>衬砌十里。</p></li><li>安装水表。</li></ol>',
      '一、任务[1.改造渠道[衬砌] 2.安装水表[]]',
    ],
    [
      'a list inside an item',
      '<h2>一、任务</h2><ol><li>改造渠道。<ol><li>清淤。</li><li>衬砌。</li></ol></li></ol><p>各地抓好落实。</p>',
      '一、任务[1.改造渠道[] 1.清淤[] 2.衬砌[] 各地]',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await shapeOf(body)).toBe(expected);
  });

  it('Markdown', async () => {
    const body =
      '## 一、任务\n\n1. 改造渠道。\n\n   衬砌十里。\n\n2. 安装水表。\n\n各地抓好落实。\n';
    expect(await shapeOf(body, 'x.md')).toBe('一、任务[1.改造渠道[衬砌] 2.安装水表[] 各地]');
  });
});
