import { ownLink } from '../../../findings/index.js';
import { REPORT_WORDS, type ReportWords } from '../../../messages/index.js';
import type { ComparisonBlock, ComparisonRow, Report } from '../../../model/index.js';
import { itemAt } from '../../../text/index.js';
import { COMPARE_WORDS, type CompareWords, escapeText, PART_SIGNS } from '../../index.js';
import { coverageFigure } from '../coverage-figure.js';
import { firstPages } from '../first-page.js';
import {
  doubtLines,
  isCalledMissing,
  pairTitle,
  rowsOf,
  sectionTitle,
  shortAddress,
  sideLabel,
} from '../look-up.js';
import {
  CORE_RELATION,
  CORE_TYPE,
  contentTypes,
  coreProperties,
  isoTime,
  OFFICE_RELATION,
  packOffice,
  relationships,
  XML_HEAD,
} from '../office-package.js';
import type { ReportOptions } from '../options.js';
import { partsOf } from '../parts-of-row.js';
import { namesText } from '../records.js';
import { revisionsOf } from '../revisions.js';
import { stretchesOf } from '../stretches.js';
import { briefXml } from './brief.js';
import { footerXml, NAMESPACES, settingsXml, stylesXml } from './parts.js';
import { formattedRun, type RevisionMark, run, trackedRun } from './runs.js';
import { paragraph, tableXml, type WordCell, type WordRow } from './table.js';

/** A4 across with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 16_838, height: 11_906, margin: 1134 };
const NUMBER_COLUMN = 680;
const NOTE_COLUMN = 1300;
/** What the coverage table leaves its figures. */
const COVERAGE_WIDTH = 11_000;
/** Small and grey. */
const ADDRESS = '<w:color w:val="7F7F7F"/><w:sz w:val="15"/>';
/** Places of each list on the first page. */
const PLACES = 3;
const HEAD_FILL = 'D9E2EC';
const SECTION_FILL = 'F0F3F6';

interface Draft {
  readonly report: Report;
  readonly words: ReportWords;
  readonly compare: CompareWords;
  readonly mark: RevisionMark | undefined;
}

/**
 * The 对照表 that offices use: a landscape table with a column a level, rows in document order under
 * heads of sections, differences as formatting or as tracked changes against the level above.
 */
export function renderDocx(report: Report, options: ReportOptions): Uint8Array {
  const words = REPORT_WORDS[options.language];
  const draft: Draft = {
    report,
    words,
    compare: COMPARE_WORDS[options.language],
    mark: options.trackChanges === true ? revisionMark(options.epoch) : undefined,
  };
  const names = report.sides.map((_, side) => sideLabel(report, side, options.language));
  const title = `${names.join(' → ')} ${words.table}`;
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return packOffice(
    {
      '[Content_Types].xml': contentTypes([
        ['/word/document.xml', `${main}.document.main+xml`],
        ['/word/styles.xml', `${main}.styles+xml`],
        ['/word/settings.xml', `${main}.settings+xml`],
        ['/word/footer1.xml', `${main}.footer+xml`],
        ['/docProps/core.xml', CORE_TYPE],
      ]),
      '_rels/.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/officeDocument`, 'word/document.xml'],
        ['rId2', CORE_RELATION, 'docProps/core.xml'],
      ]),
      'docProps/core.xml': coreProperties(
        escapeText(title),
        escapeText(`${report.head.program} ${report.head.version}`),
        options.epoch,
      ),
      'word/_rels/document.xml.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/styles`, 'styles.xml'],
        ['rId2', `${OFFICE_RELATION}/settings`, 'settings.xml'],
        ['rId3', `${OFFICE_RELATION}/footer`, 'footer1.xml'],
      ]),
      'word/styles.xml': stylesXml(),
      'word/settings.xml': settingsXml(),
      'word/footer1.xml': footerXml(words.pageOf),
      'word/document.xml': documentXml(draft, title),
    },
    options.epoch,
  );
}

function revisionMark(epoch: number): RevisionMark {
  const counter = { last: 0 };
  return {
    author: 'duibiao',
    date: isoTime(epoch),
    nextId: () => {
      counter.last += 1;
      return counter.last;
    },
  };
}

