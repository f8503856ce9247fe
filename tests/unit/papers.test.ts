import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, PolicyDocument } from '../../src/model/index.js';
import { readDocuments } from '../../src/pipeline/read.js';
import { openWorkspace } from '../../src/pipeline/workspace.js';
import { itemAt } from '../../src/text/index.js';
import { cli } from '../support/cli.js';
import { ROOT } from '../support/root.js';

/**
 * Small papers of every kind that people bring (`fixtures/papers`), with what must be understood of them: head, elements
 * and tree. Each stands for a fault once seen in a real paper.
 */
const paper = (name: string): string => join('fixtures/papers', name);

async function read(name: string): Promise<PolicyDocument> {
  const { documents } = await readDocuments(openWorkspace(ROOT), paper(name));
  expect(documents).toHaveLength(1);
  return itemAt(documents, 0);
}

/** `第一章总则(第一条 第二条)`: labels and headings, nested by brackets; `·` is a paragraph. */
function shape(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return '·';
      const inner = block.runIn || block.heading === '' ? block.children.slice(1) : block.children;
      const below = inner.length === 0 ? '' : `(${shape(inner)})`;
      return `${block.label}${block.heading}${below}`;
    })
    .join(' ');
}

const elements = ({ elements: own }: PolicyDocument, kind: string): readonly string[] =>
  own.flatMap((element) => (element.kind === kind ? [element.text] : []));

function paragraphs(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.content.text] : paragraphs(block.children),
  );
}

describe('statutes', () => {
  it.each<[name: string, tree: string]>([
    [
      'sections-in-two-chapters.txt',
      '第一章总则(第一条 第二条) 第二章规划与治理(第一节规划(第三条 第四条) 第二节治理(第五条 第六条)) 第三章保护(第一节一般规定(第七条 第八条) 第二节水质(第九条 第十条)) 第四章附则(第十一条)',
    ],
    [
      'article-thousand.txt',
      '第一章人格权(第九百九十九条 第一千条 第一千零一条) 第二章侵权责任(第一千一百六十四条 第一千二百六十条)',
    ],
    ['article-zhiyi.txt', '第一章总则(第十七条 第十七条之一 第十七条之二 第十八条)'],
    [
      'contents-without-pages.txt',
      '第一章总则(第一条 第二条) 第二章保护(第三条) 第三章附则(第四条)',
    ],
    [
      'preamble.txt',
      '序言(· ·) 第一章总则(第一条 第二条) 第二章自治机关(第三条) 第三章附则(第四条)',
    ],
    ['heavenly-stems.txt', '第一条(甲、底色为绿色 乙、图案居中 丙、文字使用黑体) 第二条'],
    ['adoption-lines-without-brackets.md', '第一章总则(第一条 第二条)'],
    ['national-rule-without-place.md', '第一条 第二条'],
  ])('%s', async (name, tree) => {
    expect(shape((await read(name)).children)).toBe(tree);
  });

  it('count articles past the thousandth, with one gap said', async () => {
    const { documents, diagnostics } = await readDocuments(
      openWorkspace(ROOT),
      paper('article-thousand.txt'),
    );
    const sections = (blocks: readonly Block[]): (number | undefined)[] =>
      blocks.flatMap((block) =>
        block.type !== 'section'
          ? []
          : block.marker === 'article'
            ? [block.number]
            : sections(block.children),
      );
    expect(sections(itemAt(documents, 0).children)).toEqual([999, 1000, 1001, 1164, 1260]);
    expect(diagnostics.filter(({ code }) => code === 'parse/numbering-gap')).toHaveLength(1);
  });

  it('keep the text of an article put between two, without a word of a repeat', async () => {
    const { documents, diagnostics } = await readDocuments(
      openWorkspace(ROOT),
      paper('article-zhiyi.txt'),
    );
    expect(paragraphs(itemAt(documents, 0).children)[1]).toContain(
      '网络经营者应当在首页公示营业执照。',
    );
    expect(diagnostics.map(({ code }) => code)).not.toContain('parse/numbering-repeat');
  });

  it('have their contents and adoption notes apart', async () => {
    const contents = await read('contents-without-pages.txt');
    expect(elements(contents, 'contents')).toEqual(['目录第一章总则第二章保护第三章附则']);
    const preamble = await read('preamble.txt');
    expect(preamble.subtitles).toEqual([]);
    expect(elements(preamble, 'contents')).toHaveLength(1);
    const adopted = await read('adoption-lines-without-brackets.md');
    expect(adopted).toMatchObject({ subtitles: [], date: '2021-09-30' });
    expect(elements(adopted, 'adoption-note')).toHaveLength(3);
    const national = await read('national-rule-without-place.md');
    expect(national).toMatchObject({ level: 'national', kind: 'law', date: '2016-02-06' });
  });
});

