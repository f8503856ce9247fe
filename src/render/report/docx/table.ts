import { itemAt } from '../../../text/index.js';
/** A cell of a Word table. */
export interface WordCell {
  /** Runs, paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  /** Ground colour, hex. */
  readonly fill?: string;
  readonly style?: string;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  /** Repeated at the head of each page. */
  readonly head?: boolean;
}

export function paragraph(runs: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

/** A table with fixed widths, in twentieths of a point. */
export function tableXml(widths: readonly number[], rows: readonly WordRow[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>`)
    .join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowXml(row, widths)).join('')}</w:tbl>`;
}

function rowXml({ cells, head }: WordRow, widths: readonly number[]): string {
  const properties = `<w:trPr><w:cantSplit/>${head === true ? '<w:tblHeader/>' : ''}</w:trPr>`;
  const content = cells.map((cell, index) => cellXml(cell, itemAt(widths, index)));
  return `<w:tr>${properties}${content.join('')}</w:tr>`;
}

function cellXml({ paragraphs, fill, style }: WordCell, width: number): string {
  const ground = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
  const content = (paragraphs.length === 0 ? [''] : paragraphs).map((runs) =>
    paragraph(runs, style),
  );
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${ground}</w:tcPr>${content.join('')}</w:tc>`;
}
