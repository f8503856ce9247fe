import type {
  Alignment,
  DocumentUnits,
  Level,
  Link,
  SectionUnit,
  SentenceRelation,
  SentenceUnit,
  Side,
} from '../../src/model/index.js';

/** `[section path, text]`: the path `一/1` is section 1 inside chapter 一, `''` is before the first. */
type SampleRow = readonly [path: string, text: string];

/** A document made of rows; sentence ids are `<document>/<innermost section or 0>.<n>`. */
export function sampleDocument(
  id: string,
  level: Level,
  rows: readonly SampleRow[],
  date = '2020-12-02',
): DocumentUnits {
  const sections = new Map<string, SectionUnit>();
  const counts = new Map<string, number>();
  const sentences = rows.map(([path, text]) => sentence(id, path, text, sections, counts));
  const head = {
    id,
    title: `title of ${id}`,
    subtitles: [],
    level,
    kind: 'proposal' as const,
    date,
  };
  return { head, sections: [...sections.values()], sentences };
}

function sentence(
  documentId: string,
  path: string,
  text: string,
  sections: Map<string, SectionUnit>,
  counts: Map<string, number>,
): SentenceUnit {
  const parts = path === '' ? [] : path.split('/');
  parts.forEach((part, at) => {
    const id = `${documentId}/${part}`;
    if (sections.has(id)) return;
    const parent = at > 0 ? { parent: `${documentId}/${parts[at - 1]}` } : {};
    const span = { start: 0, end: 0 };
    sections.set(id, {
      kind: 'section',
      id,
      documentId,
      ...parent,
      label: `${part}、`,
      depth: at + 1,
      heading: `heading ${part}`,
      span,
    });
  });
  const own = parts.at(-1);
  const n = (counts.get(own ?? '0') ?? 0) + 1;
  counts.set(own ?? '0', n);
  return {
    kind: 'sentence',
    id: `${documentId}/${own ?? '0'}.${n}`,
    documentId,
    ...(own !== undefined && { section: `${documentId}/${own}` }),
    paragraph: `${documentId}/${own ?? '0'}`,
    text,
    markerLength: 0,
    heading: false,
    span: { start: 0, end: text.length },
    content: { text, starts: [0], origins: [0] },
  };
}

export function sampleSide(name: string, ...documents: readonly DocumentUnits[]): Side {
  return { name, documents };
}

/** Links in one-line notation: `"a/1.1 a/1.2 > b/1.1 verbatim"`, sentence links without swaps. */
export function sampleAlignment(
  upstream: Side,
  downstream: Side,
  notation: readonly string[],
): Alignment {
  const links = notation.map(sampleLink);
  const inLink = new Set(links.flatMap((link) => [...link.upstream, ...link.downstream]));
  const free = (side: Side) =>
    side.documents.flatMap((d) => d.sentences.map((s) => s.id)).filter((id) => !inLink.has(id));
  return {
    upstream,
    downstream,
    links,
    unlinked: { upstream: free(upstream), downstream: free(downstream) },
    swaps: [],
  };
}

function sampleLink(notation: string): Link {
  const match = /^(?<up>.+) > (?<down>.+) (?<relation>\w+)$/u.exec(notation);
  if (match?.groups === undefined) throw new Error(`not a link: ${notation}`);
  const { up, down, relation } = match.groups;
  return {
    grain: 'sentence',
    id: `${up}>${down}`,
    relation: relation as SentenceRelation,
    upstream: up!.split(' '),
    downstream: down!.split(' '),
    score: 0.9,
    moved: false,
    doubtful: false,
    swaps: [],
  };
}
