/** What is written into a corpus is what was shown. */
import {
  type DocumentFileHead,
  documentFileText,
  readDocumentHead,
  TEXT_FORMS,
} from '../corpus/index.js';
import type { Block, PolicyDocument, SourceText } from '../model/index.js';
import { UserError } from '../text/index.js';
import { parseSource } from './read.js';
import type { Workspace } from './workspace.js';

/**
 * A document as a file of a corpus, in the plainest form that reads back as the same tree.
 *
 * *Errors*: `corpus/cannot-store` for a head that could not be read again (no title, a bad id or date), and for a text
 * that no form brings back. `name` is the file it came from.
 */
export function storedText(
  ws: Workspace,
  name: string,
  head: DocumentFileHead,
  document: PolicyDocument,
): string {
  const shown = shapeOf(document);
  for (const form of TEXT_FORMS) {
    const content = documentFileText(head, document, form);
    if (shapeOf(readBack(ws, name, content)) === shown) return content;
  }
  throw new UserError('corpus/not-same', { path: name, id: head.id });
}

function readBack(ws: Workspace, name: string, content: string): PolicyDocument {
  try {
    readDocumentHead(content, name);
    const [document] = parseSource(ws, sourceOf(content), {}).documents;
    if (document === undefined) throw new Error('a corpus text gave no document');
    return document;
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'corpus/bad-head') throw error;
    const { problem, advice } = (error as UserError<'corpus/bad-head'>).params;
    throw new UserError('corpus/cannot-store', { path: name, problem, advice } as never, {
      cause: error,
    });
  }
}

function sourceOf(text: string): SourceText {
  const nothing = { places: [], hints: [], counts: {}, diagnostics: [] };
  return {
    path: '-',
    format: 'text',
    encoding: 'utf-8',
    sha256: '',
    text,
    layout: 'paragraphs',
    ...nothing,
  };
}

/** All that a tree says but its places: two documents with the same are the same to every command. */
function shapeOf({ title, subtitles, elements, children }: PolicyDocument): string {
  const parts = elements.map(({ kind, text }) => [kind, text]);
  return JSON.stringify([title, subtitles, parts, children.map(shapeOfBlock)]);
}

function shapeOfBlock(block: Block): unknown {
  if (block.type === 'paragraph') return [block.content.text, block.table === true];
  const { marker, label, depth, runIn, content, children } = block;
  return [marker, label, depth, runIn, content.text, children.map(shapeOfBlock)];
}
