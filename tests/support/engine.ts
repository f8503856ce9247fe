import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEngine, parseManifest } from '../../src/align/index.js';
import { ROOT } from './root.js';

const FOLDER = join(ROOT, 'corpus/engine');

export const ENGINE_FILES = {
  'parameters.json': readFileSync(join(FOLDER, 'parameters.json'), 'utf8'),
  'background.bin': readFileSync(join(FOLDER, 'background.bin')),
  'concepts.txt': readFileSync(join(FOLDER, 'concepts.txt'), 'utf8'),
};

export const ENGINE_MANIFEST = parseManifest(
  readFileSync(join(FOLDER, 'manifest.json'), 'utf8'),
  'corpus/engine',
);

/** The engine that is shipped. */
export const ENGINE = parseEngine(ENGINE_MANIFEST, ENGINE_FILES, 'corpus/engine');
