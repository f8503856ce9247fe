import * as xlsx from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { odt, ofd, rtfText, wordFile } from './paper-writers.js';
import { tinyPdf } from './tiny-pdf.js';

/**
 * One small paper in every format, with all that the table *What is read* of docs/how-to.md speaks of:
 * a heading without a number, typed and automatic numbers, a table with merged cells, a note, and what is
 * not read, each under the words below.
 */
export const RICH = {
  title: '某市节水行动实施方案',
  body: '为落实最严格水资源管理制度，提高全社会用水效率，结合本市实际，制定本方案。',
  /** A heading of the file's own, without a number. */
  heading: '工作目标',
  typed: '一、总体要求',
  /** Typed in no format that has automatic numbers. */
  numbered: ['（一）农业节水增效。', '（二）工业节水减排。'],
  automatic: ['农业节水增效。', '工业节水减排。'],
  rows: [
    ['序号', '任务', '责任单位'],
    ['1', '管网改造', '市水务局'],
    ['2', '水平衡测试', '市水务局'],
    ['3', '合并两列', '各区'],
  ],
  noted: '用水总量控制在规定指标以内。',
  note: '用水总量指地表水与地下水取用量之和。',
  last: '各区人民政府对本辖区节水工作负总责。',
  runningHead: '某市人民政府公报',
  comment: '此处待核实',
  struck: '旧的说法',
  picture: '示意图',
  contents: '目录的一行',
  hidden: '底稿内容',
  turned: '征求意见',
  stamp: '电子印章文字',
} as const;

const { rows } = RICH;
const text = (lines: readonly string[]): Uint8Array => strToU8(lines.join('\n'));

export function richText(): Uint8Array {
  const columns = rows.map(
    ([a, b, c]) => `${a.padEnd(a === '序号' ? 6 : 8)}${b.padEnd(6, '　')}  ${c}`,
  );
  const tabs = rows.map((row) => row.join('\t'));
  const { title, body, heading, typed, numbered, noted, note, last } = RICH;
  const parts = [title, body, heading, typed, ...numbered, `${noted}①`, '', ...tabs, '', last];
  return text([...parts, '', ...columns, '', `①${note}`]);
}

const pipe = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function richMarkdown(): Uint8Array {
  const { title, body, heading, typed, numbered, noted, note, last, picture } = RICH;
  const grid = rows.map((row) => `|${row.map((cell) => cell.padEnd(6, '　')).join('|')}|`);
  const border = `+${Array(3).fill('-'.repeat(12)).join('+')}+`;
  return text([
    `# ${title}`,
    body,
    `## ${heading}`,
    `${typed}\n`,
    ...numbered.map((line) => `${line}\n`),
    `${noted}[^1]\n\n[^1]: ${note}\n`,
    '3. 第三项\n4. 第四项\n',
    `![${picture}](a.png)\n`,
    pipe(rows[0]),
    pipe(['---', '---', '---']),
    ...rows.slice(1).map(pipe),
    '',
    ...grid.flatMap((line) => [border, line]),
    border,
    '',
    `<table>${htmlRows()}</table>`,
    '',
    last,
  ]);
}

/** The office of the second row reaches over the third. */
function htmlRows(): string {
  return rows
    .map((row, r) => {
      const cells = row.map((cell, c) => {
        if (c === 2 && r === 2) return '';
        return `<td${c === 2 && r === 1 ? ' rowspan="2"' : ''}>${cell}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
}

export function richHtml(): Uint8Array {
  const { title, body, heading, typed, numbered, noted, last, picture, struck } = RICH;
  const p = (inside: string): string => `<p>${inside}</p>`;
  return text([
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="TRS_Editor">`,
    `<h1>${title}</h1>${p(body)}<h2>${heading}</h2>${p(typed)}${numbered.map(p).join('')}`,
    `<ol start="3"><li>第三项内容</li><li>第四项内容</li></ol>`,
    p(`${noted}<del>${struck}</del><img src="a.png" alt="${picture}">`),
    `<table>${htmlRows()}</table>${p(last)}</div></body></html>`,
  ]);
}

export function richMhtml(): Uint8Array {
  const body = Buffer.from(richHtml()).toString('base64');
  return Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`,
  );
}

export function richDocx(): Uint8Array {
  const { title, body, heading, typed, automatic, noted, note, last, comment, runningHead } = RICH;
  const run = (inside: string): string => `<w:r><w:t>${inside}</w:t></w:r>`;
  const p = (inside: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const cell = (inside: string, merge: string): string =>
    `<w:tc><w:tcPr>${merge}</w:tcPr>${p(run(inside))}</w:tc>`;
  const table = rows.map((row, r) => {
    const cells = row.map((inside, c) => {
      const below = c === 2 && r === 2;
      const merge = below ? '<w:vMerge/>' : c === 2 && r === 1 ? '<w:vMerge w:val="restart"/>' : '';
      return cell(below ? '' : inside, merge);
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const main = [
    p(run(title)),
    p(run(body)),
    p(run(heading), '<w:outlineLvl w:val="0"/>'),
    p(run(typed)),
    ...automatic.map((one) => p(run(one), list)),
    p(`${run(noted)}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    p(`${run(last)}<w:r><w:commentReference w:id="1"/></w:r>`),
    `<w:tbl>${table.join('')}</w:tbl>`,
    '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>',
  ];
  const part = (root: string, inside: string): Uint8Array =>
    strToU8(`<w:${root} ${W}>${inside}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/></Relationships>',
    ),
    'word/numbering.xml': part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${p(run(note))}</w:footnote>`),
    'word/comments.xml': part('comments', `<w:comment w:id="1">${p(run(comment))}</w:comment>`),
    'word/header1.xml': part('hdr', p(run(runningHead))),
    'word/document.xml': part('document', `<w:body>${main.join('')}</w:body>`),
  });
}

