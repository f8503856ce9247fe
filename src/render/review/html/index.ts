import { type MessageLanguage, REVIEW_PAGE_WORDS } from '../../../messages/index.js';
import { escapeText } from '../../index.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/**
 * The page of a review. It holds no text of the papers: it asks the program for them, with the token.
 *
 * *In* `nonce`: what the server's policy lets run and dress.
 */
export function reviewPage(
  language: MessageLanguage,
  { nonce, token }: { readonly nonce: string; readonly token: string },
): string {
  const words = REVIEW_PAGE_WORDS[language];
  const setting = JSON.stringify({ token, words: words.script }).replaceAll('<', '\\u003c');
  const option = (value: string, text: string): string =>
    `<option value="${value}">${escapeText(text)}</option>`;
  const { script } = words;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(words.title)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeText(words.title)}</h1>
<progress id="bar" value="0" max="1"></progress> <span id="progress"></span>
<input id="search" type="search" placeholder="${escapeText(words.search)}" aria-label="${escapeText(words.search)}">
<select id="why" aria-label="${escapeText(words.open)}">${option('open', words.open)}${option('doubtful', script['why-doubtful'])}${option('unlinked', script['why-unlinked'])}${option('clauses', script['why-clauses'])}${option('answered', words.answered)}${option('all', words.all)}</select>
<select id="theme" aria-label="${escapeText(words.anyTheme)}">${option('', words.anyTheme)}</select>
<button id="undo" type="button" disabled>${escapeText(words.undo)}</button>
<button id="end" type="button">${escapeText(words.end)}</button>
<span id="status" role="status"></span>
</header>
<section id="card" hidden>
<div>${escapeText(words.question)} <span id="place"></span> <span id="reason"></span></div>
<div id="asked"></div>
<div id="partners"></div>
<div id="clauses-box" hidden>${escapeText(words.clauses)}<div id="clauses"></div></div>
<label id="alike-label" hidden><input id="alike" type="checkbox" checked> ${escapeText(words.alike)} <span id="alike-count"></span></label>
<div class="acts">
<button id="yes" type="button">${escapeText(words.yes)} <kbd>y</kbd></button>
<button id="no" type="button">${escapeText(words.no)} <kbd>n</kbd></button>
<button id="previous" type="button">${escapeText(words.previous)} <kbd>k</kbd></button>
<button id="next" type="button">${escapeText(words.next)} <kbd>j</kbd></button>
<select id="relation" aria-label="${escapeText(words.relation)}">${option('', words.relation)}${option('verbatim', script.verbatim)}${option('adapted', script.adapted)}${option('paraphrased', script.paraphrased)}</select>
<input id="note" placeholder="${escapeText(words.note)}" aria-label="${escapeText(words.note)}">
</div>
<p id="help">${escapeText(words.help)}</p>
</section>
<p id="empty" hidden>${escapeText(words.empty)}</p>
<main>
<section id="up" class="column"></section>
<svg id="lines" aria-hidden="true"></svg>
<section id="down" class="column"></section>
</main>
<script id="setting" type="application/json" nonce="${nonce}">${setting}</script>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}
