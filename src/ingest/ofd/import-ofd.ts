import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { readLines } from '../pdf/lines.js';
import type { Page } from '../pdf/roles.js';
import { pageRemarks, rejectWithoutMeaning, writePages } from '../pdf/write-pages.js';
import { openOfd } from './package.js';
import { readOfdPage } from './page.js';

/**
 * The printed lines of an OFD (GB/T 33190) as text, one line each, with pages, edges and roles.
 *
 * Errors: `UserError` for damage, passwords, zip bombs and pages without text. Cost: linear.
 */
export function importOfd(bytes: Uint8Array, context: ImportContext): Imported {
  const { path, meter } = context;
  const ofd = openOfd(bytes, context);
  const counts: Record<string, number> = {};
  const count = (kind: string, by = 1): void => {
    if (by > 0) counts[kind] = (counts[kind] ?? 0) + by;
  };
  meter.reach('pages', ofd.pages.length);
  const pages = ofd.pages.map((part, i): Page => {
    const content = readOfdPage(ofd, part, path, count);
    for (const { text } of content.fragments) meter.spend('characters', text.length);
    meter.check();
    count('turned-text', content.turned);
    count('doubled-text', content.doubled);
    const { width, height } = content;
    const { lines, blanks } = readLines(content);
    count('blank', blanks);
    return { number: i + 1, width, height, lines };
  });
  if (pages.every(({ lines }) => lines.length === 0))
    throw new UserError('ingest/ofd-no-text', { path, pages: pages.length });
  rejectWithoutMeaning(pages, path);
  return {
    encoding: 'binary',
    layout: 'wrapped',
    counts,
    ...writePages(pages),
    diagnostics: pageRemarks(pages, counts),
  };
}
