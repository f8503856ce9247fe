/** Indexes on disk: a list of files and volumes, and the volumes. Only ever a saving: what is damaged is made again. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { markUsed, writeWhole } from '../../corpus/index.js';
import { openVolume, type Volume, type VolumeParts } from '../../search/index.js';
import { sha256 } from '../../text/index.js';
import type { CorpusText } from './corpus-texts.js';
import { readVolume, readVolumePart, writeVolume } from './volume-file.js';

/** A file as it was when it was indexed. */
export interface ListedText extends CorpusText {
  /** Name of the volume that holds its documents; absent: it could not be read. */
  readonly volume?: string;
}

/** `list.json` of an index. */
export interface IndexList {
  readonly schema: 'duibiao-index/1';
  /** Stands for the program and all data that keys and heads follow from. */
  readonly key: string;
  readonly texts: readonly ListedText[];
}

const LIST = 'list.json';
const VOLUME = /^[0-9a-f]{24}\.vol$/;
/** All indexes together; the longest unused goes first. */
const MOST_BYTES = 4 * 2 ** 30;

/** *Out* absent where there is none, or none of this program and data; `damaged` where there was one. */
export function readList(
  folder: string,
  key: string,
): {
  readonly list: IndexList | undefined;
  readonly damaged: boolean;
  /** Stands for the whole list. */
  readonly check?: string;
} {
  let content: string;
  try {
    content = readFileSync(join(folder, LIST), 'utf8');
  } catch {
    return { list: undefined, damaged: false };
  }
  try {
    const [check, body = ''] = content.split('\n');
    if (check !== sha256(body)) return { list: undefined, damaged: true };
    const list = JSON.parse(body) as IndexList;
    markUsed(join(folder, LIST));
    return { list: list.key === key ? list : undefined, damaged: false, check };
  } catch {
    return { list: undefined, damaged: true };
  }
}

/** *In* with `keys`, their lists alone are read. *Out* absent where it is missing or damaged. */
export function readVolumeIn(
  folder: string,
  name: string,
  keys: Uint32Array | undefined,
): Volume | undefined {
  try {
    const path = join(folder, name);
    const parts = keys === undefined ? readVolume(path) : readVolumePart(path, keys);
    return parts === undefined ? undefined : openVolume(parts);
  } catch {
    return undefined;
  }
}

/** *Out* its name, which follows from what is in it. *Errors*: `cli/unwritable`. */
export function keepVolume(folder: string, parts: VolumeParts): string {
  const bytes = writeVolume(parts);
  const name = `${sha256(bytes).slice(0, 24)}.vol`;
  writeWhole(join(folder, name), bytes);
  return name;
}

/** Write the list, then drop volumes that it has no use for, and whole indexes when there are too many. */
export function keepList(folder: string, list: IndexList): void {
  const body = JSON.stringify(list);
  writeWhole(join(folder, LIST), `${sha256(body)}\n${body}\n`);
  dropStrays(folder, list.texts);
  dropUnused(join(folder, '..'), folder);
}

/** Volumes that no file is in: of earlier lists, and of runs that were killed before they wrote theirs. */
export function dropStrays(folder: string, texts: readonly ListedText[]): void {
  const used = new Set(texts.map(({ volume }) => volume));
  for (const name of namesIn(folder))
    if (VOLUME.test(name) && !used.has(name)) rmSync(join(folder, name), { force: true });
}

function dropUnused(all: string, own: string): void {
  const indexes = namesIn(all).map((name) => {
    const folder = join(all, name);
    const bytes = namesIn(folder).reduce((sum, item) => sum + sizeOf(join(folder, item)), 0);
    return { folder, bytes, used: timeOf(join(folder, LIST)) };
  });
  let total = indexes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { folder, bytes } of indexes.sort((a, b) => a.used - b.used)) {
    if (total <= MOST_BYTES) return;
    if (folder === own) continue;
    rmSync(folder, { recursive: true, force: true });
    total -= bytes;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
