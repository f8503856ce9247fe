export { renderCorpusList } from './corpus-list.js';
export { renderTree } from './tree.js';
