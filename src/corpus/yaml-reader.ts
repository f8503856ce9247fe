import { type Phrase, phrase } from '../messages/index.js';
import { UserError } from '../text/index.js';
import {
  isMap,
  isScalar,
  isSeq,
  lineCounter,
  type Node,
  type Pair,
  parseDocument,
  yamlFault,
} from './yaml.js';

/** What is read, for messages: its key as it stands in the file, or a name for it. */
type What = string | Phrase;

/**
 * Reads hand-written YAML data strictly: every fault is a `corpus/bad-file` error that names
 * file, line and column, and says what to write instead.
 */
export class YamlReader {
  readonly #path: string;
  readonly #lines = lineCounter();
  readonly root: Node | null;

  constructor(text: string, path: string) {
    this.#path = path;
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const error = document.errors[0];
    if (error !== undefined)
      throw this.#error(error.pos[0], yamlFault(error), phrase('reader/brackets.advice'));
    this.root = document.contents;
  }

  /** Entries of a mapping in file order. `known` lists the keys there may be. */
  entries(
    node: Node | null | undefined,
    what: What,
    known?: readonly string[],
  ): [key: string, value: Node | null, at: Node][] {
    if (!isMap(node))
      throw this.fault(node, phrase('reader/mapping', { what }), phrase('reader/mapping.advice'));
    return (node.items as Pair<Node, Node | null>[]).map((pair) => {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (known !== undefined && !known.includes(key)) {
        throw this.fault(
          pair.key,
          phrase('reader/key', { key, what }),
          phrase('fault/known', { known: known.join(', ') }),
        );
      }
      return [key, pair.value, pair.key];
    });
  }

  /** A mapping with fixed keys; those without `?` must be there. */
  fields<Key extends string>(
    node: Node | null | undefined,
    what: What,
    required: readonly Key[],
    optional: readonly Key[] = [],
  ): ReadonlyMap<Key, Node | null> {
    const map = new Map(
      this.entries(node, what, [...required, ...optional]).map(([key, value]) => [
        key as Key,
        value,
      ]),
    );
    for (const key of required) {
      if (!map.has(key))
        throw this.fault(
          node,
          phrase('reader/missing', { key, what }),
          phrase('reader/missing.advice', { keys: required.join(', ') }),
        );
    }
    return map;
  }

  /** A mapping with this key. */
  has(node: Node | null | undefined, key: string): boolean {
    return isMap(node) && node.has(key);
  }

  list(node: Node | null | undefined, what: What): Node[] {
    if (!isSeq(node))
      throw this.fault(node, phrase('reader/list', { what }), phrase('reader/list.advice'));
    return node.items as Node[];
  }

  text(node: Node | null | undefined, what: What): string {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw this.fault(node, phrase('reader/text', { what }), phrase('reader/text.advice'));
  }

  number(node: Node | null | undefined, what: What): number {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.fault(node, phrase('reader/number', { what }), phrase('reader/number.advice'));
  }

  /** A list of texts in which none stands twice. */
  words(node: Node | null | undefined, what: What): string[] {
    const seen = new Set<string>();
    return this.list(node, what).map((item) => {
      const word = this.text(item, phrase('part/entry', { list: what }));
      if (seen.has(word))
        throw this.fault(
          item,
          phrase('reader/twice', { word, what }),
          phrase('reader/twice.advice'),
        );
      seen.add(word);
      return word;
    });
  }

  fault(node: Node | null | undefined, problem: Phrase, advice: Phrase): Error {
    return this.#error(node?.range?.[0] ?? 0, problem, advice);
  }

  #error(offset: number, problem: Phrase, advice: Phrase): Error {
    const { line, col } = this.#lines.linePos(offset);
    return new UserError('corpus/bad-file', {
      path: this.#path,
      line: `${Math.max(1, line)}:${Math.max(1, col)}`,
      problem,
      advice,
    });
  }
}
