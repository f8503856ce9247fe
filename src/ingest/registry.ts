import type { Importer } from './importer.js';

/** Every importer there is. The last one takes whatever no other recognises. */
export const IMPORTERS: readonly Importer[] = [
  {
    format: 'text',
    extensions: ['.txt', '.text'],
    load: async () => (await import('./plain-text.js')).importPlainText,
  },
];