function documentXml(draft: Draft, title: string): string {
  const { words, report } = draft;
  const { coverage } = itemAt(report.pairs, 0);
  const body = [
    paragraph(run(title), 'Title'),
    ...documentLines(draft),
    ...doubtLines(report, draft.compare.language).map((line) => paragraph(run(line, '<w:b/>'))),
    paragraph(run(words.brief), 'Heading1'),
    ...firstPages(report, draft.compare.language, PLACES).flatMap((own) => briefXml(own, words)),
    paragraph(run(words.coverage), 'Heading1'),
    coverageTable(draft),
    paragraph(run(words.coverageShort[coverageFigure(coverage.total, coverage).grain]), 'Note'),
    paragraph(run(words.comparison), 'Heading1'),
    paragraph(run(draft.mark === undefined ? words.formatLegend : words.trackLegend), 'Note'),
    comparisonTable(draft),
    paragraph(run(words.methods), 'Heading1'),
    ...words.methodsText.map((text) => paragraph(run(text), 'Note')),
    paragraph(
      run(
        `${report.head.program} ${report.head.version} · data ${report.head.data.slice(0, 16)} · texts ${report.head.texts.slice(0, 16)}`,
      ),
      'Note',
    ),
  ];
  const { width, height, margin } = PAGE;
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${width}" w:h="${height}" w:orient="landscape"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body.join('\n')}${section}</w:body></w:document>`;
}

function documentLines({ report, compare }: Draft): string[] {
  return report.sides.flatMap(({ side }) =>
    side.documents.map(({ head }) => {
      const level = head.level === undefined ? '' : compare.levels[head.level];
      const about = [level, head.issuer, head.number, head.date].filter(Boolean).join(' · ');
      return paragraph(run(`${head.title}（${about}）`));
    }),
  );
}

function coverageTable({ report, words, compare }: Draft): string {
  const names = new Map(report.themes.map((theme) => [theme.id, theme.labels[compare.language]]));
  const pairs = report.pairs.map((pair) => pairTitle(report, pair));
  const line = (label: string, figures: readonly string[], head = false): WordRow => ({
    head,
    cells: [label, ...figures].map((text) => ({
      paragraphs: [run(text, head ? '<w:b/>' : '')],
      ...(head && { fill: HEAD_FILL }),
    })),
  });
  const figures = (index: number): string[] =>
    report.pairs.map(({ coverage }) => {
      const { share, ratio, counts } = coverageFigure(
        coverage.rows[index] ?? coverage.total,
        coverage,
      );
      return `${share}（${ratio}）  ${counts}`;
    });
  const themes = itemAt(report.pairs, 0).coverage.rows;
  return tableXml(
    [3200, ...pairs.map(() => Math.floor(COVERAGE_WIDTH / pairs.length))],
    [
      line(words.theme, pairs, true),
      ...themes.map((row, index) => line(names.get(row.key) ?? row.key, figures(index))),
      line(words.all, figures(themes.length)),
    ],
  );
}

function comparisonTable(draft: Draft): string {
  const { report, words } = draft;
  const count = report.sides.length;
  const free = PAGE.width - 2 * PAGE.margin - NUMBER_COLUMN - NOTE_COLUMN;
  const widths = [NUMBER_COLUMN, ...report.sides.map(() => Math.floor(free / count)), NOTE_COLUMN];
  const heads = [
    words.order,
    ...report.sides.map((_, side) => sideLabel(report, side, draft.compare.language)),
    words.relation,
  ];
  const head: WordRow = {
    head: true,
    cells: heads.map((text) => ({ paragraphs: [run(text, '<w:b/>')], fill: HEAD_FILL })),
  };
  const counter = { last: 0 };
  const next = (): number => {
    counter.last += 1;
    return counter.last;
  };
  const rows = report.comparison.blocks.flatMap((block) => blockRows(block, draft, next));
  return tableXml(widths, [head, ...rows]);
}

