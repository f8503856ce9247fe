import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGroups } from './load-pairs.js';
import { digestOf } from './readings.js';

/** What is annotated: names of files (or ends of their paths), and digests of annotated sentences, text by text. */
interface GoldTexts {
  readonly names: readonly string[];
  readonly texts: readonly ReadonlySet<string>[];
}

/** Texts named in a folder's `groups.tsv` and in the readings below it. */
export function goldTexts(folder: string): GoldTexts {
  const groups = join(folder, 'groups.tsv');
  const names = existsSync(groups)
    ? [...readGroups(readFileSync(groups, 'utf8')).values()].flatMap(({ files }) => files)
    : [];
  const readings = join(folder, 'readings');
  const files = existsSync(readings) ? readdirSync(readings).sort() : [];
  const sides = files.flatMap((file) => {
    const { upstream, downstream } = JSON.parse(readFileSync(join(readings, file), 'utf8')) as {
      upstream: Side;
      downstream: Side;
    };
    return [upstream, downstream];
  });
  return {
    names: [...names, ...sides.map(({ file }) => file)].map((name) => name.normalize('NFC')),
    texts: sides.map(({ sentences }) => new Set(sentences.map(({ digest }) => digest))),
  };
}

interface Side {
  readonly file: string;
  readonly sentences: readonly { readonly digest: string }[];
}

/** Share of common sentences from which two texts count as the same document. */
const SAME_DOCUMENT = 0.5;

/** Whether a text is annotated: by its name, or because it is an annotated text under another. */
export function isGold(
  { names, texts }: GoldTexts,
  path: string,
  sentences: readonly string[],
): boolean {
  const plain = path.normalize('NFC').replaceAll('\\', '/');
  if (names.some((name) => plain === name || plain.endsWith(`/${name}`))) return true;
  const digests = new Set(sentences.map(digestOf));
  return texts.some((own) => {
    let shared = 0;
    for (const digest of own) if (digests.has(digest)) shared += 1;
    return shared >= SAME_DOCUMENT * own.size;
  });
}
