import { UserError } from '../../text/index.js';
import { type Archive, openArchive } from '../archive.js';
import type { Damage } from '../damage.js';
import type { ImportContext } from '../importer.js';
import { type Attributes, readXml } from '../xml.js';

/** Where the pages of an OFD lie. Source: GB/T 33190-2016, 7. */
export interface OfdPages {
  readonly archive: Archive;
  readonly damage: Damage;
  /** Parts of the pages, in order. */
  readonly pages: readonly string[];
  /** Parts of the templates, by document and id. */
  readonly templates: ReadonlyMap<string, string>;
  /** Box of pages that state none. */
  readonly box: string;
}

/**
 * Open an OFD and list its pages, document by document.
 *
 * Errors: `UserError` for damage, passwords and zip bombs.
 */
export function openOfd(bytes: Uint8Array, context: ImportContext): OfdPages {
  const { path } = context;
  const archive = withPlainNames(
    openArchive(bytes, context, (name) => /\.xml$/i.test(name) || /decryptseed/i.test(name)),
  );
  // Source: GM/T 0099-2020: what is locked has a list of its locked parts.
  const locked = archive.names.some((name) =>
    /(?:^|\/)(?:Encryptions\.xml|decryptseed)/i.test(name),
  );
  if (locked) throw new UserError('ingest/password', { path });
  const roots: string[] = [];
  const captured = (name: string, found: (text: string) => void) => captureText(name, found);
  read(
    archive,
    'OFD.xml',
    path,
    captured('DocRoot', (text) => roots.push(text)),
  );
  const pages: string[] = [];
  const templates = new Map<string, string>();
  let box = '';
  for (const root of roots) {
    const part = resolvePart('', root);
    const boxes = captureText('PhysicalBox', (text) => {
      box = text;
    });
    read(archive, part, path, {
      ...boxes,
      open(name, attributes) {
        boxes.open(name, attributes);
        const { BaseLoc, ID } = attributes;
        if (BaseLoc === undefined) {
          // A page without a place would be passed over.
          if (name === 'Page' || name === 'TemplatePage') context.damage.part(part);
          return;
        }
        if (name === 'Page') pages.push(resolvePart(part, BaseLoc));
        else if (name === 'TemplatePage')
          templates.set(`${folderOf(part)} ${ID}`, resolvePart(part, BaseLoc));
      },
    });
  }
  return { archive, damage: context.damage, pages, templates, box };
}

/** An archive whose parts are found by their plain names too. */
function withPlainNames(archive: Archive): Archive {
  const byPlain = new Map(archive.names.map((name) => [plainName(name), name]));
  const known = (name: string): string =>
    archive.has(name) ? name : (byPlain.get(plainName(name)) ?? name);
  return {
    names: archive.names,
    has: (name) => archive.has(known(name)),
    get: (name) => archive.get(known(name)),
    unchecked: (name) => archive.unchecked(known(name)),
  };
}

/** A name as writers mean it, whose packers spell `Doc_0\document.xml` or `Page%201` otherwise than what names the part. */
function plainName(name: string): string {
  const slashed = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
  try {
    return decodeURIComponent(slashed);
  } catch {
    return slashed;
  }
}

interface Handler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The text of each element of a name. */
export function captureText(wanted: string, found: (text: string) => void): Handler {
  let text: string | undefined;
  return {
    open(name) {
      if (name === wanted) text = '';
    },
    close(name) {
      if (name !== wanted || text === undefined) return;
      found(text.trim());
      text = undefined;
    },
    text(piece) {
      if (text !== undefined) text += piece;
    },
  };
}

/** Read one part. Errors: `ingest/ofd-broken` where it is missing. */
export function read(archive: Archive, part: string, path: string, handler: Handler): void {
  const bytes = archive.get(part);
  if (bytes === undefined) throw new UserError('ingest/ofd-broken', { path, part });
  readXml(bytes, part, path, handler);
}

/** A place beside the part that names it, or from the root. */
function resolvePart(from: string, named: string): string {
  const to = named.replaceAll('\\', '/');
  if (to.startsWith('/')) return to.slice(1);
  const steps: string[] = [];
  for (const step of `${folderOf(from)}${to}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** The template that a page of this part names. */
export function templateOf({ templates }: OfdPages, page: string, id: string): string | undefined {
  for (const [key, part] of templates) {
    const [folder = '', own] = key.split(' ');
    if (own === id && page.startsWith(folder)) return part;
  }
  return undefined;
}
