import type { FilledSheet } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { BUDGET } from '../budget.js';
import { decodeText } from '../decode.js';

/**
 * A filled sheet: XLSX, ODS, DOCX, CSV or JSON Lines, whichever its content is.
 *
 * *Errors*: `review/no-table`, `review/changed-head`, `review/macros`, `ingest/…` for what is damaged.
 */
export async function readFilledSheet(bytes: Uint8Array, path: string): Promise<FilledSheet> {
  const context = { path, maxBytes: BUDGET.bytes };
  if (/\.(?:xlsm|xltm|xlam|docm|dotm)$/i.test(path)) throw new UserError('review/macros', { path });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UserError('review/old-office', { path });
    const { text } = decodeText(bytes, { path });
    if (text.trimStart().startsWith('{')) return (await import('./lines.js')).readLines(text, path);
    return sheetOf((await import('./text-table.js')).readCsv(text, path));
  }
  const isWord = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'word/document.xml',
  );
  if (isWord) return sheetOf((await import('./word-table.js')).readWordTable(bytes, context));
  return sheetOf(await (await import('./workbook.js')).readWorkbook(bytes, context));
}

function sheetOf(rows: FilledSheet['rows']): FilledSheet {
  return { rows, decisions: [] };
}
