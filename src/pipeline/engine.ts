/** The engine of a corpus: the shipped one, or what stands in its stead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Background,
  type Concepts,
  type Engine,
  type EngineManifest,
  parseBackground,
  parseConcepts,
  parseEngine,
  parseManifest,
} from '../align/index.js';
import { type Corpus, engineFolder, ownLexiconBytes } from '../corpus/index.js';
import { contentKey, keptByKey, UserError } from '../text/index.js';
import { once } from './once.js';

/**
 * Raised with every change of the engine's code that may change a link and leaves its components as they are: those, and all it
 * was fitted and trained with, are in the manifest's version.
 */
export const ENGINE_CODE = 8;

/** What an engine is made of, its larger files not read yet. */
export interface EngineSource {
  readonly manifest: EngineManifest;
  /** Equal for equal engines. */
  readonly key: string;
  readonly read: () => Engine;
  /** Its list of concepts alone, which is an eighth of it. */
  readonly concepts: () => Concepts;
}

/** A corpus's own `lexicon/background.bin` and `lexicon/concepts.txt` stand in the stead of the engine's. */
export function engineOf(corpus?: Corpus): EngineSource {
  const { path, shown } = engineFolder(corpus);
  const manifest = parseManifest(readFileSync(join(path, 'manifest.json'), 'utf8'), shown);
  const background = corpus && ownLexiconBytes(corpus, 'background.bin');
  const own = corpus && ownLexiconBytes(corpus, 'concepts.txt');
  const concepts = once(() =>
    own === undefined
      ? conceptsIn(readFileSync(join(path, 'concepts.txt'), 'utf8'), `${shown}/concepts.txt`)
      : conceptsIn(Buffer.from(own.content).toString('utf8'), own.path),
  );
  return {
    concepts,
    manifest,
    key: contentKey(manifest.version, background?.content ?? '', own?.content ?? ''),
    read: once(() => {
      const file = (name: string): Buffer => readFileSync(join(path, name));
      const engine = parseEngine(
        manifest,
        {
          'parameters.json': file('parameters.json').toString('utf8'),
          'background.bin': file('background.bin'),
          'concepts.txt': file('concepts.txt').toString('utf8'),
        },
        shown,
      );
      return {
        ...engine,
        ...(background !== undefined && { background: ownBackground(background) }),
        ...(own !== undefined && { concepts: concepts() }),
      };
    }),
  };
}

const lists = keptByKey<Concepts>(2);

function conceptsIn(text: string, path: string): Concepts {
  return lists(contentKey(text, path), () => parseConcepts(text, path));
}

const backgrounds = keptByKey<Background>(1);

/** Errors: `engine/damaged` for a file that is cut short or none. */
function ownBackground({ path, content }: { path: string; content: Uint8Array }): Background {
  try {
    return backgrounds(contentKey(content), () => parseBackground(content));
  } catch (error) {
    throw new UserError('engine/damaged', { path }, { cause: error });
  }
}

/**
 * The engine that comes with the program: what `align` needs beside the two sides.
 *
 * @example
 * const engine = shippedEngine();
 * const alignment = align(await readSide(ws, 'hubei'), await readSide(ws, 'wuhan'), engine);
 */
export const shippedEngine: () => Engine = once(() => engineOf().read());
