import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';

const FOLDER = join(ROOT, 'corpus/engine');

export const ENGINE_FILES = {
  'parameters.json': readFileSync(join(FOLDER, 'parameters.json'), 'utf8'),
  'background.bin': readFileSync(join(FOLDER, 'background.bin')),
  'concepts.txt': readFileSync(join(FOLDER, 'concepts.txt'), 'utf8'),
};

export const ENGINE_MANIFEST_TEXT = readFileSync(join(FOLDER, 'manifest.json'), 'utf8');
