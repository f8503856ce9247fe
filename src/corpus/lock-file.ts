import { type Phrase, phrase } from '../messages/index.js';
import { itemAt, UserError } from '../text/index.js';

/** A sentence link in the lock: keys `<document>#<print>`. */
export interface LockLink {
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly relation: 'verbatim' | 'adapted' | 'paraphrased';
}

/** A sentence in the lock: `<print> <opening words>`, then where it has numbers these and its length, each after a tab. */
export interface LockUnit {
  readonly print: string;
  readonly text?: string;
  readonly numbers?: readonly string[];
  readonly size?: number;
}

/** Something the corpus is measured with in the lock: `<kind> <print> <name>`. */
export interface LockYardstick {
  readonly kind: 'engine' | 'decisions' | 'lexicon' | 'theme';
  readonly name: string;
  readonly print: string;
}

/** `duibiao.lock`: what was accepted, by content. */
export interface LockFile {
  /** Names parameters, word lists and themes; links of another engine are not compared. */
  readonly engine: string;
  /** Absent in locks of earlier versions, which cannot tell what is measured otherwise. */
  readonly yardstick?: readonly LockYardstick[];
  /** Fingerprints of findings that are known. */
  readonly findings: readonly string[];
  readonly documents: readonly {
    readonly id: string;
    readonly path: string;
    readonly units: readonly LockUnit[];
    /** Sentences with figures alone: the document is compared with nothing. */
    readonly only?: 'figures';
  }[];
  readonly pairs: readonly {
    readonly upstream: { readonly name: string; readonly documents: readonly string[] };
    readonly downstream: { readonly name: string; readonly documents: readonly string[] };
    readonly links: readonly LockLink[];
    readonly coverage: readonly {
      readonly theme: string;
      readonly units: number;
      readonly covered: number;
    }[];
  }[];
}

const SCHEMA = 'duibiao.lock/1';

/** Opening characters of each sentence that are kept: enough to say in a review which one it is. */
const KEPT = 16;

/**
 * The lock as text: JSON with one link or sentence a line, sorted, so that a review shows what changed.
 */
export function lockText(lock: LockFile): string {
  return `${JSON.stringify(
    {
      schema: SCHEMA,
      engine: lock.engine,
      ...(lock.yardstick !== undefined && {
        yardstick: lock.yardstick.map(({ kind, name, print }) => `${kind} ${print} ${name}`).sort(),
      }),
      findings: [...lock.findings].sort(),
      documents: lock.documents.map(({ id, path, only, units }) => ({
        id,
        path,
        ...(only !== undefined && { only }),
        units: units.map(unitText),
      })),
      pairs: lock.pairs.map(({ upstream, downstream, links, coverage }) => ({
        upstream: { name: upstream.name, documents: upstream.documents },
        downstream: { name: downstream.name, documents: downstream.documents },
        coverage: coverage.map(({ theme, units, covered }) => `${theme} ${covered}/${units}`),
        links: links.map(
          (link) => `${link.relation} ${link.upstream.join(' ')} > ${link.downstream.join(' ')}`,
        ),
      })),
    },
    null,
    1,
  )}\n`;
}

function unitText({ print, text = '', numbers = [], size }: LockUnit): string {
  const opening = [...text].slice(0, KEPT).join('').replaceAll('\t', ' ');
  if (numbers.length === 0) return `${print} ${opening}`;
  return [`${print} ${opening}`, numbers.join(' '), ...(size === undefined ? [] : [size])].join(
    '\t',
  );
}

function readUnit(line: string): LockUnit {
  const [text = '', numbers = '', size] = line.slice(17).split('\t');
  return {
    print: line.slice(0, 16),
    text,
    numbers: numbers.split(' ').filter(Boolean),
    ...(size !== undefined && { size: Number(size) }),
  };
}

/** Errors: `corpus/bad-file` for anything but a lock written by `lockText`. */
export function readLockFile(content: string, path: string): LockFile {
  try {
    const data = JSON.parse(content) as RawLock;
    if (data.schema !== SCHEMA) throw new OtherSchema();
    return {
      engine: data.engine,
      ...(data.yardstick !== undefined && { yardstick: data.yardstick.map(readYardstick) }),
      findings: data.findings,
      documents: data.documents.map(({ id, path: file, only, units }) => ({
        id,
        path: file,
        ...(only === 'figures' && { only }),
        units: units.map(readUnit),
      })),
      pairs: data.pairs.map((pair) => ({
        ...pair,
        links: pair.links.map(readLink),
        coverage: pair.coverage.map(readCoverage),
      })),
    };
  } catch (error) {
    throw new UserError(
      'corpus/bad-file',
      {
        path,
        line: 1,
        problem: phrase('lock/not-one', { why: whyNot(error) }),
        advice: phrase('lock/not-one.advice'),
      },
      { cause: error },
    );
  }
}

/** JSON, but of another kind. */
class OtherSchema extends Error {}

function whyNot(error: unknown): Phrase {
  if (error instanceof OtherSchema) return phrase('lock/schema', { schema: SCHEMA });
  if (error instanceof SyntaxError)
    return phrase('json/syntax', { text: itemAt(error.message.split('\n'), 0) });
  return phrase('lock/parts');
}

interface RawLock {
  readonly schema: string;
  readonly engine: string;
  readonly yardstick?: readonly string[];
  readonly findings: readonly string[];
  readonly documents: readonly {
    id: string;
    path: string;
    only?: string;
    units: readonly string[];
  }[];
  readonly pairs: readonly (Omit<LockFile['pairs'][number], 'links' | 'coverage'> & {
    readonly links: readonly string[];
    readonly coverage: readonly string[];
  })[];
}

const KINDS: readonly LockYardstick['kind'][] = ['engine', 'decisions', 'lexicon', 'theme'];

function readYardstick(text: string): LockYardstick {
  const [, word, print, name] = /^(\w+) (\w+) (.+)$/.exec(text) ?? [];
  const kind = KINDS.find((known) => known === word);
  if (kind === undefined || print === undefined || name === undefined)
    throw new Error(`no yardstick: ${text}`);
  return { kind, name, print };
}

function readLink(text: string): LockLink {
  const [, relation, up, down] = /^(\w+) ([^>]+) > ([^>]+)$/.exec(text) ?? [];
  if (up === undefined || down === undefined) throw new Error(`no link: ${text}`);
  return {
    relation: relation as LockLink['relation'],
    upstream: up.split(' '),
    downstream: down.split(' '),
  };
}

function readCoverage(text: string): LockFile['pairs'][number]['coverage'][number] {
  const [, theme, covered, units] = /^(\S+) (\d+)\/(\d+)$/.exec(text) ?? [];
  if (theme === undefined) throw new Error(`no coverage: ${text}`);
  return { theme, covered: Number(covered), units: Number(units) };
}
