/** bytes → SourceText. With `corpus`, the only reader of disk. */
export type { IngestOptions } from './importer.js';
export { readBytes, readSource } from './read.js';
export { isPaperFile, zipPapersOf } from './zip.js';
