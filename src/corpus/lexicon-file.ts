import { phrase } from '../messages/index.js';
import type {
  BoundWord,
  CommitmentGrade,
  CommitmentLexicon,
  CommitmentWord,
  PhraseLexicon,
  TargetBound,
  TargetLexicon,
  UnitWord,
} from '../model/index.js';
import { contentKey, keptByKey } from '../text/index.js';
import type { Node } from './yaml.js';
import { isSeq } from './yaml.js';
import { YamlReader } from './yaml-reader.js';

const UNIT_KINDS = ['money', 'share', 'ratio', 'span', 'quantity', 'count'] as const;
const BOUNDS = ['exact', 'at-least', 'at-most', 'about'] as const satisfies readonly TargetBound[];

/** Word lists read once a process: of the shipped corpus, of the user's, and a revision of it. */
const unitLists = keptByKey<TargetLexicon>(4);
const commitmentLists = keptByKey<CommitmentLexicon>(4);
const phraseLists = keptByKey<PhraseLexicon>(4);

/**
 * Reads `units.yaml`.
 *
 * *In*: the text, and the path as the user knows it (for messages).
 * *Errors*: `corpus/bad-file` with line and column.
 */
export function readTargetLexicon(text: string, path: string): TargetLexicon {
  return unitLists(contentKey(path, text), () => parseTargetLexicon(text, path));
}

function parseTargetLexicon(text: string, path: string): TargetLexicon {
  const reader = new YamlReader(text, path);
  const keys = [
    'units',
    'bounds',
    'aspirations',
    'verbs',
    'increases',
    'decreases',
    'names',
    'places',
  ] as const;
  const root = reader.fields(reader.root, phrase('part/file'), keys);
  const words = (key: (typeof keys)[number]) => reader.words(root.get(key), key);
  return {
    units: readUnits(reader, root.get('units')),
    bounds: readBounds(reader, root.get('bounds')),
    aspirations: words('aspirations'),
    verbs: words('verbs'),
    increases: words('increases'),
    decreases: words('decreases'),
    names: words('names'),
    places: words('places'),
  };
}

function readUnits(reader: YamlReader, node: Node | null | undefined): UnitWord[] {
  const seen = new Set<string>();
  return reader.entries(node, 'units', UNIT_KINDS).flatMap(([key, group]) => {
    const kind = key as (typeof UNIT_KINDS)[number];
    const units = isSeq(group)
      ? reader.words(group, key).map((text) => ({ text, unit: text, factor: 1, kind }))
      : reader
          .entries(group, key)
          .flatMap(([unit, forms]) =>
            reader
              .entries(forms, unit)
              .map(([text, factor]) => ({ text, unit, factor: reader.number(factor, text), kind })),
          );
    for (const { text } of units) {
      if (seen.has(text))
        throw reader.fault(group, phrase('lexicon/unit', { text }), phrase('lexicon/unit.advice'));
      seen.add(text);
    }
    return units;
  });
}

function readBounds(reader: YamlReader, node: Node | null | undefined): BoundWord[] {
  return reader.entries(node, 'bounds', ['before', 'after']).flatMap(([place, group]) =>
    reader.entries(group, place, BOUNDS).flatMap(([bound, list]) =>
      reader.words(list, bound).map((text) => ({
        text,
        bound: bound as TargetBound,
        place: place as BoundWord['place'],
      })),
    ),
  );
}

/** Reads `commitment.yaml`. *Errors*: `corpus/bad-file` with line and column. */
export function readCommitmentLexicon(text: string, path: string): CommitmentLexicon {
  return commitmentLists(contentKey(path, text), () => parseCommitmentLexicon(text, path));
}

function parseCommitmentLexicon(text: string, path: string): CommitmentLexicon {
  const reader = new YamlReader(text, path);
  const keys = ['grades', 'exclusions', 'adverbs', 'negations', 'noun-tails'] as const;
  const root = reader.fields(reader.root, phrase('part/file'), keys);
  const seen = new Set<string>();
  const words = reader
    .entries(root.get('grades'), 'grades', ['1', '2', '3', '4'])
    .flatMap(([grade, group]) => readGrade(reader, Number(grade) as CommitmentGrade, group, seen));
  return {
    words,
    exclusions: reader.words(root.get('exclusions'), 'exclusions'),
    adverbs: reader.words(root.get('adverbs'), 'adverbs'),
    negations: reader.words(root.get('negations'), 'negations'),
    nounTails: reader.words(root.get('noun-tails'), 'noun-tails'),
  };
}

function readGrade(
  reader: YamlReader,
  grade: CommitmentGrade,
  node: Node | null,
  seen: Set<string>,
): CommitmentWord[] {
  const group = reader.fields(
    node,
    phrase('part/grade', { grade }),
    ['reason', 'words'],
    ['verb-or-noun'],
  );
  reader.text(group.get('reason'), 'reason');
  const listed = (key: 'words' | 'verb-or-noun', ambiguous: boolean) =>
    group.has(key)
      ? reader.words(group.get(key), key).map((text) => ({ text, grade, ambiguous }))
      : [];
  const words = [...listed('words', false), ...listed('verb-or-noun', true)];
  for (const { text } of words) {
    if (seen.has(text))
      throw reader.fault(node, phrase('lexicon/grades', { text }), phrase('lexicon/grades.advice'));
    seen.add(text);
  }
  return words;
}

/** Reads `set-phrases.yaml`. *Errors*: `corpus/bad-file` with line and column. */
export function readPhraseLexicon(text: string, path: string): PhraseLexicon {
  return phraseLists(contentKey(path, text), () => parsePhraseLexicon(text, path));
}

function parsePhraseLexicon(text: string, path: string): PhraseLexicon {
  const reader = new YamlReader(text, path);
  const root = reader.fields(reader.root, phrase('part/file'), ['seeds', 'edges']);
  const edges = reader.fields(root.get('edges'), 'edges', ['start', 'end']);
  const seeds = reader.list(root.get('seeds'), 'seeds').map((node) => {
    const seed = reader.fields(node, phrase('part/seed'), ['text'], ['variants', 'note']);
    const note = seed.get('note');
    return {
      text: reader.text(seed.get('text'), 'text'),
      variants: seed.has('variants') ? reader.words(seed.get('variants'), 'variants') : [],
      ...(note != null && { note: reader.text(note, 'note') }),
    };
  });
  return {
    seeds,
    edges: {
      start: reader.text(edges.get('start'), 'start'),
      end: reader.text(edges.get('end'), 'end'),
    },
  };
}
