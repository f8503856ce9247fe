import { itemAt } from '../../text/index.js';
import type { HtmlBlock, HtmlNode, HtmlPage } from './page.js';

/** Lines that web pages put around every article, wherever they stand. */
const BOILERPLATE =
  /版权所有|ICP备|公网安备|网站标识码|主办单位[:：]|承办单位[:：]|技术支持[:：]|扫一扫|分享到|【?字体[:：]|(?<!文\s{0,8})字号[:：]|打印本页|关闭窗口|【打印】|浏览次数|点击数|阅读次数|无障碍|(?:当前|您的|现在的?)位置|上一篇|下一篇|责任编辑[:：]|^首页\s*[>＞»›/]|^(?:发布(?:时间|日期)|发表时间|(?:信息|文章)?来源|稿源)[:：]/;
/** Longer lines are text, whatever words they hold. */
const BOILERPLATE_LENGTH = 80;

/** A block is running text when it ends sentences, or is long and has commas. */
function isProse(block: HtmlBlock): boolean {
  const { text, linked } = block;
  if (linked > text.length / 2 || isBoilerplate(block)) return false;
  return (
    /[。；！？]/.test(text) ||
    (text.length >= 30 && /[，、：]/.test(text)) ||
    block.role === 'table-row'
  );
}

function isBoilerplate({ text }: HtmlBlock): boolean {
  return text.length <= BOILERPLATE_LENGTH && BOILERPLATE.test(text);
}

/** Least running text of an article, in characters: one sentence. */
const LEAST_PROSE = 20;
/** Menus and footers hold less running text than this share of the page's. */
const PLAIN_SHARE = 0.3;

/**
 * The blocks of the article; `undefined` where the page has none.
 *
 * The smallest element that holds nearly all running text of the page is the article; an element that
 * is marked as article and holds most of it comes first. Menus, footers and runs of links inside are
 * left out. Cost: linear.
 */
export function findArticle(page: HtmlPage): readonly HtmlBlock[] | undefined {
  const furnitureOf = ({ node }: HtmlBlock): number => itemAt(page.nodes, node).furniture;
  const all = page.blocks.filter(isProse);
  const plain = all.filter((block) => furnitureOf(block) === 0);
  // A page may name its frame like a menu: then that name tells nothing.
  const prose = lengthOf(plain) >= PLAIN_SHARE * lengthOf(all) ? plain : all;
  if (lengthOf(prose) < LEAST_PROSE) return undefined;
  const [whole, ...inner] = weigh(page, prose);
  if (whole === undefined) return undefined;
  const root = markedRoot(whole, inner) ?? smallestRoot(whole, inner);
  const inside = page.blocks.filter(({ node }) => node >= root.index && node <= root.last);
  const kept = inside.filter((block) => furnitureOf(block) <= root.furniture);
  return withoutMenus(kept.filter((block) => !isBoilerplate(block)));
}

export function lengthOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** An element with what is inside it: running text, lines, and the last element. */
interface Weighed extends HtmlNode {
  readonly index: number;
  weight: number;
  lines: number;
  last: number;
}

/** All elements, the page's own first. */
function weigh({ nodes, blocks }: HtmlPage, prose: readonly HtmlBlock[]): readonly Weighed[] {
  const weighed = nodes.map(
    (node, index): Weighed => ({ ...node, index, weight: 0, lines: 0, last: index }),
  );
  for (const { node, text } of prose) itemAt(weighed, node).weight += text.length;
  for (const { node } of blocks) itemAt(weighed, node).lines += 1;
  // Parents stand before children: from the end, each is whole before it is added to its parent.
  for (const own of weighed.slice(1).reverse()) {
    const parent = itemAt(weighed, own.parent);
    parent.weight += own.weight;
    parent.lines += own.lines;
    parent.last = Math.max(parent.last, own.last);
  }
  return weighed;
}

/** Share of the page's running text that a marked article must hold: sites mark teasers and comments alike. */
const MARKED_SHARE = 0.6;

/** The innermost marked element that holds as much as the outermost that qualifies, nearly. */
function markedRoot(whole: Weighed, inner: readonly Weighed[]): Weighed | undefined {
  const enough = MARKED_SHARE * whole.weight;
  let found: Weighed | undefined;
  for (const node of inner) {
    if (!node.article || node.weight < enough) continue;
    if (found === undefined || found.weight - node.weight <= lossOf(found.weight)) found = node;
  }
  return found;
}

/** Running text that may be lost on the way down: a line of imprint, or two characters in a hundred; never more than a tenth. */
function lossOf(weight: number): number {
  return Math.min(Math.max(40, 0.02 * weight), 0.1 * weight);
}

/** A single line is a paragraph of the article, not the article. */
function smallestRoot(whole: Weighed, inner: readonly Weighed[]): Weighed {
  let root = whole;
  for (const node of inner) {
    // Parents stand before children: a child of the root found so far may take its place.
    if (node.parent !== root.index || !node.container || node.lines < 2) continue;
    if (whole.weight - node.weight <= lossOf(whole.weight)) root = node;
  }
  return root;
}

/** Fewest lines of links in a row that make a menu; attachments of a document are named so. */
const MENU_LINES = 3;

function withoutMenus(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const kept: HtmlBlock[] = [];
  let run: HtmlBlock[] = [];
  const close = (): void => {
    const attached = /附件/.test(`${kept.at(-1)?.text ?? ''}${run[0]?.text ?? ''}`);
    if (run.length < MENU_LINES || attached) kept.push(...run);
    run = [];
  };
  for (const block of blocks) {
    if (block.linked >= 0.8 * block.text.replace(/\s/g, '').length) run.push(block);
    else {
      close();
      kept.push(block);
    }
  }
  close();
  return kept;
}
