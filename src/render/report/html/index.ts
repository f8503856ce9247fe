import { REPORT_WORDS } from '../../../messages/index.js';
import { type Report, SENTENCE_RELATIONS } from '../../../model/index.js';
import { attribute, COMPARE_WORDS, escapeText, PART_SIGNS, type Part } from '../../index.js';
import { CHANGE_KINDS } from '../kinds.js';
import { sideLabel } from '../look-up.js';
import type { ReportOptions } from '../options.js';
import { overviewHtml } from './overview.js';
import { blocksHtml, type Page } from './rows.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** Nothing is fetched, and nothing could be: the page forbids itself every request. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A report as one page that needs nothing else: overview, filters, and the rows of the comparison.
 *
 * All texts of documents are escaped; every sentence has its address as an anchor.
 */
export function renderHtml(report: Report, { language }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const page: Page = {
    report,
    words,
    compare: COMPARE_WORDS[language],
    anchored: new Set(),
    order: report.sides.map(
      ({ units }) => new Map([...units.keys()].map((id, index) => [id, index])),
    ),
  };
  const blocks = blocksHtml(page);
  const names = report.sides.map((_, side) => sideLabel(report, side, language)).join(' → ');
  const { head } = report;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="${escapeText(`${head.program} ${head.version}`)}">
<title>${escapeText(`${names} · ${words.report}`)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body style="--n:${report.sides.length}">
<a class="skip" href="#comparison">${words.skip}</a>
<header>
<h1>${escapeText(names)} · ${words.report}</h1>
<nav class="top" aria-label="${words.overview}"><a href="#brief">${words.brief}</a><a href="#coverage">${words.coverage}</a><a href="#matrix">${words.matrix}</a><a href="#flow">${words.flow}</a><a href="#comparison">${words.comparison}</a><a href="#methods">${words.methods}</a></nav>
</header>
<main>
${overviewHtml(page)}
<h2 id="comparison">${words.comparison}</h2>
${legendHtml(page)}
${toolsHtml(page)}
<div id="read"${report.sides.map((_, side) => attribute(`data-side${side}`, sideLabel(report, side, language))).join('')}></div>
<div id="blocks">
${blocks}
</div>
</main>
<footer>
<h2 id="methods">${words.methods}</h2>
${words.methodsText.map((text) => `<p>${text}</p>`).join('\n')}
<h3>${words.provenance}</h3>
${provenanceHtml(report)}
</footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function legendHtml({ compare }: Page): string {
  const kinds = CHANGE_KINDS.map((kind) => {
    const tag = kind === 'dropped' ? 'del' : 'ins';
    return `<li><${tag} class="k-${kind}">${compare.kinds[kind]}</${tag}></li>`;
  });
  const shared = `<li><mark class="k-shared">${compare.kinds.shared}</mark></li>`;
  return `<ul class="legend" aria-label="${compare.legend}">${kinds.join('')}${shared}</ul>`;
}

function toolsHtml({ report, words, compare }: Page): string {
  const box = (name: string, value: string, label: string): string =>
    `<label><input type="checkbox" name="${name}" value="${value}" checked> ${label}</label>`;
  const parts: readonly Part[] = [...SENTENCE_RELATIONS, 'missing', 'local'];
  const relations = parts.map((part) =>
    box(
      'rel',
      part,
      `<span class="t-${part}">${PART_SIGNS[part]} ${compare.relations[part]}</span>`,
    ),
  );
  const kinds = CHANGE_KINDS.map((kind) => box('kind', kind, compare.kinds[kind]));
  const themes = report.themes.map(
    ({ id, labels }) =>
      `<option value="${escapeText(id)}">${escapeText(labels[compare.language])}</option>`,
  );
  return `<div class="tools js" role="search" aria-label="${words.filters}" hidden>
<label><span class="sr">${words.theme}</span><select id="f-theme"><option value="">${words.anyTheme}</option>${themes.join('')}</select></label>
<label><span class="sr">${words.search}</span><input id="f-text" type="search" placeholder="${words.search}"></label>
<fieldset><legend>${words.relation}</legend>${relations.join('')}</fieldset>
<details><summary>${words.differences}</summary><fieldset><legend class="sr">${words.differences}</legend>${kinds.join('')}</fieldset></details>
<button type="button" id="b-prev" title="p">↑ ${words.previous}</button><button type="button" id="b-next" title="n">↓ ${words.next}</button>
<button type="button" id="b-cols" aria-pressed="false" title="c">${words.columns}</button>
<output id="f-count" aria-live="polite" data-text="${words.shown({ shown: '{shown}', all: '{all}' })}">${words.shown({ shown: '', all: '' })}</output>
<span class="note sr">${words.keys}</span>
</div>
<p class="note js" hidden>${words.keys}</p>`;
}

function provenanceHtml({ head }: Report): string {
  const rows: readonly (readonly [string, string])[] = [
    [head.program, head.version],
    ['data sha256', head.data],
    ['texts sha256', head.texts],
    ...Object.entries(head.configuration),
  ];
  return `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escapeText(name)}</th><td><code>${escapeText(value)}</code></td></tr>`).join('')}</table>`;
}
