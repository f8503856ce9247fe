import { COVERAGE_WORDS } from '../../messages/index.js';
import type {
  Alignment,
  ClauseCoverage,
  CoverageReport,
  CoverageRow,
  Grain,
  MissingClause,
  Theme,
} from '../../model/index.js';
import { renderTable } from '../../render/index.js';
import {
  type AmbiguousWidth,
  groupBy,
  harmless,
  inkOf,
  itemAt,
  percent,
  wrapText,
} from '../../text/index.js';

interface CoverageView {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly language: 'zh' | 'en';
  /** What is counted; sentences where clauses were not judged. */
  readonly grain: Grain;
}

/** Cells of a bar; eighths of a block draw the rest. */
const BAR = 8;

/**
 * Coverage as a table: rows themes (or sections), columns pairs of sides.
 * A cell holds the share, a bar, covered/all units and counts by relation, missing and local.
 */
export function renderCoverage(
  reports: readonly CoverageReport[],
  themes: readonly Theme[],
  view: CoverageView,
): string {
  const first = reports[0];
  if (first === undefined) return '';
  if (first.by !== 'theme') return reports.map((report) => renderSections(report, view)).join('\n');
  const labels = new Map(themes.map((theme) => [theme.id, theme.labels[view.language]]));
  if (reports.length > Math.max(MANY, Math.floor((view.width - THEME_COLUMN) / PAIR_COLUMN)))
    return renderStar(reports, labels, view);
  const head = [
    COVERAGE_WORDS[view.language].theme,
    ...reports.map(({ upstream, downstream }) => `${upstream.name} → ${downstream.name}`),
  ];
  const rows = first.rows.flatMap((row, index) => {
    const figures = reports.map((report) => itemAt(report.rows, index));
    return figures.every(isEmpty)
      ? []
      : [[labels.get(row.key) ?? row.key, ...figures.map((own) => cellText(own, view))]];
  });
  const total = [
    COVERAGE_WORDS[view.language].total,
    ...reports.map((report) => cellText(report.total, view)),
  ];
  return drawTable(head, [...rows, total], view) + legend(view);
}

/** Pairs that stand beside each other however narrow the screen, and the columns that themes and pairs take. */
const MANY = 3;
const THEME_COLUMN = 14;
const PAIR_COLUMN = 22;

/** Many pairs: a table for each upper side, the lower ones below each other with the share of each theme. */
function renderStar(
  reports: readonly CoverageReport[],
  labels: ReadonlyMap<string, string>,
  view: CoverageView,
): string {
  const words = COVERAGE_WORDS[view.language];
  const tables = [...groupBy(reports, ({ upstream }) => upstream.name)].map(([up, own]) => {
    const head = [`${up} →`, words.total, words.theme];
    const rows = own.map(({ downstream, total, rows: themes }) => [
      downstream.name,
      shareText(total, view),
      themes
        .filter((row) => row.upstream.units > 0)
        .map((row) => `${labels.get(row.key) ?? row.key} ${shareText(row, view)}`)
        .join(view.ascii ? ', ' : ' · '),
    ]);
    return drawTable(head, rows, view);
  });
  return tables.join('\n') + legend(view);
}

/** The share a cell shows first, alone. */
function shareText(row: CoverageRow, view: CoverageView): string {
  const clauses = view.grain === 'clause' ? row.clauses : undefined;
  if (clauses === undefined) {
    const share = view.grain === 'character' ? row.coverageByCharacters : row.coverage;
    return share === undefined ? '—' : percent(share);
  }
  if (clauses.coverage === undefined) return '—';
  return `${percent(clauses.coverage)} ${errorText(clauses, view)}`;
}

function errorText({ expectedError = 0 }: ClauseCoverage, view: CoverageView): string {
  return `${view.ascii ? '+-' : '±'}${Math.max(1, Math.round(expectedError * 100))}`;
}

/** Neither text has a sentence of it. */
function isEmpty({ upstream, downstream }: CoverageRow): boolean {
  return upstream.units + downstream.units === 0;
}

function renderSections(report: CoverageReport, view: CoverageView): string {
  const head = [
    COVERAGE_WORDS[view.language].section,
    `${report.upstream.name} → ${report.downstream.name}`,
  ];
  const rows = report.rows.map((row) => [row.heading ?? row.key, cellText(row, view)]);
  return (
    drawTable(
      head,
      [...rows, [COVERAGE_WORDS[view.language].total, cellText(report.total, view)]],
      view,
    ) + legend(view)
  );
}

function drawTable(head: string[], rows: string[][], view: CoverageView): string {
  const { bold } = inkOf(view.color);
  return renderTable({
    head,
    rows,
    width: view.width,
    ambiguousWidth: view.ambiguousWidth,
    ascii: view.ascii,
    paint: (line, row, column) => (row < 0 || column === 0 ? bold(line) : line),
  });
}

