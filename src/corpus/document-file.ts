import { type Phrase, phrase } from '../messages/index.js';
import { DOCUMENT_KINDS, type DocumentKind, LEVELS, type Level } from '../model/index.js';
import { itemAt, nearest, UserError } from '../text/index.js';
import {
  isMap,
  isScalar,
  type Pair,
  parseDocument as parseYaml,
  type Scalar,
  type YAMLMap,
  yamlFault,
} from './yaml.js';

/** Where a clean text came from. */
export interface DocumentSource {
  readonly file: string;
  /** 1-based raw lines, first and last. */
  readonly lines: readonly [number, number];
  readonly sha256: string;
}

/** The YAML head of a corpus document. */
export interface DocumentFileHead {
  readonly id: string;
  readonly title: string;
  readonly subtitles?: readonly string[];
  readonly level?: Level;
  /** Code of GB/T 2260. */
  readonly region?: string;
  readonly kind: DocumentKind;
  readonly date?: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly source?: DocumentSource;
  /** `marked`: every line says what it is (`\title …`), and what has no mark is body. */
  readonly lines?: 'marked';
}

interface DocumentFile {
  readonly head: DocumentFileHead;
  /** Offset of the first character after the head. */
  readonly bodyStart: number;
}

const HEAD = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The text begins with a YAML head. */
export function hasHead(text: string): boolean {
  return HEAD.test(text);
}

interface Field {
  readonly required?: true;
  /** What is wrong with the value, and what to do; `undefined`: nothing. */
  readonly check: (value: unknown) => readonly [problem: Phrase, advice: Phrase] | undefined;
}

/** Names that Windows keeps for devices: no file can be called so there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const text: Field['check'] = (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? undefined
    : [phrase('head/text'), phrase('head/text.advice')];

const FIELDS: Readonly<Record<string, Field>> = {
  id: {
    required: true,
    check: (value) =>
      typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value) && !DEVICE.test(value)
        ? undefined
        : [phrase('head/id'), phrase('head/id.advice')],
  },
  title: { required: true, check: text },
  subtitles: {
    check: (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : [phrase('head/list'), phrase('head/list.advice')],
  },
  level: { check: oneOf(LEVELS) },
  region: {
    check: (value) =>
      /^\d{6}$/.test(String(value))
        ? undefined
        : [phrase('head/region'), phrase('head/region.advice')],
  },
  kind: { required: true, check: oneOf(DOCUMENT_KINDS) },
  date: {
    check: (value) =>
      typeof value === 'string' && isDate(value)
        ? undefined
        : [phrase('head/date'), phrase('head/date.advice')],
  },
  issuer: { check: text },
  number: { check: text },
  lines: { check: oneOf(['marked']) },
  source: {
    check: (value) =>
      isSource(value) ? undefined : [phrase('head/source'), phrase('head/source.advice')],
  },
};

/**
 * Read the head of a corpus document.
 *
 * Errors: `corpus/bad-head` with path and line for a head that is not YAML, an unknown or missing
 * field, a wrong value.
 */
export function readDocumentFile(content: string, path: string): DocumentFile {
  const match = HEAD.exec(content);
  if (match === null) {
    throw new UserError('corpus/bad-head', {
      path,
      line: 1,
      problem: phrase('head/none'),
      advice: phrase('head/none.advice'),
    });
  }
  const yaml = match[1] ?? '';
  const document = parseYaml(yaml, { strict: true });
  const lineAt = (offset: number): number => yaml.slice(0, offset).split('\n').length + 1;
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new UserError('corpus/bad-head', {
      path,
      line: lineAt(fault.pos[0]),
      problem: yamlFault(
        fault,
        itemAt(fault.message.split('\n'), 0).replace(/ at line \d[\s\S]*$/, ''),
      ),
      advice: phrase('head/mend.advice'),
    });
  }
  const root = document.contents;
  if (!isMap(root))
    throw new UserError('corpus/bad-head', {
      path,
      line: 1,
      problem: phrase('head/fields'),
      advice: phrase('head/fields.advice'),
    });
  for (const pair of (root as YAMLMap).items as Pair[]) checkField(pair, path, lineAt);
  for (const [name, field] of Object.entries(FIELDS)) {
    if (field.required === true && !root.has(name)) {
      throw new UserError('corpus/bad-head', {
        path,
        line: 1,
        problem: phrase('head/missing', { name }),
        advice: phrase('head/missing.advice', { name }),
      });
    }
  }
  const head = document.toJS() as DocumentFileHead & { region?: string | number };
  return {
    head: { ...head, ...(head.region !== undefined && { region: String(head.region) }) },
    bodyStart: match[0].length,
  };
}

/** Heads are short; this many bytes hold any. */
export const HEAD_BYTES = 16_384;

/** The head as a corpus reads it, which looks at the first bytes only. *Errors*: those of `readDocumentFile`. */
export function readDocumentHead(content: string, path: string): DocumentFileHead {
  const start = Buffer.from(content).subarray(0, HEAD_BYTES).toString('utf8');
  return readDocumentFile(start, path).head;
}

function checkField(pair: Pair, path: string, lineAt: (offset: number) => number): void {
  const key = pair.key as Scalar<string>;
  const line = lineAt(key.range?.[0] ?? 0);
  const name = String(key.value);
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (field === undefined) {
    const [best] = nearest(name, Object.keys(FIELDS));
    const advice =
      best === undefined
        ? phrase('fault/known-fields', { known: Object.keys(FIELDS).join(', ') })
        : phrase('fault/nearest', { nearest: best });
    throw new UserError('corpus/bad-head', {
      path,
      line,
      problem: phrase('fault/field', { name }),
      advice,
    });
  }
  const value = isScalar(pair.value) ? pair.value.value : (pair.value as YAMLMap | null)?.toJSON();
  const wrong = field.check(value);
  if (wrong === undefined) return;
  throw new UserError('corpus/bad-head', {
    path,
    line,
    problem: phrase('head/value', {
      field: name,
      wanted: wrong[0],
      value: JSON.stringify(value),
    }),
    advice: wrong[1],
  });
}

function oneOf(values: readonly string[]): Field['check'] {
  return (value) => {
    if (values.includes(value as string)) return undefined;
    return [
      phrase('head/one-of', { values: values.join(', ') }),
      phrase('fault/nearest', { nearest: nearest(String(value), values)[0] ?? itemAt(values, 0) }),
    ];
  };
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return false;
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(Number(match[1]), month, 0)).getUTCDate()
  );
}

function isSource(value: unknown): boolean {
  const source = value as Partial<DocumentSource> | null;
  return (
    typeof source === 'object' &&
    source !== null &&
    typeof source.file === 'string' &&
    Array.isArray(source.lines) &&
    source.lines.length === 2 &&
    source.lines.every((line) => Number.isInteger(line) && line >= 1) &&
    typeof source.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(source.sha256)
  );
}
