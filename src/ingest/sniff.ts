import type { SourceFormat } from '../model/index.js';
import { zipEntries } from './zip-directory.js';

/** What the first bytes say: a format we read, a kind we know and do not read, or nothing. */
type Sniffed =
  | { readonly type: 'format'; readonly format: SourceFormat }
  | { readonly type: 'unsupported'; readonly kind: string }
  | { readonly type: 'password' }
  /** A zip archive of files. */
  | { readonly type: 'archive' }
  /** A container whose inside cannot be seen: one of these, by the file's name, else the first. */
  | { readonly type: 'damaged'; readonly formats: readonly [SourceFormat, ...SourceFormat[]] };

/** How much of the head is looked at, in bytes. */
const HEAD = 1024;

/** Members that tell what an archive is, by the beginning of their names. */
const ARCHIVES: readonly (readonly [member: string, sniffed: Sniffed])[] = [
  ['word/document', { type: 'format', format: 'docx' }],
  ['OFD.xml', { type: 'format', format: 'ofd' }],
  ['xl/workbook', { type: 'format', format: 'xlsx' }],
  ['ppt/presentation', { type: 'unsupported', kind: 'PPTX' }],
  ['[Content_Types].xml', { type: 'format', format: 'docx' }],
];

/** What the first member of an archive says, packed as it is. */
const MIME_TYPES: readonly (readonly [type: string, sniffed: Sniffed])[] = [
  ['application/vnd.oasis.opendocument.text', { type: 'format', format: 'odt' }],
  ['application/vnd.oasis.opendocument', { type: 'unsupported', kind: 'OpenDocument' }],
  ['application/epub+zip', { type: 'unsupported', kind: 'EPUB' }],
];

const SIGNATURES: readonly (readonly [head: string, kind: string])[] = [
  ['GIF8', 'GIF'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', '7z'],
  ['Rar!', 'RAR'],
];

/** PNG, JPEG and TIFF, in either order of bytes. */
const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'II*\0', 'MM\0*'];

/** Header lines of a message, and among them one that only messages of parts or of a saved page have. */
const MESSAGE =
  /^\s*(?:[A-Za-z][\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,40}?(?:MIME-Version:|Content-Type:[ \t]*multipart\/|Snapshot-Content-Location:)/i;

/** The format by content. Cost: constant, but for archives linear in the bytes. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.toString('latin1', 0, HEAD);
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)) return { type: 'format', format: 'pdf' };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return sniffArchive(view);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOffice(view);
  if (head.startsWith('{\\rtf')) return { type: 'format', format: 'rtf' };
  if (PICTURES.some((mark) => head.startsWith(mark))) return { type: 'format', format: 'image' };
  const signature = SIGNATURES.find(([mark]) => head.startsWith(mark));
  if (signature !== undefined) return { type: 'unsupported', kind: signature[1] };
  if (MESSAGE.test(head)) return { type: 'format', format: 'mhtml' };
  return sniffMarkup(head);
}

/** Characters of control that no text has. */
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Nothing but text at the head, and no sign of a PDF behind some other lines. */
export function isText(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    0,
    4 * HEAD,
  );
  return !CONTROL.test(head) && !head.includes('%PDF-');
}

function sniffArchive(view: Buffer): Sniffed {
  const type = MIME_TYPES.find(([name]) => view.subarray(0, HEAD).includes(name, 0, 'latin1'));
  if (type !== undefined) return type[1];
  const entries = zipEntries(view);
  if (entries === undefined) {
    // Cut off: the heads of the members still stand before each of them.
    const found = ARCHIVES.find(([member]) => view.includes(member, 0, 'latin1'));
    return found?.[1] ?? { type: 'damaged', formats: ['docx', 'xlsx', 'odt', 'ofd'] };
  }
  const names = entries.map(({ name }) => name.replace(/^\//, ''));
  const found = ARCHIVES.find(([member]) => names.some((name) => name.startsWith(member)));
  if (found !== undefined) return found[1];
  return names.includes('content.xml') ? { type: 'format', format: 'odt' } : { type: 'archive' };
}

/** Streams that tell what an OLE file is. A DOCX with a password is one with an EncryptedPackage. */
const STREAMS: readonly (readonly [stream: string, sniffed: Sniffed])[] = [
  ['EncryptedPackage', { type: 'password' }],
  ['WordDocument', { type: 'format', format: 'doc' }],
  ['Workbook', { type: 'format', format: 'xls' }],
  ['PowerPoint Document', { type: 'unsupported', kind: 'PPT' }],
  ['MatOST', { type: 'unsupported', kind: 'Microsoft Works' }],
  // Before Excel 97.
  ['Book', { type: 'format', format: 'xls' }],
];

/** Names inside OLE files are UTF-16. */
function sniffOffice(view: Buffer): Sniffed {
  const found = STREAMS.find(([stream]) => view.includes(Buffer.from(stream, 'utf16le')));
  return found?.[1] ?? { type: 'damaged', formats: ['doc', 'xls'] };
}

function sniffMarkup(head: string): Sniffed | undefined {
  const plain = head.replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/g, '').trimStart();
  const tag =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype html|html|head|body|meta|title)[\s>]/i;
  if (tag.test(plain)) return { type: 'format', format: 'html' };
  if (/^<\?xml/i.test(plain) && /word\.document|wordml|pkg:package/i.test(plain)) {
    return { type: 'unsupported', kind: 'Word XML' };
  }
  return undefined;
}
