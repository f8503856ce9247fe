import { DOCUMENT_KINDS, type DocumentKind, LEVELS, type Level } from '../model/index.js';
import { itemAt, nearest, UserError } from '../text/index.js';
import {
  isMap,
  isScalar,
  type Pair,
  parseDocument as parseYaml,
  type Scalar,
  type YAMLMap,
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
  readonly check: (value: unknown) => readonly [problem: string, advice: string] | undefined;
}

const text: Field['check'] = (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? undefined
    : ['it wants text', 'Give a text that is not empty.'];

const FIELDS: Readonly<Record<string, Field>> = {
  id: {
    required: true,
    check: (value) =>
      typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value)
        ? undefined
        : [
            'an id is made of lower-case letters, digits and "-"',
            'Example: id: hubei-proposal-2020',
          ],
  },
  title: { required: true, check: text },
  subtitles: {
    check: (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : ['it wants a list of texts', 'Example: subtitles: [一行副题]'],
  },
  level: { check: oneOf(LEVELS) },
  region: {
    check: (value) =>
      /^\d{6}$/.test(String(value))
        ? undefined
        : ['a region is a code of GB/T 2260, six digits', "Example: region: '420000' (Hubei)"],
  },
  kind: { required: true, check: oneOf(DOCUMENT_KINDS) },
  date: {
    check: (value) =>
      typeof value === 'string' && isDate(value)
        ? undefined
        : [
            'a date is written 2020-12-02',
            "Example: date: '2020-12-02'; '2020-12' and '2020' work too.",
          ],
  },
  issuer: { check: text },
  number: { check: text },
  source: {
    check: (value) =>
      isSource(value)
        ? undefined
        : [
            'it wants file, lines [first, last] and sha256',
            'Example: source: { file: a.txt, lines: [1, 20], sha256: … }',
          ],
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
      problem: 'there is none',
      advice: 'A corpus document begins with "---", a YAML head (id, title, kind …) and "---".',
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
      problem: itemAt(fault.message.split('\n'), 0).replace(/ at line \d+.*$/, ''),
      advice: 'Mend the YAML between the two "---" lines.',
    });
  }
  const root = document.contents;
  if (!isMap(root))
    throw new UserError('corpus/bad-head', {
      path,
      line: 1,
      problem: 'it wants fields such as "id: …"',
      advice: 'See "duibiao corpus show ID" for a head to copy.',
    });
  for (const pair of (root as YAMLMap).items as Pair[]) checkField(pair, path, lineAt);
  for (const [name, field] of Object.entries(FIELDS)) {
    if (field.required === true && !root.has(name)) {
      throw new UserError('corpus/bad-head', {
        path,
        line: 1,
        problem: `the field "${name}" is missing`,
        advice: `Add a line "${name}: …".`,
      });
    }
  }
  const head = document.toJS() as DocumentFileHead & { region?: string | number };
  return {
    head: { ...head, ...(head.region !== undefined && { region: String(head.region) }) },
    bodyStart: match[0].length,
  };
}

function checkField(pair: Pair, path: string, lineAt: (offset: number) => number): void {
  const key = pair.key as Scalar<string>;
  const line = lineAt(key.range?.[0] ?? 0);
  const field = FIELDS[String(key.value)];
  if (field === undefined) {
    const [best] = nearest(String(key.value), Object.keys(FIELDS));
    const advice =
      best === undefined
        ? `Known fields: ${Object.keys(FIELDS).join(', ')}.`
        : `Did you mean "${best}"?`;
    throw new UserError('corpus/bad-head', {
      path,
      line,
      problem: `unknown field "${key.value}"`,
      advice,
    });
  }
  const value = isScalar(pair.value) ? pair.value.value : (pair.value as YAMLMap | null)?.toJSON();
  const wrong = field.check(value);
  if (wrong === undefined) return;
  throw new UserError('corpus/bad-head', {
    path,
    line,
    problem: `${key.value}: ${wrong[0]}, not ${JSON.stringify(value)}`,
    advice: wrong[1],
  });
}

function oneOf(values: readonly string[]): Field['check'] {
  return (value) => {
    if (values.includes(value as string)) return undefined;
    return [
      `it wants one of ${values.join(', ')}`,
      `Did you mean "${nearest(String(value), values)[0] ?? values[0]}"?`,
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
