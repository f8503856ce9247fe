import { parseBackground, parseConcepts } from '../../src/align/index.js';
import { ENGINE_FILES } from './engine-files.js';

/** What components measure with; whether the weights were fitted for these components is not asked. */
export const BACKGROUND = parseBackground(ENGINE_FILES['background.bin']);
export const CONCEPTS = parseConcepts(ENGINE_FILES['concepts.txt']);
