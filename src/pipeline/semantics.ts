/** The user's own model of a run, and what it says of two sides. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OwnVectors } from '../align/index.js';
import type { Cache, Corpus } from '../corpus/index.js';
import type { Side } from '../model/index.js';
import { type Asking, openSemantics, readSemantics, type Semantics } from '../semantics/index.js';
import { configFile } from './config-path.js';

/** What decides how a model is asked. */
export interface ModelSurroundings {
  /** Path of a configuration file; else `duibiao.config.yaml` here or beside the corpus. */
  readonly config?: string | undefined;
  /** Kept vectors alone: no server is asked, no model run. */
  readonly offline?: boolean | undefined;
  /** Holds the key of a server; default: this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The part of a workspace that a model needs. */
interface Place {
  readonly cwd: string;
  readonly corpus: Corpus;
  readonly cache: Cache;
  readonly working: (work: { readonly kind: 'ask' } & Asking) => void;
}

/** The model that `duibiao.config.yaml` names; nothing of it is loaded or asked yet. Errors: `corpus/bad-file`. */
export function configuredSemantics(
  ws: Place,
  { config, offline, env = process.env }: ModelSurroundings,
): Semantics | undefined {
  const { path, shown } = configFile(ws, config);
  if (path === undefined) return undefined;
  const project = dirname(path);
  const setting = readSemantics(readFileSync(path, 'utf8'), shown, project);
  if (setting === undefined) return undefined;
  return openSemantics(setting, {
    env,
    offline,
    cacheFolder: ws.cache.folder,
    asking: (asking) => ws.working({ kind: 'ask', ...asking }),
    remember: rememberIn(ws.cache),
  });
}

function rememberIn(cache: Cache): (key: string, make: () => string) => string {
  return (key, make) => cache.remember('model', () => key, make);
}

/** One vector a sentence of either side, without its section marker. */
export async function ownVectors(
  semantics: Semantics,
  upstream: Side,
  downstream: Side,
): Promise<OwnVectors> {
  const [ups, downs] = [textsOf(upstream), textsOf(downstream)];
  const vectors = await semantics.vectors([...ups, ...downs]);
  return { upstream: vectors.slice(0, ups.length), downstream: vectors.slice(ups.length) };
}

function textsOf({ documents }: Side): string[] {
  return documents.flatMap(({ sentences }) =>
    // A sentence may be its marker alone, and servers refuse an empty text.
    sentences.map(({ text, markerLength }) => text.slice(markerLength).trim() || text),
  );
}
