import { REVIEW_WORDS, type ReviewWords } from '../../messages/index.js';
import { type ReviewSheet, SHEET_COLUMNS, type SheetColumn } from '../../model/index.js';
import { escapeText } from '../index.js';
import {
  CORE_RELATION,
  CORE_TYPE,
  columnName,
  contentTypes,
  coreProperties,
  fitting,
  OFFICE_RELATION,
  packOffice,
  relationships,
  richXml,
  XML_HEAD,
} from '../report/index.js';
import { type CellParts, cellsOf, FAINT, partsOfCells, type SheetOptions } from './cells.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Positions in `cellXfs` of `stylesXml`. */
const STYLE = { locked: 1, head: 2, open: 3 } as const;
/** What a person fills in. */
const OPEN: ReadonlySet<SheetColumn> = new Set([
  'decision',
  'change',
  'relation',
  'note',
  'lacking',
  'alike',
]);
/** Widths in characters; 0 is hidden. */
const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  id: 15,
  why: 10,
  upstream: 16,
  upstreamText: 44,
  linked: 44,
  candidate1: 34,
  candidate2: 34,
  candidate3: 34,
  decision: 9,
  change: 12,
  relation: 9,
  note: 20,
  clauses: 36,
  lacking: 11,
  alike: 22,
  others: 34,
  upstreamFile: 0,
  downstreamFile: 0,
};

/**
 * A workbook to fill in: drop-downs for what is chosen, all else locked (without a password: the lock keeps from slips, not from
 * people), sorting, filtering and deleting of rows allowed, and a sheet that says how.
 */
export function reviewXlsx(sheet: ReviewSheet, { language, epoch }: SheetOptions): Uint8Array {
  const words = REVIEW_WORDS[language];
  const title = words.title({ upstream: sheet.upstream, downstream: sheet.downstream });
  const sheets = [
    { name: words.sheet, xml: rowsXml(sheet, words, language) },
    { name: words.guide, xml: guideXml(words) },
  ];
  const last = `$${columnName(SHEET_COLUMNS.length - 1)}$${sheet.rows.length + 1}`;
  return packOffice(
    {
      '[Content_Types].xml': contentTypes([
        ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
        ['/xl/styles.xml', `${TYPES}.styles+xml`],
        ...sheets.map(
          (_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${TYPES}.worksheet+xml`] as const,
        ),
        ['/docProps/core.xml', CORE_TYPE],
      ]),
      '_rels/.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', CORE_RELATION, 'docProps/core.xml'],
      ]),
      'docProps/core.xml': coreProperties(escapeText(title), 'duibiao', epoch),
      'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATION}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapeText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${escapeText(words.sheet)}'!$A$1:${last}</definedName></definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/worksheet`, 'worksheets/sheet1.xml'],
        ['rId2', `${OFFICE_RELATION}/worksheet`, 'worksheets/sheet2.xml'],
        ['rId3', `${OFFICE_RELATION}/styles`, 'styles.xml'],
      ]),
      'xl/styles.xml': stylesXml(),
      ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    },
    epoch,
  );
}

function rowsXml(
  sheet: ReviewSheet,
  words: ReviewWords,
  language: SheetOptions['language'],
): string {
  const rows = sheet.rows.map((row) => cellsOf(row, sheet, language));
  const parts = sheet.rows.map(partsOfCells);
  const last = `${columnName(SHEET_COLUMNS.length - 1)}${rows.length + 1}`;
  const columns = SHEET_COLUMNS.map((column, i) => {
    const width = WIDTHS[column];
    const hidden = width === 0 ? ' hidden="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width || 10}" customWidth="1"${hidden}/>`;
  });
  const head = SHEET_COLUMNS.map((column, i) => cellXml(words.columns[column], i, 1, STYLE.head));
  const lines = rows.map((cells, r) =>
    SHEET_COLUMNS.map((column, i) =>
      cellXml(
        cells[column],
        i,
        r + 2,
        OPEN.has(column) ? STYLE.open : STYLE.locked,
        parts[r]?.[column],
      ),
    ),
  );
  const data = [head, ...lines].map((cells, r) => `<row r="${r + 1}">${cells.join('')}</row>`);
  const protection =
    '<sheetProtection sheet="1" objects="1" scenarios="1" sort="0" autoFilter="0" deleteRows="0" formatColumns="0" formatRows="0"/>';
  const decision = Object.values(words.answers).join(',');
  const relation = Object.values(words.relations).join(',');
  const validations = [
    listXml('decision', decision, rows.length),
    listXml('relation', relation, rows.length),
  ];
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>${protection}<autoFilter ref="A1:${last}"/><dataValidations count="${validations.length}">${validations.join('')}</dataValidations><pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
}

function listXml(column: SheetColumn, values: string, rows: number): string {
  const name = columnName(SHEET_COLUMNS.indexOf(column));
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${Math.max(2, rows + 1)}"><formula1>"${values}"</formula1></dataValidation>`;
}

/** *In* `parts`: the text by parts, where some may be passed over. */
function cellXml(
  text: string,
  column: number,
  row: number,
  style: number,
  parts: CellParts = [],
): string {
  const place = `${columnName(column)}${row}`;
  if (text === '') return `<c r="${place}" s="${style}"/>`;
  const whole = fitting(text);
  const isPlain = whole !== text || parts.every(({ inside }) => inside);
  const content = isPlain
    ? `<t xml:space="preserve">${escapeText(whole)}</t>`
    : parts
        .map((part) => richXml({ text: part.text, ...(!part.inside && { color: FAINT }) }))
        .join('');
  return `<c r="${place}" s="${style}" t="inlineStr"><is>${content}</is></c>`;
}

function guideXml({ guideLines }: ReviewWords): string {
  const rows = guideLines.map(
    (line, i) => `<row r="${i + 1}">${cellXml(line, 0, i + 1, STYLE.locked)}</row>`,
  );
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function stylesXml(): string {
  const font = (extra: string): string =>
    `<font>${extra}<sz val="11"/><name val="等线"/><charset val="134"/></font>`;
  const cell = (fontId: number, fill: number, protection = ''): string =>
    `<xf numFmtId="49" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1" applyFont="1" applyFill="1" applyProtection="1"><alignment vertical="top" wrapText="1"/>${protection}</xf>`;
  const fill = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`;
  return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('D9E2EC')}${fill('FFF8E1')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cell(0, 0)}${cell(1, 2)}${cell(0, 3, '<protection locked="0"/>')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
