import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { ROOT } from './root.js';
import { type Run, tinyPdf } from './tiny-pdf.js';

/** A plan and the plan below it, as the documents' examples name them. Written for the tests. */
const PROVINCE = [
  '某省节水行动实施方案',
  '为落实最严格水资源管理制度，提高全社会用水效率，结合本省实际，制定本方案。',
  '一、总体要求',
  '坚持节水优先方针，强化水资源刚性约束，到2025年全省基本形成节水型生产生活方式。',
  '二、重点任务',
  '（一）农业节水增效。推广喷灌、微灌和水肥一体化技术，每年新增高效节水灌溉面积二十万亩。',
  '（二）工业节水减排。推动高耗水企业开展水平衡测试，鼓励园区开展企业间串联用水。',
  '三、保障措施',
  '各市人民政府对本辖区节水工作负总责，要建立工作台账，明确时间表和路线图。',
];
const NATION = [
  '国家节水行动方案',
  '一、总体要求',
  '坚持节水优先方针，强化水资源刚性约束，到2025年形成节水型生产生活方式。',
  '二、重点任务',
  '推广喷灌、微灌和水肥一体化技术，新增高效节水灌溉面积。',
];
const CITY = [
  '某市节水行动实施方案',
  '为落实最严格水资源管理制度，提高全社会用水效率，结合本市实际，制定本方案。',
  '一、总体要求',
  '坚持节水优先方针，强化水资源刚性约束，到2026年全市基本形成节水型生产生活方式。',
  '二、重点任务',
  '（一）农业节水增效。推广喷灌、微灌技术，每年新增高效节水灌溉面积两万亩。',
  '三、保障措施',
  '各区人民政府对本辖区节水工作负总责，要建立工作台账，探索明确时间表和路线图。',
];

/** The files that command lines in the documents name: `province.docx`, `city.pdf`, `plan.pdf` … */
export function writeSampleFiles(folder: string): void {
  const save = (name: string, bytes: string | Uint8Array): void =>
    writeFileSync(join(folder, name), bytes);
  save('province.docx', docxOf(PROVINCE));
  save('province.txt', PROVINCE.join('\n'));
  save('opinion.docx', docxOf(PROVINCE));
  save('city.pdf', pdfOf(CITY));
  save('city.txt', CITY.join('\n'));
  save('plan.pdf', pdfOf(CITY));
  save('plan.txt', CITY.join('\n'));
  for (const [level, name, lines] of [
    ['national', '节水', NATION],
    ['province', '湖北省', PROVINCE],
    ['province', '湖南省', PROVINCE],
    ['city', '湖北省武汉市', CITY],
  ] as const) {
    mkdirSync(join(folder, 'plans', level), { recursive: true });
    save(`plans/${level}/${name}.txt`, lines.join('\n'));
  }
  save('wanted.csv', 'upstream,downstream\nprovince/湖北省.txt,city/湖北省武汉市.txt\n');
  copyFileSync(join(ROOT, 'fixtures/compendium/source.txt'), join(folder, 'compendium.txt'));
}

function docxOf(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

/** 28 characters a line, first lines indented by two. */
function pdfOf([title = '', ...paragraphs]: readonly string[]): Uint8Array {
  const lines: Run[] = [];
  for (const text of paragraphs) {
    lines.push({ x: 130, y: 0, text: text.slice(0, 26), size: 15 });
    for (let at = 26; at < text.length; at += 28)
      lines.push({ x: 100, y: 0, text: text.slice(at, at + 28), size: 15 });
  }
  const placed = lines.map((run, index) => ({ ...run, y: 150 + 28 * index }));
  return tinyPdf([[{ x: 212, y: 100, text: title, size: 18 }, ...placed]]);
}