/** `numbered.doc` of the tests, as LibreOffice 7.4 makes a DOCX of it. */
export const richByOffice = (): Uint8Array => wordFile('numbered-by-office.docx');

export function richRtf(): Uint8Array {
  const { title, body, heading, typed, automatic, numbered, noted, note, last } = RICH;
  const p = (inside: string, before = ''): string => `\\pard${before} ${inside}\\par\n`;
  const zh = rtfText;
  const edges = ['\\cellx1', '\\cellx2'];
  const table = rows.map((row, r) => {
    const merge = r === 1 ? '\\clvmgf' : r === 2 ? '\\clvmrg' : '';
    const cells = row.map((cell, c) => `${c === 2 && r === 2 ? '' : zh(cell)}\\cell`);
    return `\\trowd${edges.join('')}${merge}\\cellx3\\pard\\intbl ${cells.join(' ')}\\row\n`;
  });
  const lists = automatic.map((one, i) => {
    const label = (numbered[i] ?? '').slice(0, -one.length);
    return p(zh(one), `{\\listtext\\pard ${zh(label)}}\\ls1`);
  });
  return Buffer.from(
    [
      `{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\header ${zh(RICH.runningHead)}}\n`,
      p(zh(title)),
      p(zh(body)),
      p(zh(heading), '\\outlinelevel0'),
      p(zh(typed)),
      ...lists,
      p(zh('没有写出编号的一段。'), '\\ls1'),
      p(`${zh(noted)}{\\footnote\\pard{\\chftn} ${zh(note)}}`),
      p(`${zh(last)}{\\*\\annotation ${zh(RICH.comment)}}`),
      ...table,
      '}',
    ].join(''),
    'latin1',
  );
}

