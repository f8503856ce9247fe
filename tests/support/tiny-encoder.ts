import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A real sentence encoder, as small as one can be: a token's vector is looked up, nothing more.
 *
 * The folder is laid out as model hubs do it (`config.json`, `tokenizer.json`, `onnx/model.onnx`); the ONNX file is written
 * here byte by byte, so that no tool is needed to make it.
 */
interface TinyEncoder {
  readonly folder: string;
  /** The mean of the vectors of a text's tokens, at length 1: what the model must give. */
  readonly mean: (text: string) => number[];
  /** The vector of the first token (`[CLS]`), the same for every text. */
  readonly first: () => number[];
}

const SIZE = 16;
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

/** Write an encoder that knows the characters of these texts. */
export function writeTinyEncoder(folder: string, texts: readonly string[]): TinyEncoder {
  const vocabulary = [...SPECIAL, ...[...new Set(texts.join(''))].sort()];
  const table = vocabulary.map((_, token) => tokenVector(token));
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', {
    model_type: 'bert',
    architectures: ['BertModel'],
    vocab_size: vocabulary.length,
    hidden_size: SIZE,
  });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 512,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  });
  json('tokenizer.json', tokenizerOf(vocabulary));
  writeFileSync(join(folder, 'onnx/model.onnx'), modelBytes(table));
  const vectorOf = (token: string): number[] =>
    table[Math.max(1, vocabulary.indexOf(token))] ?? tokenVector(1);
  return {
    folder,
    mean: (text) => {
      const rows = ['[CLS]', ...text, '[SEP]'].map(vectorOf);
      return unit(tokenVector(0).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0)));
    },
    first: () => unit(vectorOf('[CLS]')),
  };
}

/** Numbers that look random and are the same everywhere. */
function tokenVector(token: number): number[] {
  return Array.from({ length: SIZE }, (_, i) =>
    Math.fround(Math.sin(token * 12.9898 + i * 78.233)),
  );
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function tokenizerOf(vocabulary: readonly string[]) {
  const special = (content: string, id: number) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: false,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: ['[CLS]', 'A', '[SEP]'].map((id) =>
        id === 'A' ? { Sequence: { id, type_id: 0 } } : { SpecialToken: { id, type_id: 0 } },
      ),
      pair: [],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [SPECIAL.indexOf(id)], tokens: [id] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
}

/** Kinds of elements, as ONNX numbers them. */
const FLOAT = 1;
const INT64 = 7;

/** `last_hidden_state = Gather(embedding, input_ids)`, as a protobuf `ModelProto`. */
function modelBytes(table: readonly (readonly number[])[]): Buffer {
  const weights = message(
    varint(1, table.length),
    varint(1, SIZE),
    varint(2, FLOAT),
    bytes(8, 'embedding'),
    bytes(9, Buffer.from(Float32Array.from(table.flat()).buffer)),
  );
  const node = message(
    bytes(1, 'embedding'),
    bytes(1, 'input_ids'),
    bytes(2, 'last_hidden_state'),
    bytes(3, 'lookup'),
    bytes(4, 'Gather'),
  );
  const graph = message(
    bytes(1, node),
    bytes(2, 'tiny'),
    bytes(5, weights),
    bytes(11, value('input_ids', INT64, ['batch', 'length'])),
    bytes(11, value('attention_mask', INT64, ['batch', 'length'])),
    bytes(12, value('last_hidden_state', FLOAT, ['batch', 'length', SIZE])),
  );
  const opset = message(bytes(1, ''), varint(2, 13));
  return message(varint(1, 8), bytes(2, 'duibiao tests'), bytes(7, graph), bytes(8, opset));
}

function value(name: string, kind: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((size) =>
    bytes(1, typeof size === 'number' ? varint(1, size) : bytes(2, size)),
  );
  const tensor = message(varint(1, kind), bytes(2, message(...dimensions)));
  return message(bytes(1, name), bytes(2, message(bytes(1, tensor))));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function varint(field: number, number: number): Buffer {
  return Buffer.from([...digits(field * 8), ...digits(number)]);
}

function bytes(field: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string);
  return Buffer.concat([Buffer.from([...digits(field * 8 + 2), ...digits(body.length)]), body]);
}

/** A number in groups of seven bits, lowest first. */
function digits(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...digits(Math.floor(number / 128))];
}
