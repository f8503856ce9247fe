import type { LineRole, ResolvedText } from '../../model/index.js';
import type { ImportContext } from '../importer.js';

/** A web page as flat lists: blocks of text, and the elements that hold them. */
export interface HtmlPage {
  /** Elements that hold blocks, parents before children. */
  readonly nodes: readonly HtmlNode[];
  readonly blocks: readonly HtmlBlock[];
  /** `<title>`, and the title that government sites state in `<meta name="ArticleTitle">`. */
  readonly title: ResolvedText;
  readonly articleTitle: ResolvedText;
  /** What the page tells other sites its title is: the site's name may stand in it. */
  readonly socialTitle: ResolvedText;
  /** Characters of scripts' fallbacks, forms and hidden elements left out. */
  readonly hidden: number;
  /** Passages marked as put in and as struck. */
  readonly revisions: { readonly inserted: number; readonly deleted: number };
}

export interface HtmlNode {
  readonly parent: number;
  /** May hold an article: not a paragraph, heading or list. */
  readonly container: boolean;
  /** Marked as the article by its tag, id or class. */
  readonly article: boolean;
  /** How many of the element and its ancestors are menus, footers and the like. */
  readonly furniture: number;
}

/** One line of text. */
export interface HtmlBlock extends ResolvedText {
  readonly node: number;
  /** Characters inside links. */
  readonly linked: number;
  readonly outline?: number;
  readonly role?: LineRole;
}

/** Real pages nest a few dozen deep, sloppy ones (a `<font>` never closed) some hundred. Deeper costs the parser quadratic time. */
export const DEEPEST = 10_000;

/** Elements that take no end tag, and so are never open. */
export const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Tags that end a line before and after them. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const CONTAINER_TAGS: ReadonlySet<string> = new Set(
  'article blockquote body center div fieldset form html main section table tbody td th tr'.split(
    ' ',
  ),
);

/** Tags whose content is not text of the page. */
const SKIPPED_TAGS: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe object embed svg math canvas audio video map select option textarea ' +
    'button input datalist progress meter rt rp'
  ).split(' '),
);

const FURNITURE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'menu', 'dialog']);
const FURNITURE_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'complementary',
]);

/** Words of ids and classes that name what stands around an article. */
const FURNITURE_NAME =
  /(?:^|[-_\s])(?:nav|navbar|menu|submenu|foot|footer|breadcrumbs?|crumbs?|position|location|sidebar|share|bdsharebuttonbox|copyright|pager|pagination|related|recommend|hot|toolbar|search|login|banner|links?|friendlink|qrcode|ewm|weixin|comment|comments|ads?|tools?|print|fontsize|topbar|bottom|dibu|daohang)(?:$|[-_\s\d])/i;

/** Ids and classes that content systems of Chinese government sites give to the article, and common ones. */
const ARTICLE_NAME =
  /(?:^|\s)(?:trs_editor(?:_view)?|trs_ueditor|trs_preappend|ucap-content|pages_content|zoom(?:con)?|zw|wp_articlecontent|vsb_content\S*|v_news_content|custom_unionstyle|(?:article|arti|news|detail|info|text|xxgk|gk|view|main|nr)[-_]?(?:content|con|body|text|txt|detail)|content[-_]?(?:text|body|main|article|detail)|entry-content|post-content|conTxt|js_content|b12c)(?:$|\s)/i;

/** What reading a page may know; a block of Markdown has no account of its own. */
export type PageContext = Pick<ImportContext, 'path' | 'trackChanges'> &
  Partial<Pick<ImportContext, 'damage' | 'meter'>>;

export type Attributes = Readonly<Record<string, string>>;

export function isArticle(tag: string, attributes: Attributes): boolean {
  if (tag === 'article' || tag === 'main' || attributes.role === 'main') return true;
  if (attributes.itemprop === 'articleBody') return true;
  return isNamed(ARTICLE_NAME, attributes);
}

export function isFurniture(tag: string, attributes: Attributes): boolean {
  if (FURNITURE_TAGS.has(tag) || FURNITURE_ROLES.has(attributes.role ?? '')) return true;
  return isNamed(FURNITURE_NAME, attributes);
}

export function isHidden(tag: string, attributes: Attributes): boolean {
  if (
    SKIPPED_TAGS.has(tag) ||
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true'
  )
    return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');
}

function isNamed(pattern: RegExp, { id, class: names }: Attributes): boolean {
  return (id !== undefined && pattern.test(id)) || (names !== undefined && pattern.test(names));
}
