import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';
import { PARSE_OPTIONS } from '../support/sources.js';
import { type Run, tinyPdf } from '../support/tiny-pdf.js';

/** One document as its paragraphs; a number in front is automatic in the DOCX. */
const TITLE = '某市节水行动实施方案';
const PARAGRAPHS: readonly (readonly [number: string, text: string])[] = [
  [
    '',
    '为落实最严格水资源管理制度，提高全社会用水效率，结合本市实际，制定本方案，请各区各部门对照任务分工认真抓好落实工作。',
  ],
  ['一、', '总体要求'],
  [
    '（一）',
    '指导思想。坚持节水优先方针，强化水资源刚性约束，推动用水方式由粗放向节约集约转变，到2025年基本形成节水型生产生活方式。',
  ],
  [
    '（二）',
    '主要目标。到2025年，全市用水总量控制在规定指标以内，万元地区生产总值用水量比2020年下降百分之十六，再生水利用率明显提高。',
  ],
  ['二、', '重点任务'],
  [
    '（一）',
    '农业节水增效。推广喷灌、微灌和水肥一体化技术，分类推进大中型灌区续建配套与现代化改造，每年新增高效节水灌溉面积两万亩。',
  ],
  [
    '（二）',
    '工业节水减排。推动高耗水企业开展水平衡测试，对超过取水定额标准的企业限期实施节水改造，鼓励园区开展企业间串联用水。',
  ],
  ['三、', '保障措施'],
  [
    '',
    '各区人民政府对本辖区节水工作负总责，要建立工作台账，明确时间表和路线图，市水务局会同有关部门定期开展督促检查并通报情况。',
  ],
];

const plain = (): Uint8Array =>
  Buffer.from([TITLE, ...PARAGRAPHS.map((parts) => parts.join(''))].join('\n'));

function markdown(): Uint8Array {
  const lines = PARAGRAPHS.map(([number, text]) =>
    number.endsWith('、') ? `## ${number}${text}` : `**${number}**${text}`,
  );
  return Buffer.from([`# ${TITLE}`, ...lines].join('\n\n').replaceAll('****', ''));
}

function html(): Uint8Array {
  const lines = PARAGRAPHS.map((parts) => `<p>　　${parts.join('')}</p>`);
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>${TITLE}_某市水务局</title></head><body><div class="nav"><a>首页</a></div><div class="TRS_Editor"><p align="center">${TITLE}</p>${lines.join('')}</div><div class="footer">主办单位：某市水务局</div></body></html>`,
  );
}

function docx(): Uint8Array {
  const level = (at: number, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const p = ([number, text]: readonly [string, string]) => {
    const list =
      number === ''
        ? ''
        : `<w:numPr><w:ilvl w:val="${number.endsWith('、') ? 0 : 1}"/><w:numId w:val="1"/></w:numPr>`;
    return `<w:p><w:pPr>${list}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  };
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>',
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${W}><w:body>${p(['', TITLE])}${PARAGRAPHS.map(p).join('')}</w:body></w:document>`,
    ),
  });
}

function mhtml(): Uint8Array {
  const body = Buffer.from(html()).toString('base64');
  return Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`,
  );
}

/** 28 characters a line, first lines indented by two, page numbers at the foot. */
function pdf(): Uint8Array {
  const lines: Run[] = [];
  for (const parts of PARAGRAPHS) {
    const text = parts.join('');
    lines.push({ x: 130, y: 0, text: text.slice(0, 26), size: 15 });
    for (let at = 26; at < text.length; at += 28) {
      lines.push({ x: 100, y: 0, text: text.slice(at, at + 28), size: 15 });
    }
  }
  const pages = [lines.slice(0, 12), lines.slice(12)].map((page, i) => [
    ...(i === 0 ? [{ x: 212, y: 100, text: TITLE, size: 18 }] : []),
    ...page.map((run, n) => ({ ...run, y: 150 + 28 * n })),
    { x: 270, y: 800, text: `— ${i + 1} —`, size: 14 },
  ]);
  return tinyPdf(pages);
}

describe('one document in every format gives one tree', () => {
  async function tree(bytes: Uint8Array, path: string): Promise<string> {
    const { documents } = parse(await readBytes(bytes, path), PARSE_OPTIONS);
    const lines: string[] = documents.map(({ title }) => title);
    const walk = (nodes: (typeof documents)[number]['children'], depth: number): void => {
      for (const node of nodes) {
        const text = node.type === 'section' ? `${node.label}${node.heading}` : node.content.text;
        lines.push(`${'  '.repeat(depth)}${text}`);
        if (node.type === 'section') walk(node.children, depth + 1);
      }
    };
    for (const { children } of documents) walk(children, 1);
    return lines.join('\n');
  }

  it.each([
    ['a.md', markdown],
    ['a.html', html],
    ['a.mht', mhtml],
    ['a.docx', docx],
    ['a.pdf', pdf],
  ])('%s', async (path, make) => {
    const expected = await tree(plain(), 'a.txt');
    expect(expected.split('\n').length).toBeGreaterThan(9);
    expect(await tree(make(), path)).toBe(expected);
  });
});
