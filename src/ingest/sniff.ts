import type { SourceFormat } from '../model/index.js';

/** What the first bytes say: a format we read, a kind we know and do not read, or nothing. */
type Sniffed =
  | { readonly type: 'format'; readonly format: SourceFormat }
  | { readonly type: 'unsupported'; readonly kind: string }
  | { readonly type: 'old-office' }
  | { readonly type: 'password' };

/** How much of the head is looked at, in bytes. */
const HEAD = 1024;

/** Zip members that tell what an archive is. */
const ARCHIVES: readonly (readonly [member: string, sniffed: Sniffed])[] = [
  ['word/document', { type: 'format', format: 'docx' }],
  ['OFD.xml', { type: 'unsupported', kind: 'OFD' }],
  ['xl/workbook', { type: 'unsupported', kind: 'XLSX' }],
  ['ppt/presentation', { type: 'unsupported', kind: 'PPTX' }],
  ['application/vnd.oasis.opendocument', { type: 'unsupported', kind: 'OpenDocument' }],
  ['application/epub+zip', { type: 'unsupported', kind: 'EPUB' }],
  ['[Content_Types].xml', { type: 'format', format: 'docx' }],
];

const SIGNATURES: readonly (readonly [head: string, kind: string])[] = [
  ['{\\rtf', 'RTF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', '7z'],
  ['Rar!', 'RAR'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
];

/** Header lines of a message, and among them one that only messages of parts or of a saved page have. */
const MESSAGE =
  /^\s*(?:[A-Za-z][\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,40}?(?:MIME-Version:|Content-Type:[ \t]*multipart\/|Snapshot-Content-Location:)/i;

/** The format by content. Cost: constant, but for zip archives linear in the bytes. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.toString('latin1', 0, HEAD);
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)) return { type: 'format', format: 'pdf' };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return sniffArchive(view);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOffice(view);
  const signature = SIGNATURES.find(([mark]) => head.startsWith(mark));
  if (signature !== undefined) return { type: 'unsupported', kind: signature[1] };
  if (MESSAGE.test(head)) return { type: 'format', format: 'mhtml' };
  return sniffMarkup(head);
}

function sniffArchive(view: Buffer): Sniffed {
  const found = ARCHIVES.find(([member]) => view.includes(member, 0, 'latin1'));
  return found?.[1] ?? { type: 'unsupported', kind: 'ZIP' };
}

/** Names inside OLE files are UTF-16. A DOCX with a password is an OLE file with an EncryptedPackage. */
function sniffOffice(view: Buffer): Sniffed {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  return view.includes(encrypted) ? { type: 'password' } : { type: 'old-office' };
}

function sniffMarkup(head: string): Sniffed | undefined {
  const plain = head.replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/g, '').trimStart();
  const tag =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|meta|title)[\s>]/i;
  if (tag.test(plain)) return { type: 'format', format: 'html' };
  if (/^<\?xml/i.test(plain) && /word\.document|wordml|pkg:package/i.test(plain)) {
    return { type: 'unsupported', kind: 'Word XML' };
  }
  return undefined;
}
