import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { phrase } from '../messages/index.js';
import { contentKey, harmless, sha256, UserError } from '../text/index.js';
import type { Encoder } from './encoder.js';
import { type Environment, findPackage } from './find-package.js';
import type { FolderSetting } from './setting.js';

const PACKAGE = '@huggingface/transformers';
/** Sentences of like length are run together; more at once gains little on a processor. */
const BATCH = 32;

/** Which file of the folder is run: the precision that is most exact. */
const FILES = [
  ['model.onnx', 'fp32'],
  ['model_fp16.onnx', 'fp16'],
  ['model_quantized.onnx', 'q8'],
  ['model_int8.onnx', 'int8'],
  ['model_uint8.onnx', 'uint8'],
  ['model_q4.onnx', 'q4'],
] as const;

interface ModelFile {
  readonly path: string;
  /** Folder inside the model's. */
  readonly subfolder: string;
  readonly dtype: string;
}

/** The part of the package that is used. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean };
  readonly pipeline: (
    task: 'feature-extraction',
    model: string,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<Extract>;
}

type Extract = (
  texts: readonly string[],
  options: { readonly pooling: string; readonly normalize: boolean },
) => Promise<{ readonly tolist: () => readonly (readonly number[])[] }>;

/** Keeps what is costly to make under a key. */
export type Remember = (key: string, make: () => string) => string;

/**
 * What names the model, by content: its weights, configuration and tokenizer. Equal on every machine.
 *
 * *Cost* reads the whole model where `remember` does not know its files by size and time. *Errors*: `semantics/no-model`.
 */
export function modelHash(setting: FolderSetting, remember: Remember): string {
  const { path } = modelFile(setting);
  const small = ['config.json', 'tokenizer.json', 'tokenizer_config.json', POOLING]
    .map((name) => join(setting.folder, name))
    .map((file) => (existsSync(file) ? sha256(readFileSync(file)) : ''));
  const weights = [path, `${path}_data`].filter(existsSync).map((file) => {
    const { size, mtimeMs } = statSync(file);
    return remember(`${file} ${size} ${mtimeMs}`, () => fileHash(file));
  });
  return contentKey('folder', ...small, ...weights);
}

const CHUNK = 2 ** 22;

/** SHA-256 of a file that may be larger than memory. */
function fileHash(path: string): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes))
      hash.update(bytes.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function modelFile({ folder, shown }: FolderSetting): ModelFile {
  for (const subfolder of ['onnx', ''])
    for (const [name, dtype] of FILES) {
      const path = join(folder, subfolder, name);
      if (existsSync(path)) return { path, subfolder, dtype };
    }
  throw new UserError('semantics/no-model', { path: shown });
}

/**
 * Run a folder's encoder with the user's own `@huggingface/transformers`, loaded with the first texts.
 *
 * *Errors*: `semantics/no-package`, `no-model`, `bad-model`.
 */
export function folderEncoder(setting: FolderSetting, env: Environment): Encoder {
  let extract: Promise<Extract> | undefined;
  const pooling = poolingOf(setting);
  return {
    batch: BATCH,
    encode: async (texts) => {
      extract ??= load(setting, env);
      const run = await extract;
      const found = await modelErrors(setting, () => run(texts, { pooling, normalize: true }));
      const vectors = found.tolist();
      if (vectors.length !== texts.length)
        throw new UserError('semantics/wrong-count', {
          who: setting.shown,
          asked: texts.length,
          given: vectors.length,
        });
      return vectors;
    },
  };
}

async function load(setting: FolderSetting, env: Environment): Promise<Extract> {
  const { path, subfolder, dtype } = modelFile(setting);
  const entry = findPackage(PACKAGE, env);
  if (entry === undefined) throw new UserError('semantics/no-package', { path: setting.shown });
  return modelErrors(setting, async () => {
    const loaded = (await import(pathToFileURL(entry).href)) as Partial<Transformers> & {
      readonly default?: Transformers;
    };
    const { env: settings, pipeline } = (loaded.default ?? loaded) as Transformers;
    // What the folder lacks is missing, not fetched.
    settings.allowRemoteModels = false;
    return pipeline('feature-extraction', setting.folder, {
      dtype,
      subfolder,
      local_files_only: true,
      // Weights above 2 GB stand in a file of their own.
      ...(existsSync(`${path}_data`) && { use_external_data_format: true }),
    });
  });
}

/** What the package throws is about the user's model. */
async function modelErrors<Value>(
  { shown }: FolderSetting,
  make: () => Promise<Value>,
): Promise<Value> {
  try {
    return await make();
  } catch (error) {
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UserError(
      'semantics/bad-model',
      {
        path: shown,
        problem: phrase('semantics/runtime', { text: harmless(problem).slice(0, 300) }),
      },
      { cause: error },
    );
  }
}

/** Where sentence-transformers writes how a sentence is made of its tokens. */
const POOLING = '1_Pooling/config.json';

/** The first token where the model says so (BGE), else the mean of all tokens. */
function poolingOf({ folder }: FolderSetting): 'mean' | 'cls' {
  try {
    const text = readFileSync(join(folder, POOLING), 'utf8');
    return (JSON.parse(text) as Record<string, unknown>).pooling_mode_cls_token === true
      ? 'cls'
      : 'mean';
  } catch {
    return 'mean';
  }
}