function blockRows(block: ComparisonBlock, draft: Draft, next: () => number): WordRow[] {
  const { words, compare } = draft;
  const sections = block.head.sections.map((own): WordCell => {
    const names = own.map((section) => run(sectionTitle(section), '<w:b/>'));
    return {
      paragraphs: names.length > 0 ? names : [run(words.noCounterpart)],
      fill: SECTION_FILL,
      style: 'Section',
    };
  });
  const relations = block.head.relations.flatMap((relation) =>
    relation === undefined ? [] : [run(compare.sectionRelations[relation])],
  );
  const head: WordRow = {
    cells: [
      { paragraphs: [], fill: SECTION_FILL },
      ...sections,
      { paragraphs: relations, fill: SECTION_FILL, style: 'Note' },
    ],
  };
  return [head, ...rowsOf(block).map((row) => sentenceRow(row, draft, next()))];
}

function sentenceRow(row: ComparisonRow, draft: Draft, number: number): WordRow {
  const cells = row.cells.map((_, side) => ({ paragraphs: cellParagraphs(row, side, draft) }));
  const notes = { paragraphs: noteParagraphs(row, draft), style: 'Note' };
  return {
    cells: [{ paragraphs: [run(String(number))], style: 'Note' }, ...cells, notes],
  };
}

function cellParagraphs(row: ComparisonRow, side: number, draft: Draft): string[] {
  const { mark, report } = draft;
  if (mark !== undefined && side > 0) {
    const places = itemAt(row.cells, side).sentences.map(({ unit }) =>
      addressRun(unit, side, report),
    );
    return [
      places.join('') +
        revisionsOf(row, side)
          .map((revision) => trackedRun(revision, mark))
          .join(''),
    ];
  }
  return itemAt(row.cells, side)
    .sentences.map(
      ({ unit, start, end }) =>
        addressRun(unit, side, report) +
        stretchesOf(row, side, start, end)
          .map((stretch) => (mark === undefined ? formattedRun(stretch) : run(stretch.text)))
          .join(''),
    )
    .concat(bodiesRun(row, side, draft));
}

/** Who is responsible, under the text. */
function bodiesRun(row: ComparisonRow, side: number, { report, words }: Draft): string[] {
  const named = namesText(
    itemAt(row.cells, side).sentences.flatMap(
      ({ unit }) => itemAt(report.sides, side).units.get(unit)?.bodies ?? [],
    ),
  );
  return named === '' ? [] : [run(`${words.bodies}: ${named}`, ADDRESS)];
}

/** Where a sentence stands, before it, small; its column says of which document. */
function addressRun(unit: string, side: number, report: Report): string {
  return run(
    `${shortAddress(itemAt(report.sides, side).units.get(unit)?.address ?? unit)} `,
    ADDRESS,
  );
}

/** Where a row has several partners: what links each sentence of the side that has more of them. */
function partnerNotes(row: ComparisonRow, report: Report, compare: CompareWords): string[] {
  return row.pairs.flatMap((pair, index) => {
    const [up, down] = [itemAt(row.cells, index), itemAt(row.cells, index + 1)];
    const side = down.sentences.length > 1 ? index + 1 : index;
    const cell = side === index ? up : down;
    return cell.sentences.flatMap(({ unit }) => {
      const link = ownLink(pair, unit);
      const address = itemAt(report.sides, side).units.get(unit)?.address ?? unit;
      return link === undefined
        ? []
        : [
            `${shortAddress(address)} ${PART_SIGNS[link.relation]} ${compare.relations[link.relation]}`,
          ];
    });
  });
}

/** Relation, and what to know of it. */
function noteParagraphs(row: ComparisonRow, { report, words, compare }: Draft): string[] {
  const parts = partsOf(row).map((part) =>
    run(`${PART_SIGNS[part]} ${compare.relations[part]}`, '<w:b/>'),
  );
  const flags = row.pairs.flatMap((pair, side) =>
    pair === undefined
      ? [isCalledMissing(row, side) ? words.decided : ''].filter(Boolean)
      : [
          pair.moved ? words.moved : '',
          pair.doubtful ? words.doubtful : '',
          pair.decided === true ? words.decided : '',
        ].filter(Boolean),
  );
  return [
    ...parts,
    ...partnerNotes(row, report, compare).map((note) => run(note)),
    ...(flags.length > 0 ? [run([...new Set(flags)].join(' · '))] : []),
  ];
}
