import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileNames, readNamesFile } from '../../src/corpus/index.js';
import type { SourceText } from '../../src/model/index.js';
import { createRegionIndex, type ParseOptions } from '../../src/parse/index.js';
import { ROOT } from './root.js';

const lexicon = (name: string): string => readFileSync(join(ROOT, 'corpus/lexicon', name), 'utf8');

/** The shipped tables, as the pipeline hands them to `parse`. */
export const PARSE_OPTIONS: ParseOptions = {
  regions: createRegionIndex(lexicon('regions.tsv')),
  names: compileNames(readNamesFile(lexicon('document-names.yaml'), 'document-names.yaml')),
};

/** A plain text as an importer would hand it over. */
export function sourceOf(
  text: string,
  path = 'test.txt',
  layout: SourceText['layout'] = 'unknown',
): SourceText {
  return {
    path,
    format: 'text',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    text,
    layout,
    places: [],
    hints: [],
    counts: {},
    diagnostics: [],
  };
}
