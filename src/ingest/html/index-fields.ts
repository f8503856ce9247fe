import type { ResolvedText } from '../../model/index.js';
import { resolvedBuilder, sliceResolved, trimResolved } from '../../text/index.js';
import type { HtmlBlock, HtmlPage } from './page.js';

/** What indices of government sites say of a paper (GB/T 9704 and the rules on open government). */
const LABEL =
  '(?:索引号|信息索引号|主题分类|主题词|信息分类|体裁分类|组配分类|服务对象|公文种类|文种|发文机关|发文机构|发文单位|发布机关|发布机构|发布单位|制发机关|成文日期|生成日期|发文日期|印发日期|发布日期|发布时间|公开日期|公布日期|生效日期|施行日期|实施日期|废止日期|失效日期|标题|名称|信息名称|文件名称|发文字号|文号|文件编号|公开方式|公开范围|公开责任部门|有效性|是否有效|效力状态|时效性|文件状态|内容概述|关键词)';
const spaced = LABEL.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, '[\\s\u3000\u00a0]*');
/** `索 引 号：`, with or without its colon; brackets stand around some. */
const FIELD = new RegExp(`^[\\[【［]?${spaced}[\\]】］]?(?:[\\s\u3000\u00a0]*(?:[:：]|$)|\t)`);
const BARE_LABEL = new RegExp(`${FIELD.source}\\s*$`);
/** The same, where only a colon tells a label from a word. */
const FIELDS_IN_LINE = new RegExp(
  `(?<![\\u4e00-\\u9fff])[\\[【［]?${spaced}[\\]】］]?[\\s\u3000\u00a0]*[:：]`,
  'g',
);

/** How far into the article its index may stand, and how long a value may be. */
const INDEX_LINES = 60;
const LONGEST_VALUE = 200;
/** Fewest fields of an index: one line by itself may be a line of the paper. */
const FEWEST_FIELDS = 3;

/**
 * The article with the index of the paper (索引号, 发文机关, 文号 …), a line a field, wherever the page sets it.
 *
 * Sites print it as a table, a list or rows of pieces, inside the article or before it. Cost: linear.
 */
export function withFields(
  page: Pick<HtmlPage, 'blocks'>,
  article: readonly HtmlBlock[],
): readonly HtmlBlock[] {
  const [opening] = article;
  const first = opening === undefined ? 0 : page.blocks.indexOf(opening);
  const near = page.blocks.slice(Math.max(0, first - INDEX_LINES), first + INDEX_LINES);
  const found = indexIn(near);
  if (found === undefined) return article;
  const read = new Set(near.slice(found.start, found.end));
  const at = Math.max(
    0,
    article.findIndex((block) => read.has(block)),
  );
  const rest = article.filter((block) => !read.has(block));
  return [...rest.slice(0, at), ...found.lines, ...rest.slice(at)];
}

interface Index {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly HtmlBlock[];
}

/** The index of a paper as a table of a word processor: `标签：值` a field, or `undefined` where the rows are anything else. */
export function fieldsOfRows(rows: readonly (readonly string[])[]): readonly string[] | undefined {
  const fields: string[] = [];
  for (const row of rows) {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells[0] === undefined || !FIELD.test(cells[0])) return undefined;
    for (const cell of cells) {
      if (FIELD.test(cell)) fields.push(cell);
      else fields.push(labelled(fields.pop() ?? '', cell));
    }
  }
  return fields.length < FEWEST_FIELDS ? undefined : fields;
}

function labelled(label: string, value: string): string {
  return isBareLabel(label) && !/[:：]\s*$/.test(label) ? `${label}：${value}` : `${label}${value}`;
}

/** The first run of lines that are fields. */
function indexIn(blocks: readonly HtmlBlock[]): Index | undefined {
  const start = blocks.findIndex(({ text }) => FIELD.test(text));
  if (start < 0) return undefined;
  const lines: HtmlBlock[] = [];
  let at = start;
  while (at < blocks.length) {
    const block = blocks[at];
    if (block === undefined || block.text.length > 4 * LONGEST_VALUE || !FIELD.test(block.text))
      break;
    const fields = fieldsOf(block);
    const next = blocks[at + 1];
    const last = fields.at(-1);
    const open = last !== undefined && isBareLabel(last.text) && fields.length === 1;
    if (open && next !== undefined && isValue(next, blocks[at + 2])) {
      lines.push(joined(last, next));
      at += 2;
    } else {
      lines.push(...fields);
      at += 1;
    }
  }
  return lines.length < FEWEST_FIELDS ? undefined : { start, end: at, lines };
}

function isBareLabel(text: string): boolean {
  return BARE_LABEL.test(text);
}

/** A value stands on the line after its label, and a field comes after it. */
function isValue({ text, outline, role }: HtmlBlock, after: HtmlBlock | undefined): boolean {
  if (outline !== undefined || role === 'table-row' || FIELD.test(text)) return false;
  return text.length <= LONGEST_VALUE && (after === undefined || FIELD.test(after.text));
}

function joined(label: HtmlBlock, value: HtmlBlock): HtmlBlock {
  const builder = resolvedBuilder();
  builder.add(label);
  if (!/[:：]\s*$/.test(label.text)) builder.insert('：');
  builder.add(value);
  const { role: _, ...rest } = label;
  return { ...rest, ...builder.build(), linked: label.linked + value.linked };
}

/** Fields of one line or table row, each a line. */
function fieldsOf(block: HtmlBlock): HtmlBlock[] {
  const { role, ...plain } = block;
  if (role === 'table-row') return cellFields(plain);
  const starts = [...block.text.matchAll(FIELDS_IN_LINE)].map(({ index }) => index);
  return cut(plain, starts[0] === 0 ? starts : [0, ...starts]);
}

/** Cells of a row by pairs: a label, and what follows up to the next label. */
function cellFields(row: HtmlBlock): HtmlBlock[] {
  const fields: HtmlBlock[] = [];
  let at = 0;
  for (const cell of row.text.split('\t')) {
    const piece = sliceBlock(row, at, at + cell.length);
    at += cell.length + 1;
    const last = fields.at(-1);
    if (piece.text === '') continue;
    if (last === undefined || FIELD.test(piece.text)) fields.push(piece);
    else
      fields[fields.length - 1] = isBareLabel(last.text)
        ? joined(last, piece)
        : spacedOut(last, piece);
  }
  return fields;
}

function spacedOut(first: HtmlBlock, second: HtmlBlock): HtmlBlock {
  const builder = resolvedBuilder();
  builder.add(first);
  builder.insert(' ');
  builder.add(second);
  return { ...first, ...builder.build() };
}

function cut(block: HtmlBlock, starts: readonly number[]): HtmlBlock[] {
  return starts.map((start, i) => sliceBlock(block, start, starts[i + 1] ?? block.text.length));
}

function sliceBlock(block: HtmlBlock, start: number, end: number): HtmlBlock {
  const text: ResolvedText = trimResolved(sliceResolved(block, start, end));
  return { ...block, ...text };
}
