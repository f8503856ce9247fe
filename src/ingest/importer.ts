import type { SourceFormat, SourceText } from '../model/index.js';
import type { Budget, Meter } from './budget.js';
import type { Damage } from './damage.js';

export interface IngestOptions {
  /** WHATWG label of the text's encoding; found from the bytes when absent. TXT, Markdown, HTML. */
  readonly encoding?: string;
  /** Take the bytes for this format whatever they look like. */
  readonly format?: SourceFormat;
  /** Which paper of a zip archive; absent: the only one. */
  readonly member?: string;
  /** What becomes of tracked changes in a DOCX. Default `accept`. */
  readonly trackChanges?: 'accept' | 'reject';
  /** What reading a file may take, where it is not what `BUDGET` says. */
  readonly budget?: Partial<Budget>;
  /** Where `-` is read from. Default: standard input of the process. */
  readonly stdin?: () => Promise<Uint8Array> | AsyncIterable<Uint8Array | string>;
  /** What earlier runs read of files that are costly to read (PDF, Word, scans …), by their content; plain JSON data. */
  readonly kept?: (key: () => string, make: () => Promise<SourceText>) => Promise<SourceText>;
}

/** What an importer may know besides the bytes. */
export interface ImportContext {
  /** For messages only. */
  readonly path: string;
  readonly encoding?: string;
  readonly trackChanges: 'accept' | 'reject';
  readonly maxBytes: number;
  /** Where what was found is counted: pages, paragraphs and rows, characters. */
  readonly meter: Meter;
  /** Where damage is told that leaves something to read. */
  readonly damage: Damage;
}

/** What an importer finds; path, format and hash are added by `readBytes`. */
export type Imported = Omit<SourceText, 'path' | 'format' | 'sha256'>;

export type Import = (bytes: Uint8Array, context: ImportContext) => Imported | Promise<Imported>;

/** One way from bytes to text. Importers load their libraries only when they run. */
export interface Importer {
  readonly format: SourceFormat;
  /** Lower-case file name endings, with the dot: asked after the content. */
  readonly extensions: readonly string[];
  readonly load: () => Promise<Import>;
}
