export { csvLines, renderRows } from './rows/formats.js';
export { parquetOf } from './rows/parquet.js';
export { type PlaceOf, placeCells, placeColumns, placeFinder, rangeText } from './rows/places.js';
export {
  type CellValue,
  isRowFormat,
  ROW_FORMATS,
  type RowStream,
  type RowTable,
  type TableRow,
  type TypedColumns,
} from './rows/rows.js';
export { csvCell } from './shared/csv-cell.js';
export { jsonText } from './shared/json-text.js';
export { markdownCell } from './shared/markdown-cell.js';
export { attribute, escapeText } from './shared/markup.js';
export { CHAPTER_COLOURS, PART_COLOURS, PART_SIGNS, type Part } from './shared/palette.js';
export { type SpanJson, spanPrinter } from './shared/spans.js';
export { COMPARE_WORDS, type CompareWords } from './shared/words.js';
export {
  type AnalysisView,
  aside,
  decimal,
  tableOf,
  titled,
  wrapped,
} from './terminal/analysis-view.js';
export {
  CHANGE_SIGNS,
  type ColorMode,
  type Glyphs,
  glyphsFor,
  type Line,
  paint,
  type Span,
  type Style,
  span,
} from './terminal/colors.js';
export { renderTable } from './terminal/table.js';
