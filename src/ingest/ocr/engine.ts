import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Meter, watched } from '../budget.js';

/** One line as the recogniser sees it: corners in pixels, clockwise from the top left. */
export interface RecognisedLine {
  readonly text: string;
  /** How sure the recogniser is of it, 0 to 1. */
  readonly mean: number;
  readonly box?: readonly (readonly [x: number, y: number])[];
}

/** Finds and reads the lines of a picture (PNG or JPEG). */
interface OcrEngine {
  readonly detect: (picture: Uint8Array) => Promise<readonly RecognisedLine[]>;
}

/** What has to be installed: exact versions, as measured (src/decisions/0058). */
export const OCR_PACKAGE = '@gutenye/ocr-node@1.4.8';

/**
 * The recogniser, where it is installed: PaddleOCR's models, which its packages bring, so that nothing
 * is fetched and no text leaves the machine. `undefined` where it is not.
 *
 * `DUIBIAO_OCR` names another module of the same shape; `none` recognises nothing.
 */
export async function openEngine(): Promise<OcrEngine | undefined> {
  const name = engineName();
  if (name === undefined) return undefined;
  const module = await optional<{ default: { create: () => Promise<OcrEngine> } }>(name);
  return module?.default.create();
}

function engineName(): string | undefined {
  const name = process.env.DUIBIAO_OCR ?? '@gutenye/ocr-node';
  return name === 'none' || name === '' ? undefined : name;
}

/**
 * What scans are read with, by name and version: another one may read them otherwise.
 *
 * *Out* absent for a module named by its address, whose content nobody vouches for.
 */
export function recogniserKey(): string | undefined {
  const name = engineName();
  if (name === undefined) return 'none';
  if (name.startsWith('file:')) return undefined;
  const described = descriptionOf(name);
  return described === undefined ? 'none' : `${name} ${readFileSync(described, 'utf8')}`;
}

/** A page takes 5 to 15 seconds on a quiet machine; on one with ten times the work it can do, more than a minute. */
const SECONDS_A_PAGE = 180;

/** What models and runtime may take while they work: a scan of four pages at 200 dpi took more than 1 GB. */
export const RECOGNISER = { memory: 2 * 2 ** 30 };

/** The lines of a page, within a time of its own. *Errors*: `ingest/over-budget`. */
export async function recognise(
  engine: OcrEngine,
  picture: Uint8Array,
  meter: Meter,
): Promise<readonly RecognisedLine[]> {
  meter.spend('pages', 1);
  meter.allow({ seconds: SECONDS_A_PAGE });
  const lines = await watched(meter, engine.detect(picture));
  for (const { text } of lines) meter.spend('characters', text.length);
  return lines;
}

/** A package that need not be there: looked for before it is loaded, since loaders word its absence each in their way. */
export async function optional<Module>(name: string): Promise<Module | undefined> {
  // A module named by its address is no package: nobody wants that to be passed over.
  if (descriptionOf(name) === undefined && !name.startsWith('file:')) return undefined;
  return (await import(name)) as Module;
}

/** Where an installed package is described. */
function descriptionOf(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name, 'package.json')).find(existsSync);
}
