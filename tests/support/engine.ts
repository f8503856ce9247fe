import { parseEngine, parseManifest } from '../../src/align/index.js';
import { ENGINE_FILES, ENGINE_MANIFEST_TEXT } from './engine-files.js';

export { ENGINE_FILES };

export const ENGINE_MANIFEST = parseManifest(ENGINE_MANIFEST_TEXT, 'corpus/engine');

/** The engine that is shipped. */
export const ENGINE = parseEngine(ENGINE_MANIFEST, ENGINE_FILES, 'corpus/engine');
