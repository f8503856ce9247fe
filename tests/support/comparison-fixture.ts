import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { ComparisonTools } from '../../src/findings/index.js';
import { makeDiffer } from '../../src/findings/index.js';
import type {
  Alignment,
  DocumentUnits,
  Level,
  Link,
  SectionRelation,
  SentenceRelation,
  SentenceUnit,
  Side,
} from '../../src/model/index.js';
import { makeTokenizer } from '../../src/segment/index.js';

interface FixtureSide {
  readonly name: string;
  readonly level: Level;
  readonly title: string;
  readonly sections: readonly string[];
  readonly sentences: readonly string[];
}

interface FixtureFile {
  readonly words: readonly string[];
  readonly swaps: readonly (readonly [string, string])[];
  readonly setPhrases: readonly (readonly string[])[];
  readonly commitment: Readonly<Record<string, number>>;
  readonly sides: readonly FixtureSide[];
  readonly alignments: readonly {
    readonly upstream: string;
    readonly downstream: string;
    readonly sections: readonly string[];
    readonly sentences: readonly string[];
  }[];
}

interface ComparisonFixture {
  readonly alignments: readonly [Alignment, Alignment];
  readonly tools: ComparisonTools;
}

/** Reads `fixtures/compare/<name>.yaml`; unit ids are `<side>/<section>.<n>`. */
export function readComparison(name: string): ComparisonFixture {
  const path = resolve(import.meta.dirname, `../../fixtures/compare/${name}.yaml`);
  const file = parse(readFileSync(path, 'utf8')) as FixtureFile;
  const sides = new Map(file.sides.map((side) => [side.name, sideOf(side)]));
  const [first, second] = file.alignments.map((alignment) =>
    alignmentOf(
      sides.get(alignment.upstream)!,
      sides.get(alignment.downstream)!,
      alignment.sections,
      alignment.sentences,
    ),
  );
  return {
    alignments: [first!, second!],
    tools: {
      tokenize: makeTokenizer((run) => longestWords(run, file.words)),
      differ: makeDiffer({
        swaps: file.swaps.map(([upstream, downstream]) => ({ upstream, downstream })),
        setPhrases: file.setPhrases,
        commitment: new Map(Object.entries(file.commitment)),
      }),
    },
  };
}

/** The unit's id, which the fixtures already keep short. */
export function addressOf(unit: string): string {
  return unit.replace('/', ':');
}

function longestWords(run: string, words: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < run.length; ) {
    const fitting = words.filter((word) => run.startsWith(word, at));
    const word = fitting.reduce((a, b) => (b.length > a.length ? b : a), run[at]!);
    found.push(word);
    at += word.length;
  }
  return found;
}

const NOWHERE = { start: 0, end: 0 };

function sideOf({ name, level, title, sections, sentences }: FixtureSide): Side {
  const counts = new Map<string, number>();
  const documentUnits: DocumentUnits = {
    head: { id: name, title, subtitles: [], level, kind: 'proposal' },
    sections: sections.map((notation) => {
      const [id, label, heading] = notation.split(' ') as [string, string, string];
      return {
        kind: 'section',
        id: `${name}/${id}`,
        documentId: name,
        label,
        depth: 1,
        heading,
        span: NOWHERE,
      };
    }),
    sentences: sentences.map((notation): SentenceUnit => {
      const [section, text] = notation.split(/: (.*)/su) as [string, string];
      const count = (counts.get(section) ?? 0) + 1;
      counts.set(section, count);
      const label = sections.find((each) => each.startsWith(`${section} `))!.split(' ')[1]!;
      return {
        kind: 'sentence',
        id: `${name}/${section}.${count}`,
        documentId: name,
        section: `${name}/${section}`,
        paragraph: `${name}/${section}`,
        text,
        markerLength: count === 1 ? label.length : 0,
        heading: count === 1,
        span: NOWHERE,
        content: { text, starts: [0], origins: [0] },
      };
    }),
  };
  return { name, documents: [documentUnits] };
}

function alignmentOf(
  upstream: Side,
  downstream: Side,
  sections: readonly string[],
  sentences: readonly string[],
): Alignment {
  const links = [
    ...sections.map((notation) => linkOf(notation, 'section', upstream.name, downstream.name)),
    ...sentences.map((notation) => linkOf(notation, 'sentence', upstream.name, downstream.name)),
  ];
  const linked = new Set(links.flatMap((link) => [...link.upstream, ...link.downstream]));
  const unlinkedOf = (side: Side) =>
    side.documents
      .flatMap((document) => document.sentences.map((sentence) => sentence.id))
      .filter((id) => !linked.has(id));
  return {
    upstream,
    downstream,
    links,
    unlinked: { upstream: unlinkedOf(upstream), downstream: unlinkedOf(downstream) },
    swaps: [],
  };
}

function linkOf(notation: string, grain: Link['grain'], up: string, down: string): Link {
  const [left, right] = notation.split(' -> ') as [string, string];
  const words = right.split(' ');
  const relationAt = words.findIndex((word) => /^[a-z]{6,}$/u.test(word));
  const base = {
    id: notation,
    upstream: left.split(' ').map((id) => `${up}/${id}`),
    downstream: words.slice(0, relationAt).map((id) => `${down}/${id}`),
    score: Number(words[relationAt + 1]),
    moved: words.includes('moved'),
    doubtful: words.includes('doubtful'),
  };
  return grain === 'section'
    ? { ...base, grain, relation: words[relationAt] as SectionRelation }
    : { ...base, grain, relation: words[relationAt] as SentenceRelation, swaps: [] };
}
