export { renderDiffusionHtml } from './diffusion/index.js';
export { NAMESPACES as WORD_NAMESPACES, stylesXml } from './docx/parts.js';
export { paragraph, tableXml, type WordRow } from './docx/table.js';
export { FIGURES, type Figure } from './figure/index.js';
export {
  CORE_RELATION,
  CORE_TYPE,
  contentTypes,
  coreProperties,
  OFFICE_RELATION,
  packOffice,
  relationships,
  XML_HEAD,
} from './office-package.js';
export { REPORT_RENDERERS, type ReportRenderer, reportRenderer } from './registry.js';
export { columnName, fitting, richXml } from './xlsx/workbook.js';
