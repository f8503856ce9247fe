import { readFileSync } from 'node:fs';
import { compileNames, readDocumentFile, readNamesFile } from '../../src/corpus/index.js';
import type { DocumentUnits, SourceText } from '../../src/model/index.js';
import { createRegionIndex, parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';

/** A file of the project as text; the path is relative to its root. */
export function projectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

const FOLDERS = { h: 'hubei', w: 'wuhan' } as const;

/** A document of the embedded corpus, cut into units. */
export function corpusDocument(id: string): DocumentUnits {
  const folder = FOLDERS[id[0] as keyof typeof FOLDERS] ?? 'national';
  const path = `corpus/${folder}/${id}.txt`;
  const text = projectFile(path);
  const { head, bodyStart } = readDocumentFile(text, path);
  const { region: code, source: _, ...stated } = head;
  const regions = createRegionIndex(projectFile('corpus/lexicon/regions.tsv'));
  const names = compileNames(
    readNamesFile(projectFile('corpus/lexicon/document-names.yaml'), 'document-names.yaml'),
  );
  const source: SourceText = {
    path,
    format: 'text',
    encoding: 'utf-8',
    sha256: '',
    text,
    layout: 'paragraphs',
    places: [],
    hints: [],
    counts: {},
    diagnostics: [],
  };
  const region =
    code === undefined ? {} : { region: { code, name: regions.byCode.get(code)?.name ?? code } };
  const parsed = parse(source, {
    regions,
    names,
    single: true,
    stated: { ...stated, ...region },
    from: bodyStart,
  });
  return segment(parsed.documents[0]!);
}
