export { renderCorpusList } from './corpus-list.js';
export { renderThemes } from './themes.js';
export { renderTree } from './tree.js';
