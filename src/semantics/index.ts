/** A user's own model of meaning: texts → vectors, from a server or a folder, kept by content. */
export { type Asking, openSemantics, type Semantics } from './open.js';
export { readSemantics } from './setting.js';
