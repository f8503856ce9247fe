import type { Importer } from './importer.js';

/** Every importer there is. The last one takes whatever no other recognises. */
export const IMPORTERS: readonly Importer[] = [
  {
    format: 'pdf',
    extensions: ['.pdf'],
    load: async () => (await import('./pdf/import-pdf.js')).importPdf,
  },
  {
    format: 'docx',
    extensions: ['.docx', '.docm', '.dotx'],
    load: async () => (await import('./docx/import-docx.js')).importDocx,
  },
  {
    format: 'doc',
    extensions: ['.doc', '.wps', '.dot', '.wpt'],
    load: async () => (await import('./doc/import-doc.js')).importDoc,
  },
  {
    format: 'xlsx',
    extensions: ['.xlsx', '.xlsm'],
    load: async () => (await import('./sheets/import-sheets.js')).importXlsx,
  },
  {
    format: 'xls',
    extensions: ['.xls', '.et'],
    load: async () => (await import('./sheets/import-sheets.js')).importXls,
  },
  {
    format: 'ofd',
    extensions: ['.ofd'],
    load: async () => (await import('./ofd/import-ofd.js')).importOfd,
  },
  {
    format: 'rtf',
    extensions: ['.rtf'],
    load: async () => (await import('./rtf/import-rtf.js')).importRtf,
  },
  {
    format: 'odt',
    extensions: ['.odt', '.ott'],
    load: async () => (await import('./odt/import-odt.js')).importOdt,
  },
  {
    format: 'image',
    extensions: ['.png', '.jpg', '.jpeg', '.tif', '.tiff'],
    load: async () => (await import('./ocr/import-image.js')).importImage,
  },
  {
    format: 'html',
    extensions: ['.html', '.htm', '.xhtml', '.shtml'],
    load: async () => (await import('./html/import-html.js')).importHtml,
  },
  {
    format: 'mhtml',
    extensions: ['.mht', '.mhtml'],
    load: async () => (await import('./mhtml/import-mhtml.js')).importMhtml,
  },
  {
    format: 'markdown',
    extensions: ['.md', '.markdown', '.mdown'],
    load: async () => (await import('./markdown/import-markdown.js')).importMarkdown,
  },
  {
    format: 'text',
    extensions: ['.txt', '.text'],
    load: async () => (await import('./plain-text.js')).importPlainText,
  },
];

/** Endings of files that hold papers as text; pictures are read only where one is named. */
export function paperEndings(): readonly string[] {
  return IMPORTERS.filter(({ format }) => format !== 'image').flatMap(
    ({ extensions }) => extensions,
  );
}
