import {
  type CoverageRow,
  type Report,
  type ReportPair,
  SENTENCE_RELATIONS,
} from '../../../model/index.js';
import { itemAt, percent } from '../../../text/index.js';
import { escapeText, PART_SIGNS, type Part } from '../../index.js';
import { type CoverageFigure, coverageFigure } from '../coverage-figure.js';
import { drawingOf } from '../figure/index.js';
import { inlineSvg, shortLabel } from '../figure/svg.js';
import { type FirstPage, firstPages } from '../first-page.js';
import { doubtLines, sideLabel } from '../look-up.js';
import type { Page } from './rows.js';

/** Columns of half an em of a heading above the matrix; the whole is in its title. */
const HEAD_COLUMNS = 26;
/** Places of each list on the first page. */
const PLACES = 4;

/** The first part of a page: what was compared, coverage, shares, matrix, flow. */
export function overviewHtml(page: Page): string {
  const { words, report } = page;
  const { coverage } = itemAt(report.pairs, 0);
  const { grain } = coverageFigure(coverage.total, coverage);
  return [
    ...doubtLines(report, page.compare.language).map(
      (line) => `<p class="note" role="note"><strong>${escapeText(line)}</strong></p>`,
    ),
    `<h2 id="brief">${words.brief}</h2>`,
    ...firstPages(page.report, page.compare.language, PLACES).map((own) => briefHtml(own, page)),
    `<h2 id="overview">${words.overview}</h2>`,
    documentsHtml(page),
    `<h2 id="coverage">${words.coverage}</h2><p class="note">${words.coverageNote[grain]}</p>`,
    coverageHtml(page),
    `<h2 id="shares">${words.shares}</h2><p class="note">${words.sharesNote}</p>`,
    sharesHtml(page),
    `<h2 id="matrix">${words.matrix}</h2><p class="note">${words.matrixNote}</p>`,
    ...neighbours(page.report).map((pair) => matrixHtml(pair, page)),
    `<h2 id="flow">${words.flow}</h2><p class="note">${words.flowNote}</p>`,
    `<figure class="scroll">${inlineSvg(drawingOf(page.report, 'flow', page.compare.language))}</figure>`,
  ].join('\n');
}

function neighbours(report: Report): ReportPair[] {
  return report.pairs.filter((pair) => pair.downstream === pair.upstream + 1);
}

function pairName({ report, compare }: Page, pair: ReportPair): string {
  const name = (side: number): string => escapeText(sideLabel(report, side, compare.language));
  return `${name(pair.upstream)} → ${name(pair.downstream)}`;
}

function documentsHtml(page: Page): string {
  const { report, words, compare } = page;
  const head = [words.level, words.title, words.date, words.issuer, words.sentences, words.file];
  const rows = report.sides.flatMap(({ side }) =>
    side.documents.map(({ head: own, sentences, source }) =>
      [
        own.level === undefined ? '' : compare.levels[own.level],
        own.title,
        own.date ?? '',
        own.issuer ?? '',
        String(sentences.length),
        source?.path ?? '',
      ].map((text) => `<td>${escapeText(text)}</td>`),
    ),
  );
  return `<div class="scroll"><table><thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead><tbody>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</tbody></table></div>`;
}

function coverageHtml(page: Page): string {
  const { report, words, compare } = page;
  const names = new Map(report.themes.map((theme) => [theme.id, theme.labels[compare.language]]));
  const first = itemAt(report.pairs, 0).coverage;
  const line = (name: string, rowOf: (pair: ReportPair) => CoverageRow): string =>
    `<tr><th scope="row">${escapeText(name)}</th>${report.pairs.map((pair) => `<td class="num">${coverageCell(rowOf(pair), pair, page)}</td>`).join('')}</tr>`;
  const body = first.rows.map((row, index) =>
    line(names.get(row.key) ?? row.key, (pair) => itemAt(pair.coverage.rows, index)),
  );
  const heads = report.pairs.map((pair) => `<th scope="col">${pairName(page, pair)}</th>`);
  return `<div class="scroll"><table><thead><tr><th scope="col">${words.theme}</th>${heads.join('')}</tr></thead><tbody>${body.join('\n')}\n${line(words.all, (pair) => pair.coverage.total)}</tbody></table></div>`;
}

/** One pair on one page: lists with links into the comparison. */
function briefHtml(
  { title, coverage, lists, nothing }: FirstPage,
  { report, words }: Page,
): string {
  const many = report.sides.length > 2 ? `<p><b>${escapeText(title)}</b></p>` : '';
  const blocks = lists.map(
    ({ title: name, lines }) =>
      `<section><h3>${name}</h3><ul>${lines.map(({ address, note, text }) => `<li><a class="ad" href="#${encodeURI(address)}">${escapeText(address)}</a> ${note === '' ? '' : `<span class="from">${escapeText(note)}</span> `}<span lang="zh-Hans">${escapeText(text)}</span></li>`).join('')}</ul></section>`,
  );
  const none = nothing === '' ? '' : `<p class="note">${words.nothing}: ${nothing}</p>`;
  return `${many}<p>${words.coverageSheet} ${words.byClause} <b>${coverage}</b></p><div class="brief">${blocks.join('')}</div>${none}`;
}

