export { renderCorpusList } from './corpus-list.js';
export { renderCoverage, renderEvidence } from './coverage.js';
export { renderTable } from './table.js';
export { renderThemes } from './themes.js';
export { renderTree } from './tree.js';