export function richOdt(): Uint8Array {
  const { title, body, heading, typed, automatic, noted, note, last, comment, contents } = RICH;
  const p = (inside: string): string => `<text:p>${inside}</text:p>`;
  const cell = (inside: string, spans = ''): string =>
    `<table:table-cell${spans}>${p(inside)}</table:table-cell>`;
  const table = rows.map((row, r) => {
    const cells = row.map((inside, c) => {
      if (c === 2 && r === 2) return '<table:covered-table-cell/>';
      return cell(inside, c === 2 && r === 1 ? ' table:number-rows-spanned="2"' : '');
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  const items = automatic.map((one) => `<text:list-item>${p(one)}</text:list-item>`);
  const list =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."><style:list-level-label-alignment text:label-followed-by="nothing"/></text:list-level-style-number></text:list-style>';
  return odt(
    [
      p(title),
      `<text:table-of-content>${p(contents)}</text:table-of-content>`,
      p(body),
      `<text:h text:outline-level="1">${heading}</text:h>`,
      p(typed),
      `<text:list text:style-name="L">${items.join('')}</text:list>`,
      p(`${noted}<text:note><text:note-body>${p(note)}</text:note-body></text:note>`),
      p(`${last}<office:annotation>${p(comment)}</office:annotation>`),
      `<table:table>${table.join('')}</table:table>`,
    ].join(''),
    `${list}<office:master-styles><style:master-page><style:header>${p(RICH.runningHead)}</style:header></style:master-page></office:master-styles>`,
  );
}

export function richBook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const made = xlsx.utils.book_new();
  const cells: (string | number)[][] = rows.map((row) => [...row]);
  cells[2]?.splice(2, 1, '');
  const sheet = xlsx.utils.aoa_to_sheet([...cells, [4, '节水率', 0.5]]);
  sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
  sheet.C5 = { t: 'n', v: 0.5, z: '0%' };
  sheet.A5 = { t: 'n', v: 4, f: 'A4+1' };
  sheet.B2 = { t: 's', v: '管网改造', c: [{ a: 'x', t: RICH.comment }] };
  xlsx.utils.book_append_sheet(made, sheet, RICH.heading);
  xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet([[RICH.last]]), '另一张表');
  xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet([[RICH.hidden]]), '底稿');
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  const bytes = xlsx.write(made, { type: 'buffer', bookType }) as Uint8Array;
  if (bookType !== 'xlsx') return bytes;
  const drawing = strToU8(`<xdr:wsDr xmlns:xdr="x"><xdr:pic descr="${RICH.picture}"/></xdr:wsDr>`);
  return zipSync({ ...unzipSync(bytes), 'xl/drawings/drawing9.xml': drawing });
}

/** A line at its place, in characters from the left and in lines from the top. */
interface Placed {
  readonly column: number;
  readonly line: number;
  readonly text: string;
  /** Of the body's size. */
  readonly size?: number;
}

const LINE = 28;
function inLines(paragraph: string): readonly string[] {
  const lines = [paragraph.slice(0, LINE - 2)];
  for (let at = LINE - 2; at < paragraph.length; at += LINE)
    lines.push(paragraph.slice(at, at + LINE));
  return lines;
}

/** The paper as printed on a page: a centred heading, a table in columns, a note in small type at the foot. */
export function richPage(): readonly Placed[] {
  const { title, body, heading, typed, numbered, noted, note, last } = RICH;
  const placed: Placed[] = [{ column: 8, line: 1, text: title, size: 1.2 }];
  let line = 3;
  const put = (paragraph: string): void => {
    for (const [i, printed] of inLines(paragraph).entries()) {
      placed.push({ column: i === 0 ? 2 : 0, line, text: printed });
      line += 1;
    }
  };
  put(body.repeat(3));
  placed.push({ column: 12, line: line + 0.5, text: heading });
  line += 2;
  for (const paragraph of [typed, ...numbered, `${noted}①`, last.repeat(2)]) put(paragraph);
  line += 0.5;
  for (const row of rows) {
    for (const [c, cell] of row.entries()) placed.push({ column: 1 + 9 * c, line, text: cell });
    line += 1;
  }
  placed.push({ column: 0, line: 24, text: `①${note}`, size: 0.75 });
  return placed;
}

/** The pages after the first: running text alone. */
const FOLLOWING = ['水务、住建、经信等部门按季度通报进展。', '财政部门统筹安排资金。'] as const;

export function richPdf(): Uint8Array {
  const page = (number: number, placed: readonly Placed[]) => [
    { x: 230, y: 60, text: RICH.runningHead, size: 10 },
    ...placed.map(({ column, line, text: own, size = 1 }) => ({
      x: 90 + 14 * column,
      y: 100 + 26 * line,
      text: own,
      size: 14 * size,
    })),
    { x: 280, y: 800, text: `— ${number} —`, size: 12 },
  ];
  return tinyPdf([
    [...page(1, richPage()), { x: 200, y: 500, text: RICH.turned, size: 50, turn: 45 }],
    ...FOLLOWING.map((own, i) => page(i + 2, [{ column: 2, line: 1, text: own }])),
  ]);
}

export function richOfd(): Uint8Array {
  const page = (placed: readonly Placed[]) =>
    placed.map(({ column, line, text: own, size = 1 }) => ({
      x: 30 + 5 * column,
      y: 30 + 9 * line,
      text: own,
      size: 5 * size,
    }));
  const turned = { x: 30, y: 90, text: RICH.turned, object: 'CTM="0.7 -0.7 0.7 0.7 0 0"' };
  const stamp = strToU8(
    `<ofd:Page xmlns:ofd="x"><ofd:TextCode>${RICH.stamp}</ofd:TextCode></ofd:Page>`,
  );
  const following = FOLLOWING.map((own) => page([{ column: 2, line: 1, text: own }]));
  return ofd([[...page(richPage()), turned], ...following], [], {
    'Doc_0/Annots/Page_0/Annotation.xml': stamp,
    'Doc_0/Signs/Sign_0/Seal.xml': stamp,
  });
}

/** What a recogniser sees of the page at 200 dpi: boxes a little larger than their lines. */
export function richScan() {
  const unit = 40;
  return richPage().map(({ column, line, text: own, size = 1 }) => {
    const [left, top] = [200 + unit * column, 150 + 75 * line];
    const right = left + unit * size * own.length;
    const bottom = top + 1.25 * unit * size;
    const box = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
    return { text: own, mean: 0.99, box };
  });
}

export function richZip(): Uint8Array {
  return zipSync({ 'a/plan.docx': richDocx() });
}