/** `75% ██████   6/8` and below it the counts: verbatim, adapted, paraphrased; missing; local. */
function cellText(row: CoverageRow, view: CoverageView): string {
  if (view.grain === 'clause' && row.clauses !== undefined) return clauseCell(row.clauses, view);
  const { covered, missing, local, upstream } = row;
  const counted = view.grain === 'character' ? row.coverageByCharacters : row.coverage;
  const done = covered.verbatim + covered.adapted + covered.paraphrased;
  if (counted === undefined) return `—\n+${local}`;
  const share = percent(counted).padStart(4);
  const counts = `=${covered.verbatim} ~${covered.adapted} ≈${covered.paraphrased} -${missing} +${local}`;
  return `${share} ${bar(counted, view)} ${done}/${upstream.units}\n${view.ascii ? counts.replace('≈', '*') : counts}`;
}

/** `58% ████▋··· ±3` and below it the counts: carried, partly, missing. */
function clauseCell(clauses: ClauseCoverage, view: CoverageView): string {
  const { counts, coverage } = clauses;
  if (coverage === undefined) return '—';
  const share = `${percent(coverage).padStart(4)} ${bar(coverage, view)} ${errorText(clauses, view)}`;
  return `${share}\n=${counts.carried} ~${counts.partly} -${counts.missing}`;
}

function bar(share: number, view: CoverageView): string {
  const eighths = Math.round(share * BAR * 8);
  if (view.ascii || view.ambiguousWidth === 2) {
    const full = Math.round(eighths / 8);
    return '#'.repeat(full) + '.'.repeat(BAR - full);
  }
  const part = eighths % 8 === 0 ? '' : ' ▏▎▍▌▋▊▉'.charAt(eighths % 8);
  const text = '█'.repeat(Math.floor(eighths / 8)) + part;
  return text + '·'.repeat(BAR - [...text].length);
}

function legend(view: CoverageView): string {
  const words = COVERAGE_WORDS[view.language];
  const text = words.legend[view.grain];
  return `${wrapText(view.ascii ? text.replace('≈', '*') : text, view.width, { ambiguousWidth: view.ambiguousWidth }).join('\n')}\n`;
}

/** The sentences behind each figure, by theme or section: what is covered, missing, local. */
export function renderEvidence(
  reports: readonly CoverageReport[],
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  view: CoverageView & { readonly addressOf: (unit: string) => string },
): string {
  const documents = alignments.flatMap(({ upstream, downstream }) => [
    ...upstream.documents,
    ...downstream.documents,
  ]);
  const texts = new Map(
    documents.flatMap((document) =>
      document.sentences.map((unit) => [unit.id, unit.text] as const),
    ),
  );
  const labels = new Map(themes.map((theme) => [theme.id, theme.labels[view.language]]));
  const signs = { verbatim: '=', adapted: '~', paraphrased: view.ascii ? '*' : '≈' } as const;
  const out: string[] = [];
  const line = (
    sign: string,
    unit: string,
    indent = 2,
    [start, end]: readonly [number, number?] = [0],
  ): void => {
    const text = (texts.get(unit) ?? '').slice(start, end);
    const wrapped = wrapText(
      `${sign} ${view.addressOf(unit)}  ${harmless(text)}`,
      view.width - indent - 2,
      { ambiguousWidth: view.ambiguousWidth },
    );
    out.push(...wrapped.map((part, i) => ' '.repeat(i === 0 ? indent : indent + 2) + part));
  };
  for (const [pair, report] of reports.entries()) {
    const links = new Map(itemAt(alignments, pair).links.map((link) => [link.id, link]));
    for (const row of report.rows) {
      const { evidence } = row;
      if (evidence.covered.length + evidence.missing.length + evidence.local.length === 0) continue;
      out.push(
        '',
        `${report.upstream.name} → ${report.downstream.name}  ${labels.get(row.key) ?? row.heading ?? row.key}`,
      );
      for (const unit of evidence.covered) {
        line(signs[unit.relation], unit.unit);
        const partners = unit.links.flatMap((id) => links.get(id)?.downstream ?? []);
        for (const partner of new Set(partners)) line(view.ascii ? '->' : '→', partner, 4);
      }
      for (const unit of evidence.missing) line('-', unit);
      if (view.grain === 'clause')
        for (const { unit, start, end } of clausesLeft(row)) line('-', unit, 2, [start, end]);
      for (const unit of evidence.local) line('+', unit);
    }
  }
  return `${out.join('\n')}\n`;
}

/** Clauses nothing carries, of sentences that are linked: those of others stand there whole. */
function clausesLeft({ clauses, evidence }: CoverageRow): readonly MissingClause[] {
  const alone = new Set(evidence.missing);
  return (clauses?.missing ?? []).filter(({ unit }) => !alone.has(unit));
}
