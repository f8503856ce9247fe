import { displayWidth } from '../../../text/index.js';
import { escapeText } from '../../index.js';
import {
  CORE_RELATION,
  CORE_TYPE,
  contentTypes,
  coreProperties,
  OFFICE_RELATION,
  packOffice,
  relationships,
  XML_HEAD,
} from '../office-package.js';

/** A piece of a cell's text with its look. */
export interface RichRun {
  readonly text: string;
  readonly color?: string;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly bold?: boolean;
}

/** Text, a number, a share (shown as percent), rich text; `undefined` is an empty cell. */
export type SheetCell =
  | string
  | number
  | { readonly share: number }
  | { readonly rich: readonly RichRun[] }
  | undefined;

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** So many columns from the left go to paper, wide enough to read; all of them without it. */
  readonly printed?: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Widths of columns, in characters: no narrower than a head, no wider than a line that reads well. */
const WIDTHS = { least: 8, most: 60 };
/** Excel refuses longer texts in one cell. */
const LONGEST = 32_767;
/** Positions in `cellXfs` of `stylesXml`. */
const STYLE = { text: 1, head: 2, number: 3, decimal: 4, percent: 5 } as const;

/**
 * A workbook (ECMA-376): each sheet with a frozen head row, a filter and widths that fit Han.
 *
 * Texts are inline strings marked as text, so that nothing in them is ever a formula, also when edited.
 */
export function workbook(
  sheets: readonly Sheet[],
  about: { readonly title: string; readonly creator: string; readonly epoch: number },
): Uint8Array {
  const parts: [string, string][] = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet),
  ]);
  const names = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.flatMap(namesOf);
  return packOffice(
    {
      '[Content_Types].xml': contentTypes([
        ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
        ['/xl/styles.xml', `${TYPES}.styles+xml`],
        ...parts.map(([path]) => [`/${path}`, `${TYPES}.worksheet+xml`] as const),
        ['/docProps/core.xml', CORE_TYPE],
      ]),
      '_rels/.rels': relationships([
        ['rId1', `${OFFICE_RELATION}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', CORE_RELATION, 'docProps/core.xml'],
      ]),
      'docProps/core.xml': coreProperties(
        escapeText(about.title),
        escapeText(about.creator),
        about.epoch,
      ),
      'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATION}"><sheets>${names.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships([
        ...parts.map(
          ([path], index) =>
            [`rId${index + 1}`, `${OFFICE_RELATION}/worksheet`, path.slice(3)] as const,
        ),
        [`rId${parts.length + 1}`, `${OFFICE_RELATION}/styles`, 'styles.xml'],
      ]),
      'xl/styles.xml': stylesXml(),
      ...Object.fromEntries(parts),
    },
    about.epoch,
  );
}

/** What a program filters, what it prints, and the row it prints on every page; names of one sheet stand in the order of the alphabet. */
function namesOf({ name, head, rows, printed = head.length }: Sheet, index: number): string[] {
  const sheet = `'${escapeText(name)}'!`;
  const upTo = (columns: number): string =>
    `${sheet}$A$1:$${columnName(columns - 1)}$${rows.length + 1}`;
  const defined = (what: string, place: string, more = ''): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}"${more}>${place}</definedName>`;
  return [
    defined('_FilterDatabase', upTo(head.length), ' hidden="1"'),
    defined('Print_Area', upTo(printed)),
    defined('Print_Titles', `${sheet}$1:$1`),
  ];
}

function sheetXml({ head, rows }: Sheet): string {
  const last = `${columnName(head.length - 1)}${rows.length + 1}`;
  const columns = head.map((name, index) => {
    const width = widthOf(name, rows, index);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const lines = [head, ...rows].map((cells, row) => {
    const content = cells.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${row + 1}`, row === 0),
    );
    return `<row r="${row + 1}">${content.join('')}</row>`;
  });
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** The longest cell, Han counted as two. */
function widthOf(head: string, rows: Sheet['rows'], column: number): number {
  const widest = rows.reduce(
    (most, row) => Math.max(most, displayWidth(plainText(row[column]))),
    displayWidth(head) + 3,
  );
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, widest + 2));
}

function plainText(cell: SheetCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') {
    return 'share' in cell ? '100.0%' : cell.rich.map(({ text }) => text).join('');
  }
  return String(cell);
}

function cellXml(cell: SheetCell, place: string, isHead: boolean): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') {
    return `<c r="${place}" s="${Number.isInteger(cell) ? STYLE.number : STYLE.decimal}"><v>${cell}</v></c>`;
  }
  if (typeof cell === 'object' && 'share' in cell) {
    return `<c r="${place}" s="${STYLE.percent}"><v>${cell.share}</v></c>`;
  }
  const content =
    typeof cell === 'string' ? textXml(fitting(cell)) : cell.rich.map(richXml).join('');
  return `<c r="${place}" s="${isHead ? STYLE.head : STYLE.text}" t="inlineStr"><is>${content}</is></c>`;
}

/** A text as long as a cell may hold, with a counted mark for the rest. */
export function fitting(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = LONGEST - 16;
  return `${text.slice(0, kept)}…(+${text.length - kept})`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeText(text)}</t>`;
}

/** A run of formatted text inside a cell. */
export function richXml({ text, color, underline, strike, bold }: RichRun): string {
  if (text === '') return '';
  const format = [
    bold === true ? '<b/>' : '',
    strike === true ? '<strike/>' : '',
    underline === true ? '<u/>' : '',
    '<sz val="11"/>',
    color === undefined ? '' : `<color rgb="FF${color}"/>`,
    '<rFont val="等线"/>',
  ];
  return `<r><rPr>${format.join('')}</rPr>${textXml(text)}</r>`;
}

/** `A`, `Z`, `AA`: the name of a column from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

function stylesXml(): string {
  const font = (extra: string): string =>
    `<font>${extra}<sz val="11"/><name val="等线"/><charset val="134"/></font>`;
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const cell = (format: number, fontId: number, fill: number, extra = ''): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${extra}>${wrapped}</xf>`;
  return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E2EC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cell(49, 0, 0, ' quotePrefix="1"')}${cell(49, 1, 2, ' applyFont="1" applyFill="1"')}${cell(1, 0, 0)}${cell(2, 0, 0)}${cell(164, 0, 0)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
