import {
  type Diffusion,
  SENTENCE_RELATIONS,
  type Spread,
  type Theme,
} from '../../../model/index.js';
import { percent } from '../../../text/index.js';
import { COMPARE_WORDS, escapeText, PART_SIGNS } from '../../index.js';
import { type Drawing, inlineSvg } from '../figure/svg.js';
import { STYLE } from '../html/style.js';
import { heatDrawing } from './heat.js';
import { levelsDrawing } from './levels.js';
import { timelineDrawing, undated } from './timeline.js';
import { type DiffusionPage, diffusionPage, levelName, paperAt, shareOf, titleOf } from './view.js';

/** Nothing is fetched, nothing runs. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Rankings show so many and fold the rest: a page of five hundred papers opens at once. */
const OPEN = 25;

/**
 * The summary of a matrix as one page that needs nothing else: pictures in SVG, rankings, what spread.
 *
 * All texts of documents are escaped.
 */
export function renderDiffusionHtml(
  found: Diffusion,
  themes: readonly Theme[],
  options: { readonly language: 'zh' | 'en'; readonly program: string },
): string {
  const page = diffusionPage(found, themes, options);
  const { words, language } = page;
  const { papers, pairs, backward } = found;
  const scope = words.scope({ papers: papers.length, pairs, backward });
  const parts = [
    ['levels', words.levels.title, levelsPart(page)],
    ['regions', words.regions.title, regionsPart(page)],
    ['time', words.time.title, timePart(page)],
    ['years', words.years.title, yearsPart(page)],
    ['givers', words.givers.title, giversPart(page)],
    ['takers', words.takers.title, takersPart(page)],
    ['spreads', words.spreads.title, spreadsPart(page)],
  ] as const;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="${escapeText(page.program)}">
<title>${escapeText(words.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${words.title}</h1>
<p class="note">${scope}</p>
<nav class="top" aria-label="${words.title}">${parts.map(([id, title]) => `<a href="#${id}">${title}</a>`).join('')}</nav>
</header>
<main>
${parts.map(([id, title, html]) => `<h2 id="${id}">${title}</h2>\n${html}`).join('\n')}
</main>
</body>
</html>
`;
}

function figure(drawing: Drawing, note: string): string {
  const style = `max-width:${drawing.width}px`;
  return `<figure><div class="scroll" style="${style}">${inlineSvg(drawing)}</div><figcaption class="note">${note}</figcaption></figure>`;
}

function levelsPart(page: DiffusionPage): string {
  const { words, found } = page;
  const rows = found.levels.map((flow) => [
    levelName(page, flow.from),
    levelName(page, flow.to),
    String(flow.pairs),
    shareText(shareOf(flow)),
    ...[flow.verbatim, flow.adapted, flow.paraphrased].map(String),
    String(flow.lag ?? '—'),
  ]);
  return (
    figure(levelsDrawing(page), words.levels.note) + legend(page) + table(words.levels.head, rows)
  );
}

function legend({ language }: DiffusionPage): string {
  const { relations } = COMPARE_WORDS[language];
  const items = SENTENCE_RELATIONS.map(
    (part) => `<li class="t-${part}"><b>${PART_SIGNS[part]} ${relations[part]}</b></li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

function regionsPart(page: DiffusionPage): string {
  return page.found.regions.length === 0
    ? '<p>—</p>'
    : figure(heatDrawing(page), page.words.regions.note);
}

function timePart(page: DiffusionPage): string {
  const { papers } = page.found;
  const without = undated(papers);
  if (without === papers.length) return '<p>—</p>';
  return figure(timelineDrawing(page), page.words.time.note({ undated: without }));
}

function yearsPart({ found, words, themeName }: DiffusionPage): string {
  const years = [...new Set(found.years.map(({ year }) => year))].sort();
  const own = new Map(found.years.map((each) => [`${each.theme} ${each.year}`, each]));
  const rows = found.themes.map((theme) => [
    themeName(theme),
    ...years.map((year) => shareText(shareOf(own.get(`${theme} ${year}`)), '')),
  ]);
  return `<p class="note">${words.years.note}</p>${table([words.years.theme, ...years], rows)}`;
}

function giversPart(page: DiffusionPage): string {
  const { words, found } = page;
  const rows = found.givers.map(({ paper, takers, compared, clauses, lag }) => {
    const own = paperAt(page, paper);
    return [
      titleOf(own),
      levelName(page, own.level),
      own.date ?? '—',
      `${takers}/${compared}`,
      String(clauses),
      String(lag ?? '—'),
    ];
  });
  return `<p class="note">${words.givers.note}</p>${table(words.givers.head, rows)}`;
}

function takersPart(page: DiffusionPage): string {
  const { words, found } = page;
  const rows = found.takers.map(({ paper, from }) => {
    const own = paperAt(page, paper);
    const sources = from.map((source) =>
      words.takers.from({
        share: percent(source.share),
        title: titleOf(paperAt(page, source.paper)),
        lag: source.lag ?? '',
      }),
    );
    return [
      titleOf(own),
      own.region?.name ?? levelName(page, own.level),
      own.date ?? '—',
      sources.join('\n'),
    ];
  });
  return table(words.takers.head, rows);
}

function spreadsPart(page: DiffusionPage): string {
  const { words, found } = page;
  return `<p class="note">${words.spreads.note}</p>${found.spreads.map((spread) => spreadHtml(page, spread)).join('\n')}`;
}

function spreadHtml(page: DiffusionPage, { text, papers, regions, steps }: Spread): string {
  const { words } = page;
  const lines = steps.map(({ paper, from, likeness }) => {
    const own = paperAt(page, paper);
    const told = { date: own.date ?? '—', title: titleOf(own) };
    if (from === undefined) return words.spreads.first(told);
    const source = titleOf(paperAt(page, from));
    return words.spreads.step({ ...told, from: source, likeness: percent(likeness) });
  });
  const items = lines.map((line) => `<li>${escapeText(line)}</li>`).join('');
  return `<details><summary><q>${escapeText(text)}</q> <span class="note">${words.spreads.papers({ papers, regions })}</span></summary><ol class="evidence" style="max-width:none">${items}</ol></details>`;
}

function shareText(share: number | undefined, none = '—'): string {
  return share === undefined ? none : percent(share);
}

/** A table whose first rows are open to see. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    row
      .map(
        (cell) =>
          `<${tag}${/^[\d\-/%—]+$/.test(cell) ? ' class="num"' : ''}>${escapeText(cell).replaceAll('\n', '<br>')}</${tag}>`,
      )
      .join('');
  const drawn = (own: readonly (readonly string[])[]): string =>
    `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${own.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`;
  const rest = rows.slice(OPEN);
  if (rest.length === 0) return drawn(rows);
  return `${drawn(rows.slice(0, OPEN))}<details><summary>+ ${rest.length}</summary>${drawn(rest)}</details>`;
}
