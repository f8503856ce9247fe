import { type Phrase, phrase } from '../messages/index.js';
import type { Theme, ThemeTerm } from '../model/index.js';
import { contentKey, keptByKey, nearest } from '../text/index.js';
import { findPatternFault } from './theme-pattern.js';
import {
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  lineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  yamlFault,
} from './yaml.js';

/** A fault of a theme file, with its place. Lines and columns are 1-based. */
export interface ThemeFileProblem {
  readonly code: ThemeFileCode;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly problem: Phrase;
  readonly advice: Phrase;
}

export type ThemeFileCode =
  | 'theme/yaml'
  | 'theme/shape'
  | 'theme/missing-key'
  | 'theme/unknown-key'
  | 'theme/bad-id'
  | 'theme/bad-weight'
  | 'theme/bad-term'
  | 'theme/duplicate-term'
  | 'theme/bad-pattern';

/** `theme` is present exactly if there are no problems. */
interface ThemeFileResult {
  readonly theme?: Theme;
  readonly problems: readonly ThemeFileProblem[];
}

const KEYS = ['id', 'labels', 'terms', 'patterns', 'exclusions'] as const;
const LABEL_KEYS = ['zh', 'en'] as const;
const ENTRY_KEYS = ['text', 'weight'] as const;

/**
 * Reads a theme file: YAML text in, theme out. The format is described in `corpus/themes/README.md`.
 *
 * *In*: the text and the path it came from, as the user wrote it (for messages only).
 * *Out*: the theme, or every fault found, in file order.
 * *Errors*: none thrown; what is wrong with the file is a value.
 */
export function readTheme(text: string, path: string): ThemeFileResult {
  return results(contentKey(path, text), () => parseTheme(text, path));
}

/** A corpus and its revisions have most of their themes in common. */
const results = keptByKey<ThemeFileResult>(256);