describe('notices and plans', () => {
  it.each<[name: string, tree: string]>([
    [
      'unnumbered-decimal-chapter.txt',
      '1总则(1.1编制目的(·) 1.2适用范围(·)) 2组织体系(2.1省级组织机构(· 2.1.1现场指挥部(·))) 3附则(·)',
    ],
    ['false-dateline-split.txt', '· · · · · · ·'],
    ['long-title.md', '· 一、加大补贴力度 二、优化服务'],
    ['pandoc-wrapped.md', '· 一、总体要求(·) 二、重点任务(1.新建公园 2.改造公园(· · · ·))'],
    [
      'mineru-markdown.md',
      '· 一、总体要求(·) 二、重点任务(（一）新建公园(· · ·) （二）改造公园(·)) 三、保障措施(·)',
    ],
    ['docx-joint-redhead-table.docx', '· 一、健全制度(·) 二、强化监督(·)'],
    ['pdf-fake-bold.pdf', '一、总体要求(·) 二、重点任务(·) 三、保障措施(·)'],
    ['pdf-short-notice.pdf', '· 一、落实责任(·) 二、加强值守(·) 三、备足物资(·)'],
    ['pdf-spaced-han.pdf', '· 一、总体要求(·)'],
    ['html-title-with-br.html', '· 一、总体要求 二、重点任务'],
    ['traditional.txt', '· 一、總體要求 二、重點任務'],
  ])('%s', async (name, tree) => {
    const { children } = await read(name);
    if (name === 'html-title-with-br.html') expect(shape(children)).toMatch(/^· 一、/);
    else expect(shape(children)).toBe(tree);
  });

  it.each<[name: string, head: object]>([
    [
      'unnumbered-decimal-chapter.txt',
      { title: '湖北省突发环境事件应急预案', subtitles: [], kind: 'plan' },
    ],
    ['long-title.md', { kind: 'notice', level: 'province' }],
    [
      'docx-joint-redhead-table.docx',
      {
        title: '湖北省教育厅湖北省财政厅关于加强校园食堂管理的通知',
        issuer: '湖北省教育厅、湖北省财政厅',
      },
    ],
    [
      'html-title-with-br.html',
      { title: '武汉市人民政府关于加强河湖保护的意见', kind: 'opinion', level: 'city' },
    ],
    [
      'html-title-differs-from-h1.html',
      { title: '武汉市人民政府关于加强河湖保护的意见', issuer: '武汉市人民政府' },
    ],
    [
      'html-info-table-in-article.html',
      {
        title: '武汉市人民政府关于加强河湖保护的意见',
        number: '武政〔2021〕6号',
        date: '2021-04-08',
      },
    ],
    ['html-merged-cells.html', { title: '荆州市优化营商环境任务分工方案' }],
    ['pdf-fake-bold.pdf', { title: '黄石市公园建设管理意见' }],
    ['pdf-short-notice.pdf', { issuer: '黄石市人民政府办公室', date: '2023-05-18' }],
    ['traditional.txt', { kind: 'opinion' }],
  ])('head of %s', async (name, head) => {
    expect(await read(name)).toMatchObject(head);
  });

  it('number a hundred and twenty tasks, none of them a page', async () => {
    const { children, furniture } = await read('hundred-numbered-tasks.txt');
    expect(furniture).toEqual([]);
    const tasks = children.flatMap((block) => (block.type === 'section' ? block.children : []));
    expect(tasks.map((task) => (task.type === 'section' ? task.label : ''))).toEqual(
      Array.from({ length: 120 }, (_, i) => `${i + 1}.`),
    );
  });

  it.each<[name: string, part: string]>([
    ['spaced-digits.txt', '到2025年，新建公园50个，投资1.5亿元，覆盖率达到90%。'],
    ['pdf-spaced-han.pdf', '到2025年，新建公园50个，投资1.5亿元。'],
    ['false-dateline-split.txt', '完善配电网结构和农村地区供电，提高可靠性。'],
    ['html-merged-cells.html', '一、压缩开办时间\t推行免费刻章。\t市公安局\t2022年底'],
    ['mineru-markdown.md', '1\t新建口袋公园。\t市园林局'],
    ['pandoc-wrapped.md', '1\t新建口袋公园\t市园林局'],
  ])('%s holds a paragraph as it was meant', async (name, part) => {
    expect(paragraphs((await read(name)).children)).toContain(part);
  });

  it('keep a joint red head as an element, its offices apart', async () => {
    const document = await read('docx-joint-redhead-table.docx');
    expect(elements(document, 'issuer-line')).toEqual(['湖北省教育厅 湖北省财政厅 文件']);
  });

  it('keep the index of a page out of the text', async () => {
    const document = await read('html-info-table-in-article.html');
    expect(elements(document, 'source-note')).toHaveLength(8);
    expect(elements(await read('html-title-with-br.html'), 'addressee')).toEqual([
      '各区人民政府：',
    ]);
  });

  it('count bold that is drawn twice', async () => {
    const { source } = await readDocuments(openWorkspace(ROOT), paper('pdf-fake-bold.pdf'));
    expect(source.counts['doubled-text']).toBeGreaterThan(0);
  });
});

describe('figures of papers', () => {
  it.each<[name: string, printed: readonly string[]]>([
    ['spaced-digits.txt', ['2025年', '50个', '1.5亿元', '90%']],
    ['mineru-markdown.md', ['2025年', '90%以上', '1000公顷', '2000km', '50个', '10个']],
    [
      'percentage-points.txt',
      ['5个百分点', '三个百分点', '2025年', '0.5个百分点', '2个百分点以上', '1个百分点左右'],
    ],
  ])('%s', async (name, printed) => {
    const { out } = await cli(['targets', paper(name), '--format', 'json'], { cwd: ROOT });
    const { targets } = JSON.parse(out) as { targets: { text: string }[] };
    expect(targets.map(({ text }) => text)).toEqual(printed);
  });

  it('that changed are not verbatim', async () => {
    const args = ['compare', paper('number-times-ten-a.txt'), paper('number-times-ten-b.txt')];
    const { out } = await cli([...args, '--format', 'json'], { cwd: ROOT });
    expect(out.match(/"relation": "adapted"/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
