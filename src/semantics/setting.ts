import { resolve } from 'node:path';
import { CONFIG_PARTS, YamlReader } from '../corpus/index.js';
import { phrase } from '../messages/index.js';
import { harmless } from '../text/index.js';

/** An OpenAI-compatible server: `{server: http://127.0.0.1:8080/v1, model: NAME, key: $ENV_NAME}`. */
export interface ServerSetting {
  readonly type: 'server';
  /** Where `/embeddings` follows, without a slash at its end. */
  readonly url: string;
  /** Host and port: what people are told of where texts go. */
  readonly host: string;
  readonly model: string;
  /** Name of the environment variable that holds the key; the key itself never stands in a file. */
  readonly keyName?: string;
}

/** A folder with an ONNX sentence encoder: `{model: ./folder}`. */
export interface FolderSetting {
  readonly type: 'folder';
  readonly folder: string;
  /** As the user wrote it. */
  readonly shown: string;
}

export type SemanticsSetting = ServerSetting | FolderSetting;

const KEYS = ['server', 'model', 'key'] as const;
type Fields = ReadonlyMap<(typeof KEYS)[number], Parameters<YamlReader['fault']>[0]>;

/**
 * Read `semantics:` of `duibiao.config.yaml`.
 *
 * *In* text, path for messages, the folder that a model's path starts from.
 * *Out* absent where the file names no model. *Errors*: `corpus/bad-file` with line and column.
 */
export function readSemantics(
  content: string,
  path: string,
  folder: string,
): SemanticsSetting | undefined {
  const reader = new YamlReader(content, path);
  if (reader.root === null) return undefined;
  const node = reader.fields(reader.root, phrase('part/file'), [], CONFIG_PARTS).get('semantics');
  if (node === undefined || node === null) return undefined;
  const fields = reader.fields(node, phrase('part/semantics'), ['model'], KEYS);
  return fields.has('server') ? readServer(reader, fields) : readFolder(reader, fields, folder);
}

function readFolder(reader: YamlReader, fields: Fields, folder: string): FolderSetting {
  if (fields.has('key'))
    throw reader.fault(
      fields.get('key'),
      phrase('semantics/key-alone'),
      phrase('semantics/key-alone.advice'),
    );
  const shown = modelOf(reader, fields);
  return { type: 'folder', folder: resolve(folder, shown), shown };
}

function readServer(reader: YamlReader, fields: Fields): ServerSetting {
  const url = addressOf(reader, fields);
  const keyName = fields.has('key') ? readKeyName(reader, fields) : undefined;
  return {
    type: 'server',
    url: url.href.replace(/(?<!\/)\/+$/, ''),
    host: url.host,
    model: modelOf(reader, fields),
    ...(keyName !== undefined && { keyName }),
  };
}

/** It is printed as it stands, so nothing in it may move a cursor. */
function modelOf(reader: YamlReader, fields: Fields): string {
  const node = fields.get('model');
  const text = reader.text(node, 'model');
  if (harmless(text) === text) return text;
  throw reader.fault(node, phrase('semantics/control'), phrase('semantics/control.advice'));
}

function addressOf(reader: YamlReader, fields: Fields): URL {
  const node = fields.get('server');
  const text = reader.text(node, 'server');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw reader.fault(node, phrase('semantics/address'), phrase('semantics/address.advice'));
  // A name and a password would be printed with the address.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw reader.fault(
      node,
      phrase('semantics/address-more'),
      phrase('semantics/address-more.advice'),
    );
  return url;
}

/** What was written in place of a name is not repeated: it may be the key. */
function readKeyName(reader: YamlReader, fields: Fields): string {
  const node = fields.get('key');
  const [, name] = /^\$([A-Za-z_]\w*)$/.exec(reader.text(node, 'key')) ?? [];
  if (name === undefined)
    throw reader.fault(node, phrase('semantics/key-name'), phrase('semantics/key-name.advice'));
  return name;
}
