import type { ResolvedText } from '../../model/index.js';
import { EMPTY_RESOLVED, sliceResolved, trimResolved } from '../../text/index.js';
import type { HtmlBlock, HtmlPage } from './page.js';

/** How many lines of the article are asked for the title before it is set in front. */
const TITLE_LINES = 6;

/** The article with its title in front, unless it prints one itself. Cost: linear in the lines before the article. */
export function withTitle(page: HtmlPage, article: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const opening = article.filter(({ text }) => !isLabelled(text)).slice(0, TITLE_LINES);
  if (printsTitle(opening)) return article;
  const title = titleOf(page, article);
  if (title.text === '') return article;
  const head = bare(opening.map(({ text }) => text).join(''));
  if (head.includes(bare(title.text))) return article;
  return [{ ...title, node: 0, linked: 0, outline: 1 }, ...article];
}

/** `发文机关：某某`: what indices of papers say of them. */
function isLabelled(text: string): boolean {
  return /^[\u4e00-\u9fff\s\u3000\u00a0]{2,12}[:：]/.test(text);
}

/** Blanks and quotes are set in one way in the page's head and in another in its text. */
function bare(text: string): string {
  return text.replace(/[\s\u3000\u00a0“”"‘’《》〈〉]+/g, '');
}

const PAPER_NOUN =
  '(?:决议|决定|建议|说明|意见|通知|通报|公报|公告|通告|方案|规划|计划|纲要|要点|措施|办法|规定|细则|条例|规则|规程|预案|批复|复函|清单|目录|指南|标准|政策|规范|解读|报告|令|函)';
/** Ends as titles of papers do. */
const PAPER = new RegExp(`${PAPER_NOUN}(?:[（(〔【][^（）()〔〕【】]{1,30}[）)〕】])*$`);

/** A heading of the article, or first lines that are set as a title: no sentence, and a kind of paper at the end. */
function printsTitle(opening: readonly HtmlBlock[]): boolean {
  if (opening.some(({ outline, text }) => outline !== undefined && outline <= 2 && isTitle(text)))
    return true;
  let joined = '';
  for (const { text, role } of opening.slice(0, 4)) {
    if (role !== undefined || /[。；：:！？]$/.test(text) || text.length > LONGEST_LINE)
      return false;
    joined += bare(text);
    if (/关于/.test(joined) && PAPER.test(joined) && isTitle(joined)) return true;
  }
  return false;
}

/** Longest line of a title, and longest title. */
const LONGEST_LINE = 60;
const LONGEST_TITLE = 300;

function isTitle(text: string): boolean {
  return bare(text).length >= TITLE_LENGTH && !/[。；]/.test(text) && !isSite(text);
}

/** Fewest characters of a line that may be the title. */
const TITLE_LENGTH = 4;

/**
 * What the site or the paper's index states; the page's title, without the site's name, where a line before the article
 * prints it too; a heading before the article; what the page tells other sites; the page's title.
 */
function titleOf(page: HtmlPage, article: readonly HtmlBlock[]): ResolvedText {
  if (page.articleTitle.text !== '') return withoutSite(page.articleTitle);
  const indexed = titleInIndex(article);
  if (indexed !== undefined) return indexed;
  const own = withoutSite(page.title);
  const before = linesBefore(page, article);
  const printed = before.map(({ text }) => bare(text)).join('');
  const stated = before.findLast(
    ({ text }) => text.length >= TITLE_LENGTH && page.title.text.startsWith(text),
  );
  // A title set in several lines is told by their sum, and by its end.
  if (own.text.length >= TITLE_LENGTH && PAPER.test(own.text) && printed.includes(bare(own.text)))
    return own;
  const heading = before.findLast(
    ({ outline, text }) => outline !== undefined && outline <= 2 && isTitle(text),
  );
  if (heading !== undefined && PAPER.test(heading.text)) return heading;
  const social = withoutSite(page.socialTitle);
  return stated ?? heading ?? (social.text === '' ? own : social);
}

/** `标题：某市方案` in the index of a paper. */
function titleInIndex(article: readonly HtmlBlock[]): ResolvedText | undefined {
  for (const block of article) {
    const label = /^(?:标\s*题|名\s*称|(?:信息|文件)名称)\s*[:：]?\s*/.exec(block.text)?.[0];
    if (label === undefined) continue;
    const value = trimResolved(sliceResolved(block, label.length, block.text.length));
    if (isTitle(value.text) && PAPER.test(value.text)) return value;
  }
  return undefined;
}

function linesBefore(page: HtmlPage, article: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const first = Math.max(
    0,
    page.blocks.findIndex((block) => article.includes(block)),
  );
  return page.blocks.slice(0, first).filter(({ node }) => page.nodes[node]?.furniture === 0);
}

/** `某市人民政府门户网站`, `某市水务局`, `政务公开`: the site or a part of it. */
function isSite(text: string): boolean {
  if (/关于|印发/.test(text)) return false;
  return /(?:网|网站|门户|平台|首页|政府|办公厅|办公室|局|委|厅|委员会|公开|专栏|政策文件|文件库|频道)$/.test(
    bare(text),
  );
}

/** `_`, `|`, a dash with blanks or before a site's name. Years (`2021-2025年`) are no parts. */
const BORDERS = /[_|｜]|\s[-–—]+\s|(?<!\d)[-–—]+|[-–—]+(?!\d)/g;

/**
 * The paper's own part of a page's title: the one that ends as a paper, else the first that is no site.
 *
 * `某市方案_某市人民政府`, `某某网 - 某市方案`, `某市方案-某市水务局`, `某市方案某市人民政府门户网站`.
 */
function withoutSite(whole: ResolvedText): ResolvedText {
  const text = whole.text.slice(0, LONGEST_TITLE);
  if (text === '') return EMPTY_RESOLVED;
  const parts = partsOf(text);
  const found =
    parts.find(({ start, end }) => PAPER.test(text.slice(start, end).trim())) ??
    parts.find(({ start, end }) => !isSite(text.slice(start, end))) ??
    parts[0];
  if (found === undefined) return EMPTY_RESOLVED;
  const part = trimResolved(sliceResolved(whole, found.start, found.end));
  const { start, end } = apart(part.text);
  return trimResolved(sliceResolved(part, start, end));
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: border, index } of text.matchAll(BORDERS)) {
    parts.push({ start, end: index });
    start = index + border.length;
  }
  parts.push({ start, end: text.length });
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '');
}

/** A site's name that is run together with the title, after it or before. */
const SITE_AFTER = new RegExp(
  `^(.{4,}${PAPER_NOUN}(?:[（(][^（）()]{1,30}[）)])?)[\\s　]*(?:[\\u4e00-\\u9fff]{1,12}(?:省|市|区|县|州|盟|旗)|中国|国家|中华人民共和国)[\\u4e00-\\u9fff]{0,14}(?:网|网站|门户|政府|局|厅|委|委员会|办公室)$`,
);
const SITE_BEFORE =
  /^[\u4e00-\u9fff]{2,20}?(?:门户网站|政府网站|政府网|信息网|公开网)[\s　:：]*(?=.{6})/;

function apart(text: string): Part {
  const start = PAPER.test(text) ? (SITE_BEFORE.exec(text)?.[0].length ?? 0) : 0;
  const end = SITE_AFTER.exec(text)?.[1]?.length ?? text.length;
  return { start, end };
}
