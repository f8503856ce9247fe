/** bytes → SourceText. With `corpus`, the only reader of disk. */
export type { IngestOptions } from './importer.js';
export { readBytes, readFrom, readSource } from './read.js';
export { paperEndings } from './registry.js';
export { readFilledSheet } from './review/index.js';
export { isPaperFile, zipPapersOf } from './zip.js';
