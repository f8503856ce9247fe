import type { HtmlBlock, HtmlNode, HtmlPage } from './page.js';

/** Lines that web pages put around every article, wherever they stand. */
const BOILERPLATE =
  /版权所有|ICP备|公网安备|网站标识码|主办单位[:：]|承办单位[:：]|技术支持[:：]|扫一扫|分享到|【?字体[:：]|字号[:：]|打印本页|关闭窗口|【打印】|浏览次数|点击数|阅读次数|无障碍|(?:当前|您的|现在的?)位置|上一篇|下一篇|责任编辑[:：]|^首页\s*[>＞»›/]|^(?:发布(?:时间|日期)|发表时间|(?:信息|文章)?来源|稿源)[:：]/;
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
  const all = page.blocks.filter(isProse);
  const plain = all.filter(({ node }) => page.nodes[node]!.furniture === 0);
  // A page may name its frame like a menu: then that name tells nothing.
  const prose = lengthOf(plain) >= PLAIN_SHARE * lengthOf(all) ? plain : all;
  if (lengthOf(prose) < LEAST_PROSE) return undefined;
  const { weights, lines, last } = weigh(page, prose);
  const root = markedRoot(page.nodes, weights) ?? smallestRoot(page.nodes, weights, lines);
  const { furniture } = page.nodes[root]!;
  const inside = page.blocks.filter(({ node }) => node >= root && node <= last[root]!);
  const kept = inside.filter((block) => page.nodes[block.node]!.furniture <= furniture);
  return withoutMenus(kept.filter((block) => !isBoilerplate(block)));
}

export function lengthOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Running text and lines inside every element, and the last element inside it. */
function weigh({ nodes, blocks }: HtmlPage, prose: readonly HtmlBlock[]) {
  const weights = new Array<number>(nodes.length).fill(0);
  const lines = new Array<number>(nodes.length).fill(0);
  const last = nodes.map((_, i) => i);
  for (const { node, text } of prose) weights[node]! += text.length;
  for (const { node } of blocks) lines[node]! += 1;
  for (let i = nodes.length - 1; i > 0; i -= 1) {
    const { parent } = nodes[i]!;
    weights[parent]! += weights[i]!;
    lines[parent]! += lines[i]!;
    last[parent] = Math.max(last[parent]!, last[i]!);
  }
  return { weights, lines, last };
}

/** Share of the page's running text that a marked article must hold: sites mark teasers and comments alike. */
const MARKED_SHARE = 0.6;

/** The innermost marked element that holds as much as the outermost that qualifies, nearly. */
function markedRoot(nodes: readonly HtmlNode[], weights: readonly number[]): number | undefined {
  const enough = MARKED_SHARE * weights[0]!;
  let found: number | undefined;
  for (let i = 1; i < nodes.length; i += 1) {
    if (!nodes[i]!.article || weights[i]! < enough) continue;
    if (found === undefined || weights[found]! - weights[i]! <= lossOf(weights[found]!)) found = i;
  }
  return found;
}

/** Running text that may be lost on the way down: a line of imprint, or two characters in a hundred; never more than a tenth. */
function lossOf(weight: number): number {
  return Math.min(Math.max(40, 0.02 * weight), 0.1 * weight);
}

/** A single line is a paragraph of the article, not the article. */
function smallestRoot(
  nodes: readonly HtmlNode[],
  weights: readonly number[],
  lines: readonly number[],
): number {
  let root = 0;
  for (let i = 1; i < nodes.length; i += 1) {
    // Parents stand before children: a child of the root found so far may take its place.
    if (nodes[i]!.parent !== root || !nodes[i]!.container || lines[i]! < 2) continue;
    if (weights[0]! - weights[i]! <= lossOf(weights[0]!)) root = i;
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
