import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AlignmentGold, type GoldSide, loadGoldChecks } from '../evaluate/index.js';
import type { Side } from '../model/index.js';
import { openWorkspace, readSide } from '../pipeline/index.js';

/** A text by the name of its file, in any folder, and its sentences by digests. */
interface ReadingSide {
  readonly file: string;
  readonly sentences: readonly {
    readonly id: string;
    readonly section: string;
    readonly digest: string;
  }[];
}

/**
 * Annotated links without the texts (`gold.readings/1`): sentences are named by digests, so that annotations of texts that
 * are not ours to ship can be shipped, and used by whoever has the texts.
 */
async function parseReadings(value: unknown) {
  const { annotatedLinks } = await loadGoldChecks();
  const side = z.object({
    file: z.string(),
    sentences: z.array(z.object({ id: z.string(), section: z.string(), digest: z.string() })),
  });
  return z
    .object({
      schema: z.literal('gold.readings/1'),
      annotators: z.number().int().positive(),
      upstream: side,
      downstream: side,
      ...annotatedLinks,
    })
    .parse(value);
}

export function isReadings(value: unknown): boolean {
  return (value as { schema?: unknown } | null)?.schema === 'gold.readings/1';
}

/** What stands for a sentence: 16 hexadecimal digits of the SHA-256 of its letters, ideographs and digits. */
export function digestOf(text: string): string {
  const letters = text.normalize('NFKC').replace(/[^0-9A-Za-z\p{Script=Han}〇]/gu, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, 16);
}

/** Annotated links with their texts, and the documents as the parser reads them. */
interface WithTexts {
  readonly gold: AlignmentGold;
  readonly upstream: Side;
  readonly downstream: Side;
}

/**
 * Annotated links with their texts, found below some folders.
 *
 * *Out* absent where a text is missing, or where the parser no longer cuts most of it as it was annotated; sentences that are
 * not found again are left out with their links.
 */
export async function withTexts(
  value: unknown,
  folders: readonly string[],
): Promise<WithTexts | undefined> {
  const read = await parseReadings(value);
  const upstream = await sideWithTexts(read.upstream, folders);
  const downstream = await sideWithTexts(read.downstream, folders);
  if (upstream === undefined || downstream === undefined) return undefined;
  const known = ({ gold }: { gold: GoldSide }): Set<string> =>
    new Set(gold.sentences.map(({ id }) => id));
  const [ups, downs] = [known(upstream), known(downstream)];
  const gold: AlignmentGold = {
    schema: 'gold.alignment/1',
    annotators: read.annotators,
    upstream: upstream.gold,
    downstream: downstream.gold,
    scope: read.scope,
    sections: read.sections,
    sentences: read.sentences.filter((l) => ups.has(l.upstream) && downs.has(l.downstream)),
  };
  return { gold, upstream: upstream.side, downstream: downstream.side };
}

/** Of a text's sentences at least this share must be found again. */
const ENOUGH = 0.9;

async function sideWithTexts(
  own: ReadingSide,
  folders: readonly string[],
): Promise<{ readonly gold: GoldSide; readonly side: Side } | undefined> {
  const side = await readText(own.file, folders);
  if (side === undefined) return undefined;
  const texts = new Map(
    side.documents.flatMap(({ sentences }) =>
      sentences.map(({ text }) => [digestOf(text), text] as const),
    ),
  );
  const sentences = own.sentences.flatMap(({ id, section, digest }) => {
    const text = texts.get(digest);
    return text === undefined ? [] : [{ id, section, text }];
  });
  if (sentences.length < ENOUGH * own.sentences.length) return undefined;
  return { gold: { id: own.file.replace(/\.[a-z]+$/iu, ''), sentences }, side };
}

/** The document in a file of this name in any of the folders. */
export async function readText(
  file: string,
  folders: readonly string[],
): Promise<Side | undefined> {
  const path = folders.map((folder) => findFile(folder, file)).find((found) => found !== undefined);
  return path === undefined ? undefined : readSide(openWorkspace(process.cwd()), path);
}

/** By its name, or by the end of its path where names stand in several folders (`guangxi/city.txt`). */
function findFile(folder: string, name: string): string | undefined {
  const files = filesBelow(folder);
  const file = name.normalize('NFC');
  if (!file.includes('/')) return files.get(file);
  return [...files.values()].find((path) => path.normalize('NFC').endsWith(`/${file}`));
}

const FILES = new Map<string, ReadonlyMap<string, string>>();

/** Paths by what `findFile` asks for: file names, and the paths themselves. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const known = FILES.get(folder);
  if (known !== undefined) return known;
  const files = new Map<string, string>();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const name = entry.name.normalize('NFC');
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!files.has(name)) files.set(name, path);
    files.set(path, path);
  }
  FILES.set(folder, files);
  return files;
}
