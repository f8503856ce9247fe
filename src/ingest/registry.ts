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