function parseTheme(text: string, path: string): ThemeFileResult {
  const lines = lineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const reader = new ThemeReader(path, lines);
  for (const error of yaml.errors) {
    reader.fault('theme/yaml', error.pos[0], yamlFault(error), phrase('reader/brackets.advice'));
  }
  const theme = yaml.errors.length > 0 ? undefined : reader.readRoot(yaml.contents);
  const problems = [...reader.problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return theme === undefined || problems.length > 0 ? { problems } : { theme, problems };
}

/** Collects faults while it reads; lives for one file. */
class ThemeReader {
  readonly problems: ThemeFileProblem[] = [];
  readonly #path: string;
  readonly #lines: LineCounter;
  /** Where each term or exclusion was first written. */
  readonly #seen = new Map<string, number>();

  constructor(path: string, lines: LineCounter) {
    this.#path = path;
    this.#lines = lines;
  }

  fault(code: ThemeFileCode, offset: number, problem: Phrase, advice: Phrase): undefined {
    const { line, col } = this.#lines.linePos(offset);
    this.problems.push({
      code,
      path: this.#path,
      line: Math.max(1, line),
      column: Math.max(1, col),
      problem,
      advice,
    });
    return undefined;
  }

  readRoot(root: unknown): Theme | undefined {
    if (!isMap(root)) {
      return this.fault(
        'theme/shape',
        0,
        phrase('theme/file'),
        phrase('theme/file.advice', { keys: KEYS.join(', ') }),
      );
    }
    const values = this.#readKeys(root, KEYS, phrase('theme/where.theme'));
    for (const key of ['id', 'labels', 'terms'] as const) {
      if (!values.has(key)) {
        this.fault(
          'theme/missing-key',
          offsetOf(root),
          phrase('theme/missing', { key }),
          phrase('theme/missing.advice'),
        );
      }
    }
    const id = this.#readId(values.get('id'));
    const labels = this.#readLabels(values.get('labels'));
    const terms = this.#readWeighted(values.get('terms'), 'term');
    const patterns = this.#readWeighted(values.get('patterns'), 'pattern');
    const exclusions = this.#readExclusions(values.get('exclusions'));
    if (id === undefined || labels === undefined) return undefined;
    return { id, labels, terms, patterns, exclusions };
  }

  #readKeys<K extends string>(
    map: YAMLMap,
    known: readonly K[],
    where: Phrase,
  ): Map<K, Node | undefined> {
    const values = new Map<K, Node | undefined>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      const found = known.find((name) => name === key);
      if (found === undefined) {
        const near = nearest(key, known, 1)[0];
        const advice =
          near === undefined
            ? phrase('fault/known', { known: known.join(', ') })
            : phrase('fault/nearest', { nearest: near });
        this.fault(
          'theme/unknown-key',
          offsetOf(pair.key),
          phrase('theme/key', { key, where }),
          advice,
        );
      } else if (values.has(found)) {
        this.fault(
          'theme/shape',
          offsetOf(pair.key),
          phrase('theme/twice', { key }),
          phrase('theme/twice.advice'),
        );
      } else {
        values.set(found, pair.value ?? undefined);
      }
    }
    return values;
  }

  #readId(node: Node | undefined): string | undefined {
    if (node === undefined) return undefined;
    const id = isScalar(node) ? node.value : undefined;
    if (typeof id === 'string' && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id)) return id;
    return this.fault(
      'theme/bad-id',
      offsetOf(node),
      phrase('theme/id'),
      phrase('theme/id.advice'),
    );
  }

  #readLabels(node: Node | undefined): Theme['labels'] | undefined {
    if (node === undefined) return undefined;
    if (!isMap(node)) {
      return this.fault(
        'theme/shape',
        offsetOf(node),
        phrase('theme/labels'),
        phrase('theme/labels.advice'),
      );
    }
    const values = this.#readKeys(node, LABEL_KEYS, phrase('theme/where.labels'));
    const [zh, en] = LABEL_KEYS.map((key) => {
      const value = values.get(key);
      const label = isScalar(value) ? value.value : undefined;
      if (typeof label === 'string' && label.trim() !== '') return label.trim();
      return this.fault(
        'theme/missing-key',
        offsetOf(value ?? node),
        phrase('theme/label', { key }),
        phrase('theme/label.advice'),
      );
    });
    return zh === undefined || en === undefined ? undefined : { zh, en };
  }

  /** Either a mapping weight → list, or a list of texts (weight 1) and {text, weight}. */
  #readWeighted(node: Node | undefined, kind: 'term' | 'pattern'): ThemeTerm[] {
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isSeq(node)) return this.#readEntries(node.items as Node[], 1, kind);
    if (!isMap(node)) {
      this.fault(
        'theme/shape',
        offsetOf(node),
        phrase('theme/groups', { key: `${kind}s` }),
        phrase('theme/groups.advice'),
      );
      return [];
    }
    return (node.items as Pair<Node, Node | null>[]).flatMap((pair) => {
      const weight = this.#readWeight(pair.key);
      if (weight === undefined) return [];
      if (isSeq(pair.value)) return this.#readEntries(pair.value.items as Node[], weight, kind);
      this.fault(
        'theme/shape',
        offsetOf(pair.key),
        phrase('theme/group', { weight }),
        phrase('theme/group.advice'),
      );
      return [];
    });
  }

  #readWeight(node: Node | undefined): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value !== 0 && Math.abs(value) <= 1) return value;
    return this.fault(
      'theme/bad-weight',
      offsetOf(node),
      phrase('theme/weight'),
      phrase('theme/weight.advice'),
    );
  }

  #readEntries(items: readonly Node[], weight: number, kind: 'term' | 'pattern'): ThemeTerm[] {
    return items.flatMap((item) => {
      const entry = isMap(item) ? this.#readEntry(item, weight) : { node: item, weight };
      if (entry === undefined) return [];
      const text = this.#readText(entry.node, kind);
      return text === undefined ? [] : [{ text, weight: entry.weight }];
    });
  }

  #readEntry(map: YAMLMap, weight: number): { node: Node; weight: number } | undefined {
    const values = this.#readKeys(map, ENTRY_KEYS, phrase('theme/where.entry'));
    const node = values.get('text');
    if (node === undefined) {
      return this.fault(
        'theme/missing-key',
        offsetOf(map),
        phrase('theme/entry'),
        phrase('theme/entry.advice'),
      );
    }
    const own = values.has('weight') ? this.#readWeight(values.get('weight')) : weight;
    return own === undefined ? undefined : { node, weight: own };
  }

  #readExclusions(node: Node | undefined): string[] {
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isSeq(node)) {
      return (node.items as Node[]).flatMap((item) => this.#readText(item, 'exclusion') ?? []);
    }
    this.fault(
      'theme/shape',
      offsetOf(node),
      phrase('theme/exclusions'),
      phrase('theme/exclusions.advice'),
    );
    return [];
  }

  #readText(node: Node, kind: 'term' | 'pattern' | 'exclusion'): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text.trim() === '') {
      return this.fault(
        'theme/bad-term',
        offsetOf(node),
        phrase(`theme/${kind}`),
        phrase('reader/text.advice'),
      );
    }
    const trimmed = text.trim();
    if (kind !== 'pattern' && [...trimmed].length < 2) {
      return this.fault(
        'theme/bad-term',
        offsetOf(node),
        phrase('theme/one-character', { text: trimmed }),
        phrase('theme/one-character.advice'),
      );
    }
    const fault = kind === 'pattern' ? findPatternFault(trimmed) : undefined;
    if (fault !== undefined) {
      return this.fault('theme/bad-pattern', offsetOf(node), fault.problem, fault.advice);
    }
    return this.#onlyOnce(trimmed, node, kind);
  }

  #onlyOnce(text: string, node: Node, kind: string): string | undefined {
    const key = kind === 'pattern' ? `pattern ${text}` : text;
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, offsetOf(node));
      return text;
    }
    const { line } = this.#lines.linePos(first);
    return this.fault(
      'theme/duplicate-term',
      offsetOf(node),
      phrase('theme/repeated', { text, line }),
      phrase('theme/repeated.advice'),
    );
  }
}

function offsetOf(node: Node | undefined | null): number {
  return node?.range?.[0] ?? 0;
}
