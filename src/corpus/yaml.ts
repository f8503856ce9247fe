import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { type Phrase, phrase } from '../messages/index.js';
import { keptByKey } from '../text/index.js';

/**
 * The part of the `yaml` package that is used here, loaded when first called.
 *
 * It is seventy files, a quarter of the start of a command that finds all it needs in the cache.
 * The package is CommonJS, so it can be required late without making every reader of YAML asynchronous.
 */
const require = createRequire(import.meta.url);
const packages = keptByKey<typeof Yaml>(1);
/** Asked for with every node that is looked at: `require` would look through folders each time. */
const yaml = (): typeof Yaml => packages('yaml', () => require('yaml') as typeof Yaml);

export type { LineCounter, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** Most aliases that are resolved, counted with those inside others: people use a handful. */
const MOST_ALIASES = 100;

/**
 * A YAML text as a document. What its values cannot be made of (an alias of nothing, aliases that multiply, nesting
 * without end) is an error of the document like any other.
 */
export function parseDocument(text: string, options?: Yaml.DocumentOptions & Yaml.ParseOptions) {
  try {
    // Its warnings would print keys as they are.
    const document = yaml().parseDocument(text, { logLevel: 'error', ...options });
    if (document.errors.length === 0 && text.includes('*'))
      document.toJS({ maxAliasCount: MOST_ALIASES });
    return document;
  } catch (error) {
    if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
    const empty = yaml().parseDocument('');
    const code = error instanceof RangeError ? 'IMPOSSIBLE' : 'BAD_ALIAS';
    const at = Math.max(0, text.indexOf('*'));
    empty.errors.push(new (yaml().YAMLParseError)([at, at + 1], code, error.message));
    return empty;
  }
}

export const stringify = ((...args: Parameters<typeof Yaml.stringify>) =>
  yaml().stringify(...args)) as typeof Yaml.stringify;

export const isMap = ((value: unknown) => yaml().isMap(value)) as typeof Yaml.isMap;
export const isScalar = ((value: unknown) => yaml().isScalar(value)) as typeof Yaml.isScalar;
export const isSeq = ((value: unknown) => yaml().isSeq(value)) as typeof Yaml.isSeq;

/** What the parser finds wrong, in its own words or in those of `text` for readers of English. */
export function yamlFault({ code, message }: Yaml.YAMLError, text: string = message): Phrase {
  return phrase(`yaml/${code}`, { text });
}

/** Counts the lines of a text while it is parsed. */
export function lineCounter(): Yaml.LineCounter {
  return new (yaml().LineCounter)();
}

/** An empty sequence. */
export function sequence(): Yaml.YAMLSeq {
  return new (yaml().YAMLSeq)();
}
