import { join } from 'node:path';
import { contentKey, itemAt, sha256, UserError, valueAt } from '../text/index.js';
import { allows, LEAVE } from './consent.js';
import type { Encoder } from './encoder.js';
import type { Environment } from './find-package.js';
import { folderEncoder, modelHash, type Remember } from './onnx.js';
import { type Patience, serverEncoder } from './server.js';
import type { SemanticsSetting } from './setting.js';
import { NO_STORE, openStore, type VectorStore } from './store.js';
import { normalised } from './vector.js';

/** Texts that are about to go to a model. */
export interface Asking {
  readonly texts: number;
  readonly model: string;
  /** Where to, when they leave this program for a server. */
  readonly host?: string;
}

/** The world as the model's run sees it. */
interface SemanticsRun {
  /** Holds the user's leave to send, the key of a server, and where packages are. */
  readonly env: Environment;
  /** Kept vectors lie below it; absent: none are kept. */
  readonly cacheFolder?: string | undefined;
  /** Kept vectors alone. */
  readonly offline?: boolean | undefined;
  /** Told before any text goes anywhere. */
  readonly asking: (asking: Asking) => void;
  /** Keeps hashes of a model's weights between runs. */
  readonly remember?: Remember;
  readonly patience?: Patience;
}

/** A user's own model. */
export interface Semantics {
  readonly setting: SemanticsSetting;
  /** Equal for equal vectors: the server's address and the model's name, or the content of the folder. */
  readonly identity: () => string;
  /**
   * One vector of length 1 a text, in their order. What is wanted at one time is asked for together.
   *
   * *Errors*: `semantics/…`.
   */
  readonly vectors: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** How many vectors are kept. */
  readonly kept: () => number;
  /** Asks for one short text, past the cache. *Out* how many numbers came. */
  readonly probe: () => Promise<number>;
}

/** Below the cache's own folder. */
const FOLDER = 'vectors';
/** Written to disk in between, so that a run that is broken off has not asked in vain. */
const WRITE_EVERY = 512;
const PROBE = '对标';

/** A model as configured. Nothing is read, loaded or asked before it is wanted. */
export function openSemantics(setting: SemanticsSetting, run: SemanticsRun): Semantics {
  const identity = once(() => identityOf(setting, run));
  const store = once(() =>
    run.cacheFolder === undefined
      ? NO_STORE
      : openStore(join(run.cacheFolder, FOLDER), identity().slice(0, 40)),
  );
  const encoder = once(() => encoderOf(setting, run));
  const known = new Map<string, Float32Array>();
  const learn = async (texts: readonly string[]): Promise<void> => {
    takeKept(
      texts.filter((text) => !known.has(text)),
      store(),
      known,
    );
    const missing = texts.filter((text) => !known.has(text));
    if (missing.length === 0) return;
    if (run.offline === true)
      throw new UserError('semantics/offline', {
        missing: missing.length,
        total: texts.length,
        who: whoOf(setting),
      });
    const asked = { setting, encoder: encoder(), store: store(), run };
    await askFor(missing, asked, known);
  };
  return {
    setting,
    identity,
    vectors: gathering(known, learn),
    kept: () => store().count(),
    probe: async () => {
      const asked = { setting, encoder: encoder(), store: NO_STORE, run };
      const found = new Map<string, Float32Array>();
      await askFor([PROBE], asked, found);
      return valueAt(found, PROBE).length;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function identityOf(setting: SemanticsSetting, { remember }: SemanticsRun): string {
  if (setting.type === 'server') return contentKey('server', setting.url, setting.model);
  return modelHash(setting, remember ?? ((_key, make) => make()));
}

/** The server's host or the folder, as people know it. */
function whoOf(setting: SemanticsSetting): string {
  return setting.type === 'server' ? setting.host : setting.shown;
}

function encoderOf(setting: SemanticsSetting, run: SemanticsRun): Encoder {
  if (setting.type === 'folder') return folderEncoder(setting, run.env);
  const { keyName, host } = setting;
  // Before the key: a configuration from elsewhere must reach neither texts nor keys.
  if (!allows(host, run.env))
    throw new UserError('semantics/not-allowed', { host, variable: LEAVE });
  const key = keyName === undefined ? undefined : run.env[keyName];
  if (keyName !== undefined && (key === undefined || key === ''))
    throw new UserError('semantics/no-key', { name: keyName, host });
  return serverEncoder(setting, key, run.patience);
}

/**
 * Gathers what is wanted at one time, so that several alignments ask once and a person is told one number.
 *
 * A batch is closed when the program next waits for anything.
 */
function gathering(
  known: ReadonlyMap<string, Float32Array>,
  learn: (texts: readonly string[]) => Promise<void>,
): Semantics['vectors'] {
  let open: { readonly texts: Set<string>; readonly learnt: Promise<void> } | undefined;
  let before: Promise<unknown> = Promise.resolve();
  return async (wanted) => {
    if (open === undefined) {
      const texts = new Set<string>();
      const learnt = before.then(() => {
        open = undefined;
        return learn([...texts]);
      });
      // One batch after another: the later may want what the earlier brings, also where that fails.
      before = learnt.catch(() => undefined);
      open = { texts, learnt };
    }
    for (const text of wanted) open.texts.add(text);
    await open.learnt;
    return wanted.map((text) => valueAt(known, text));
  };
}

/** Take over what is kept. */
function takeKept(
  texts: readonly string[],
  store: VectorStore,
  known: Map<string, Float32Array>,
): void {
  const kept = store.read(texts.map(sha256));
  for (const text of texts) {
    const vector = kept.get(sha256(text));
    if (vector !== undefined) known.set(text, vector);
  }
}

interface Asked {
  readonly setting: SemanticsSetting;
  readonly encoder: Encoder;
  readonly store: VectorStore;
  readonly run: SemanticsRun;
}

async function askFor(
  texts: readonly string[],
  { setting, encoder, store, run }: Asked,
  known: Map<string, Float32Array>,
): Promise<void> {
  const host = setting.type === 'server' ? { host: setting.host } : {};
  const model = setting.type === 'server' ? setting.model : setting.shown;
  run.asking({ texts: texts.length, model, ...host });
  // Texts of like length together: a model pads the shorter ones of a batch. The order is the same for the same texts.
  const ordered = [...texts].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  let size = store.dimensions();
  let unwritten = new Map<string, Float32Array>();
  const write = (): void => {
    store.write(unwritten);
    unwritten = new Map();
  };
  try {
    for (let at = 0; at < ordered.length; at += encoder.batch) {
      const batch = ordered.slice(at, at + encoder.batch);
      const found = await encoder.encode(batch);
      for (const [i, text] of batch.entries()) {
        const vector = vectorOf(itemAt(found, i), size, setting, run);
        size = vector.length;
        known.set(text, vector);
        unwritten.set(sha256(text), vector);
      }
      if (unwritten.size >= WRITE_EVERY) write();
    }
  } finally {
    write();
  }
}

/** Errors: `semantics/not-vectors`, `semantics/wrong-size`. */
function vectorOf(
  numbers: ArrayLike<unknown>,
  wanted: number | undefined,
  setting: SemanticsSetting,
  { cacheFolder }: SemanticsRun,
): Float32Array {
  const who = whoOf(setting);
  const vector = normalised(numbers);
  if (vector === undefined) throw new UserError('semantics/not-vectors', { who });
  if (wanted !== undefined && vector.length !== wanted)
    throw new UserError('semantics/wrong-size', {
      who,
      given: vector.length,
      wanted,
      folder: cacheFolder === undefined ? '–' : join(cacheFolder, FOLDER),
    });
  return vector;
}
