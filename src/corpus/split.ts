import type { ParsedFile, PolicyDocument } from '../model/index.js';
import { fileLines, placesOf } from '../text/index.js';
import { fileHeadOf } from './clean-text.js';
import { corpusFileText } from './corpus-file.js';
import type { DocumentFileHead } from './document-file.js';

/** A file to write, path from the corpus folder. */
export interface CorpusOutput {
  readonly path: string;
  readonly content: string;
}

/** A document as the content of its file. */
type WriteDocument = (head: DocumentFileHead, document: PolicyDocument) => string;

/**
 * A compendium as corpus files: one clean text a document, then `corpus.yaml`.
 * `slugOf` gives a region's name in paths (hubei); national documents go to `national/`.
 */
export function splitFiles(
  parsed: ParsedFile,
  slugOf: (code: string) => string | undefined,
  write: WriteDocument,
): CorpusOutput[] {
  const outputs = documentOutputs(parsed, slugOf, write);
  const corpusFile = corpusFileText({
    documents: outputs.map((output) => output.path),
    aliases: aliasesOf(parsed.documents, slugOf),
    themes: 'themes',
  });
  return [...outputs, { path: 'corpus.yaml', content: corpusFile }];
}

/** The clean texts of a parsed file, as files of a corpus. */
export function documentOutputs(
  parsed: ParsedFile,
  slugOf: (code: string) => string | undefined,
  write: WriteDocument,
): CorpusOutput[] {
  const places = placesOf(parsed.source);
  return parsed.documents.map((document) => {
    const source = {
      file: parsed.source.path,
      lines: fileLines(places, document.span),
      sha256: parsed.source.sha256,
    };
    return {
      path: `${folderOf(document, slugOf)}/${document.id}.txt`,
      content: write(fileHeadOf(document, source), document),
    };
  });
}

/** Folder of a document in a corpus: `national`, or its division's name in pinyin. */
function folderOf(document: PolicyDocument, slugOf: (code: string) => string | undefined): string {
  if (document.level === 'national') return 'national';
  return (document.region && slugOf(document.region.code)) ?? document.level ?? 'other';
}

/** `national` is all national documents as one side; a region's name its longest document. */
function aliasesOf(
  documents: readonly PolicyDocument[],
  slugOf: (code: string) => string | undefined,
) {
  const aliases: Record<string, string[]> = {};
  const longest = new Map<string, PolicyDocument>();
  for (const document of documents) {
    const folder = folderOf(document, slugOf);
    if (folder === 'national') aliases.national = [...(aliases.national ?? []), document.id];
    else {
      const best = longest.get(folder);
      if (best === undefined || lengthOf(document) > lengthOf(best)) longest.set(folder, document);
    }
  }
  for (const [folder, document] of longest) aliases[folder] = [document.id];
  return aliases;
}

function lengthOf(document: PolicyDocument): number {
  return document.span.end - document.span.start;
}
