/** bytes → SourceText. With `corpus`, the only reader of disk. */
export { DEFAULT_MAX_BYTES, type IngestOptions } from './importer.js';
export { readBytes, readSource } from './read.js';
export { IMPORTERS } from './registry.js';
