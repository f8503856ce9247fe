import type { Diagnostic } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { checkSectors } from '../damage.js';
import { importDocx } from '../docx/import-docx.js';
import type { ImportContext, Imported } from '../importer.js';
import { noteLines, type ParagraphLine, withLetterhead, writeParagraphs } from '../paragraphs.js';
import { convertToDocx } from './office.js';
import { checkPieces } from './pieces.js';
import { readWord } from './word-process.js';

/**
 * The text of an old Word file (.doc, .wps): by LibreOffice where it is installed, with all that a DOCX
 * keeps; else the bare text, without automatic numbers, which is said.
 *
 * Errors: `UserError` for passwords, damage and files without text.
 */
export async function importDoc(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const { path } = context;
  checkSectors(bytes, context.damage);
  if (isLocked(bytes)) throw new UserError('ingest/password', { path });
  checkPieces(bytes, context.damage);
  const converted = await convertToDocx(bytes);
  if (converted.type === 'done') {
    const imported = await importDocx(converted.bytes, context);
    return { ...imported, diagnostics: [BY_OFFICE, ...imported.diagnostics] };
  }
  const imported = await importBare(bytes, context);
  const said = converted.type === 'failed' ? [OFFICE_FAILED, NO_NUMBERS] : [NO_NUMBERS];
  return { ...imported, diagnostics: said };
}

const BY_OFFICE: Diagnostic = {
  code: 'ingest/by-office',
  severity: 'info',
  message: 'The file was converted to DOCX by LibreOffice and read from that.',
};

const OFFICE_FAILED: Diagnostic = {
  code: 'ingest/office-failed',
  severity: 'warning',
  message: 'LibreOffice could not convert the file in time: its bare text was read.',
};

const NO_NUMBERS: Diagnostic = {
  code: 'ingest/no-automatic-numbers',
  severity: 'warning',
  message:
    'Automatic numbers of an old Word file are not read, nor the places of its notes: install LibreOffice (soffice), or save the file as .docx.',
};

/** A Word file begins with this at the start of a sector. Source: MS-DOC 2.5.1, FibBase. */
const WORD_MARK = 0xa5ec;
const SECTOR = 512;
const FLAGS = 10;
const ENCRYPTED = 0x0100;

function isLocked(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR; at + FLAGS + 2 <= view.length; at += SECTOR) {
    if (view.readUInt16LE(at) === WORD_MARK)
      return (view.readUInt16LE(at + FLAGS) & ENCRYPTED) !== 0;
  }
  return false;
}

async function importBare(
  bytes: Uint8Array,
  context: ImportContext,
): Promise<Omit<Imported, 'diagnostics'>> {
  const { path, meter } = context;
  const word = await readWord(bytes, context);
  const lines = [...linesOf(word.body), ...linesOf(word.boxes)];
  meter.reach('units', lines.length);
  const notes = [word.footnotes, word.endnotes].flatMap(linesOf);
  const named = notes.map(({ text }, i) => ({ note: String(i), text }));
  // Where in the text a note stands is lost: they come in their order, after the last paragraph.
  const paragraph = lines.length;
  const atEnd = noteLines(
    named.map(({ note }) => ({ note, paragraph })),
    new Map(named.map(({ note, text }) => [note, text.trim()])),
  );
  const body = lines.map((line, i) => ({ ...line, paragraph: i + 1 }));
  const all = [...withLetterhead(body), ...atEnd];
  if (all.every(({ text }) => text.trim() === '')) throw new UserError('ingest/empty', { path });
  const counts = {
    ...countOf('comment', word.annotations),
    ...countOf('text-box', word.boxes),
    ...countOf('page-header', word.headers),
    ...countOf('note-mark', atEnd.map(({ text }) => text).join('\n')),
  };
  return { encoding: 'binary', layout: 'paragraphs', ...writeParagraphs(all), counts };
}

function countOf(kind: string, text: string): Record<string, number> {
  const count = text.split('\n').filter((line) => line.trim() !== '').length;
  return count === 0 ? {} : { [kind]: count };
}

/** Paragraphs; the cells of a row each end with a tab. */
function linesOf(text: string): Omit<ParagraphLine, 'paragraph'>[] {
  const lines = text
    .replace(/\r\n?|\f/g, '\n')
    .replace(/(?<!\n)\n+$/, '')
    .split('\n');
  if (text.trim() === '') return [];
  return lines.map((line) =>
    line.endsWith('\t') && line.indexOf('\t') < line.length - 1
      ? { text: line.slice(0, -1), role: 'table-row' as const }
      : { text: line.replace(/\t$/, '') },
  );
}