/** Share, bar, counts; opened, the sentences behind them. */
function coverageCell(row: CoverageRow, pair: ReportPair, page: Page): string {
  const figure = coverageFigure(row, pair.coverage);
  const counts = figure.parts
    .map(({ part, sign, count }) => `<span class="t-${part}">${sign}${count}</span>`)
    .join(' ');
  const label = `<b>${figure.share}</b> ${figure.ratio}${barHtml(figure)}<small>${counts}</small>`;
  const items = evidenceItems(row, pair, page);
  if (items.length === 0 || row.key === 'total') return label;
  return `<details><summary>${label}</summary><ul class="evidence">${items.join('')}</ul></details>`;
}

function countsOf(row: CoverageRow): (readonly [Part, number])[] {
  return [
    ...SENTENCE_RELATIONS.map((relation) => [relation, row.covered[relation]] as const),
    ['missing', row.missing],
    ['local', row.local],
  ];
}

function barHtml({ parts: all }: Pick<CoverageFigure, 'parts'>): string {
  if (all.every(({ of }) => of === 0)) return '';
  const parts = all
    .filter(({ part }) => part !== 'missing')
    .map(
      ({ part, count, of }) =>
        `<i class="bg-${part}" style="width:${((100 * count) / of).toFixed(1)}%"></i>`,
    );
  return `<span class="bar" aria-hidden="true">${parts.join('')}</span>`;
}

/** Carried sentences, then what nothing carries, by clause where those are counted, then what is new below. */
function evidenceItems(row: CoverageRow, pair: ReportPair, page: Page): string[] {
  const item = (part: Part, side: number, id: string, piece?: string): string => {
    const unit = itemAt(page.report.sides, side).units.get(id);
    if (unit === undefined) return '';
    return `<li><span class="t-${part}" title="${page.compare.relations[part]}">${PART_SIGNS[part]}</span> <a href="#${encodeURI(unit.address)}">${escapeText(unit.address)}</a> ${escapeText(piece ?? unit.unit.text)}</li>`;
  };
  const textOf = (id: string): string =>
    itemAt(page.report.sides, pair.upstream).units.get(id)?.unit.text ?? '';
  const { grain } = coverageFigure(row, pair.coverage);
  const missing =
    grain === 'clause'
      ? (row.clauses?.missing ?? []).map(({ unit, start, end }) =>
          item('missing', pair.upstream, unit, textOf(unit).slice(start, end)),
        )
      : row.evidence.missing.map((unit) => item('missing', pair.upstream, unit));
  return [
    ...row.evidence.covered.map(({ unit, relation }) => item(relation, pair.upstream, unit)),
    ...missing,
    ...row.evidence.local.map((unit) => item('local', pair.downstream, unit)),
  ];
}

function sharesHtml(page: Page): string {
  const { report, words, compare } = page;
  const parts: readonly Part[] = [...SENTENCE_RELATIONS, 'missing', 'local'];
  const rows = report.pairs.map((pair) => {
    const { total } = pair.coverage;
    const cells = countsOf(total).map(([part, count]) => {
      const all = part === 'local' ? total.downstream.units : total.upstream.units;
      return `<td class="num">${count} <small>${percent(all === 0 ? undefined : count / all)}</small></td>`;
    });
    return `<tr><th scope="row">${pairName(page, pair)}</th>${cells.join('')}<td>${barHtml(coverageFigure(total, { minRelation: 'verbatim' }))}</td></tr>`;
  });
  const heads = parts.map(
    (part) =>
      `<th scope="col" class="t-${part}">${PART_SIGNS[part]} ${compare.relations[part]}</th>`,
  );
  return `<div class="scroll"><table><thead><tr><th scope="col">${words.upstream} → ${words.downstream}</th>${heads.join('')}<th scope="col">${words.share}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function matrixHtml(pair: ReportPair, page: Page): string {
  const { upstream, downstream, cells } = pair.matrix;
  const byKey = new Map(cells.map((cell) => [`${cell.upstream} ${cell.downstream}`, cell]));
  const address = (key: string): string =>
    itemAt(page.report.sides, pair.downstream).sections.get(key)?.address ?? '';
  const rows = upstream.map((from) => {
    const own = downstream.map((to) => {
      const cell = byKey.get(`${from.key} ${to.key}`);
      if (cell === undefined) return '<td></td>';
      const title = `${from.heading} → ${to.heading}: ${cell.units}/${from.units}`;
      const target = address(to.key);
      const figure =
        target === '' ? cell.units : `<a href="#${encodeURI(target)}">${cell.units}</a>`;
      return `<td style="--v:${cell.share.toFixed(2)}" title="${escapeText(title)}">${figure}</td>`;
    });
    return `<tr><th scope="row">${escapeText(from.heading)}</th>${own.join('')}</tr>`;
  });
  const heads = downstream.map(
    (to) =>
      `<th scope="col" title="${escapeText(to.heading)}">${escapeText(shortLabel(to.heading, HEAD_COLUMNS))}</th>`,
  );
  return `<div class="scroll"><table class="matrix"><thead><tr><th scope="col">${pairName(page, pair)}</th>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}
