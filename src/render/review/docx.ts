import { REVIEW_WORDS, type ReviewWords } from '../../messages/index.js';
import type { ReviewSheet, SheetPartner, SheetRow } from '../../model/index.js';
import { escapeText } from '../index.js';
import {
  CORE_RELATION,
  CORE_TYPE,
  contentTypes,
  coreProperties,
  OFFICE_RELATION,
  packOffice,
  paragraph,
  relationships,
  stylesXml,
  tableXml,
  WORD_NAMESPACES,
  type WordRow,
  XML_HEAD,
} from '../report/index.js';
import { cellsOf, FAINT, type SheetOptions, unitParts } from './cells.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Of id, upstream, what is linked and candidates, decision, clauses, note; in twentieths of a point, for a landscape page. */
const WIDTHS = [1500, 4100, 5400, 1300, 1100, 1400];

const BOLD = '<w:b/>';

/** A Word table to fill in, a drop-down in each row; texts and numbers as in the workbook. */
export function reviewDocx(sheet: ReviewSheet, { language, epoch }: SheetOptions): Uint8Array {
  const words = REVIEW_WORDS[language];
  const title = words.title({ upstream: sheet.upstream, downstream: sheet.downstream });
  const { id, upstreamText, decision, lacking, note, linked, upstreamFile, downstreamFile } =
    words.columns;
  const head: WordRow = {
    head: true,
    cells: [id, upstreamText, linked, decision, lacking, note].map((name) => ({
      paragraphs: [run(name, BOLD)],
      fill: 'D9E2EC',
    })),
  };
  const body = [
    paragraph(run(title), 'Title'),
    paragraph(run(`${upstreamFile}: ${sheet.upstream}`), 'Note'),
    paragraph(run(`${downstreamFile}: ${sheet.downstream}`), 'Note'),
    ...words.guideLines.map((line) => paragraph(run(line), 'Note')),
    tableXml(WIDTHS, [head, ...sheet.rows.map((row) => rowOf(row, sheet, words, language))]),
    paragraph(''),
  ];
  const page =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';
  return packOffice(
    {
      '[Content_Types].xml': contentTypes([
        ['/word/document.xml', `${TYPE}.document.main+xml`],
        ['/word/styles.xml', `${TYPE}.styles+xml`],
        ['/docProps/core.xml', CORE_TYPE],
      ]),
      '_rels/.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/officeDocument`, 'word/document.xml'],
        ['rId2', CORE_RELATION, 'docProps/core.xml'],
      ]),
      'docProps/core.xml': coreProperties(escapeText(title), 'duibiao', epoch),
      'word/document.xml': `${XML_HEAD}<w:document ${WORD_NAMESPACES}><w:body>${body.join('')}${page}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/styles`, 'styles.xml'],
      ]),
      'word/styles.xml': stylesXml(),
    },
    epoch,
  );
}

function rowOf(
  row: SheetRow,
  sheet: ReviewSheet,
  words: ReviewWords,
  language: SheetOptions['language'],
): WordRow {
  const cells = cellsOf(row, sheet, language);
  const linked = row.linked.map((unit) => runs(words.now, unit));
  const lines = [
    ...(linked.length > 0 ? linked : [run(`${words.now} ${cells.linked}`)]),
    ...row.candidates.map((unit, i) => runs(String(i + 1), unit)),
    ...linesOf(cells.clauses).map((line) => run(`${words.clause} ${line}`)),
    ...linesOf(cells.alike).map((line) => run(`${words.alike} ${line}`)),
  ];
  return {
    cells: [
      { paragraphs: [run(row.id), run(cells.why)] },
      { paragraphs: [run(cells.upstream, BOLD), run(cells.upstreamText)] },
      { paragraphs: lines },
      { paragraphs: [choice(words, row.candidates.length)], fill: 'FFF8E1' },
      { paragraphs: [''], fill: row.clauses.length > 0 ? 'FFF8E1' : 'FFFFFF' },
      { paragraphs: [''], fill: 'FFF8E1' },
    ],
  };
}

function linesOf(cell: string): string[] {
  return cell === '' ? [] : cell.split('\n');
}

/** A sentence below, grey where it may be passed over. */
function runs(lead: string, unit: SheetPartner): string {
  const parts = unitParts(unit).map(({ text, inside }) =>
    run(text, inside ? '' : `<w:color w:val="${FAINT}"/>`),
  );
  return [run(`${lead} `), ...parts].join('');
}

function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

/** A combo box: one of the list, or what is typed (several candidates, an address). */
function choice({ answers, columns }: ReviewWords, candidates: number): string {
  const values = [
    answers.confirm,
    ...Array.from({ length: candidates }, (_, i) => `${answers.change} ${i + 1}`),
    answers.none,
    answers.note,
  ];
  const items = values.map(
    (value) => `<w:listItem w:displayText="${escapeText(value)}" w:value="${escapeText(value)}"/>`,
  );
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeText(columns.decision)}"/><w:comboBox>${items.join('')}</w:comboBox></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve"> </w:t></w:r></w:sdtContent></w:sdt>`;
}
