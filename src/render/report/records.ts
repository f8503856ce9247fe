import type {
  Link,
  NamedBody,
  Report,
  ReportPair,
  SectionRelation,
  SentenceRelation,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type SpanJson, spanPrinter } from '../index.js';
import { rowsOf } from './look-up.js';

/** One row of the tidy formats: a link, or a sentence in none. Ids and enums are language-free. */
export interface LinkRecord {
  readonly type: 'section' | 'sentence' | 'missing' | 'local';
  /** Names of the sides: `hubei>wuhan`. */
  readonly pair: string;
  readonly link: string | undefined;
  readonly relation: SectionRelation | SentenceRelation | 'missing' | 'local';
  readonly score: number | undefined;
  readonly moved: boolean | undefined;
  readonly doubtful: boolean | undefined;
  /** A person's word; absent otherwise. */
  readonly decided?: true;
  readonly themes: readonly string[];
  readonly upstream: RecordEnd | undefined;
  readonly downstream: RecordEnd | undefined;
}

/** One side of a row. Lines, pages and paragraphs are those of the file named. */
export interface RecordEnd {
  readonly units: readonly RecordUnit[];
}

export interface RecordUnit {
  readonly id: string;
  readonly address: string;
  readonly document: string;
  /** Label and heading of the innermost section. */
  readonly section: string;
  readonly text: string;
  readonly path: string | undefined;
  readonly bodies?: readonly NamedBody[];
  readonly span: SpanJson;
}

/** All rows of a report: pair by pair section links, sentence links, missing, local. */
export function recordsOf(report: Report): LinkRecord[] {
  const units = report.sides.map((_, side) => unitTable(report, side));
  const records = report.pairs.flatMap((pair) => pairRecords(report, pair, units));
  const { shown } = report;
  return shown === undefined ? records : records.filter((record) => isShown(record, shown));
}

/** What filters left: links of shown rows; of other records those whose sentences are all shown. */
function isShown(
  { type, link, upstream, downstream }: LinkRecord,
  { links, units }: NonNullable<Report['shown']>,
): boolean {
  if (link !== undefined && links.has(link)) return true;
  const own = [...(upstream?.units ?? []), ...(downstream?.units ?? [])];
  return type !== 'section' && own.every(({ id }) => units.has(id));
}

/** Records for people: the links of one row of the comparison are one record, named after the best of them. */
export function groupedRecords(report: Report): LinkRecord[] {
  const records = recordsOf(report);
  const byLink = new Map(records.map((record) => [record.link, record]));
  const groups = new Map<string, readonly LinkRecord[]>();
  for (const row of report.comparison.blocks.flatMap(rowsOf))
    for (const pair of row.pairs)
      if (pair !== undefined && pair.links.length > 1)
        groups.set(
          pair.link,
          pair.links.flatMap(({ id }) => byLink.get(id) ?? []),
        );
  const inner = new Set([...groups.values()].flatMap((group) => group.slice(1)));
  return records
    .filter((record) => !inner.has(record))
    .map((record) => {
      const group = record.link === undefined ? undefined : groups.get(record.link);
      return group === undefined ? record : mergedRecord(record, group);
    });
}

function mergedRecord(best: LinkRecord, group: readonly LinkRecord[]): LinkRecord {
  const end = (side: 'upstream' | 'downstream'): RecordEnd => ({
    units: [
      ...new Map(
        group.flatMap((record) => record[side]?.units ?? []).map((unit) => [unit.id, unit]),
      ).values(),
    ],
  });
  return {
    ...best,
    themes: [...new Set(group.flatMap(({ themes }) => themes))],
    upstream: end('upstream'),
    downstream: end('downstream'),
  };
}

type UnitTable = (id: string) => RecordUnit | undefined;

function pairRecords(report: Report, pair: ReportPair, units: readonly UnitTable[]): LinkRecord[] {
  const [up, down] = [itemAt(units, pair.upstream), itemAt(units, pair.downstream)];
  const name = `${itemAt(report.sides, pair.upstream).side.name}>${itemAt(report.sides, pair.downstream).side.name}`;
  const themesOf = (ids: readonly string[]): string[] => {
    const own = new Set(
      ids.flatMap((id) => [
        ...(itemAt(report.sides, pair.upstream).units.get(id)?.themes ?? []),
        ...(itemAt(report.sides, pair.downstream).units.get(id)?.themes ?? []),
      ]),
    );
    return report.themes.filter(({ id }) => own.has(id)).map(({ id }) => id);
  };
  const { links, unlinked } = pair.alignment;
  const linked = links.map((link): LinkRecord => {
    const { grain, id, relation, score, moved, doubtful, decided } = link;
    return {
      type: grain,
      pair: name,
      link: id,
      relation,
      score,
      moved,
      doubtful,
      ...(decided === true && { decided }),
      themes: grain === 'sentence' ? themesOf([...link.upstream, ...link.downstream]) : [],
      upstream: endOf(link, 'upstream', up),
      downstream: endOf(link, 'downstream', down),
    };
  });
  const calledMissing = new Set(unlinked.decided);
  const alone = (type: 'missing' | 'local', id: string): LinkRecord => {
    const end = {
      units: [(type === 'missing' ? up : down)(id)].filter((unit) => unit !== undefined),
    };
    return {
      type,
      pair: name,
      link: undefined,
      relation: type,
      score: undefined,
      moved: undefined,
      doubtful: undefined,
      ...(type === 'missing' && calledMissing.has(id) && { decided: true as const }),
      themes: themesOf([id]),
      upstream: type === 'missing' ? end : undefined,
      downstream: type === 'local' ? end : undefined,
    };
  };
  return [
    ...linked,
    ...unlinked.upstream.map((id) => alone('missing', id)),
    ...unlinked.downstream.map((id) => alone('local', id)),
  ];
}

function endOf(link: Link, side: 'upstream' | 'downstream', find: UnitTable): RecordEnd {
  return { units: link[side].map(find).filter((unit) => unit !== undefined) };
}

/** Sentences and sections of one side as they are written into rows. */
function unitTable(report: Report, side: number): UnitTable {
  const { side: own, units, sections } = itemAt(report.sides, side);
  const documents = new Map(
    own.documents.map(({ head, source }) => [
      head.id,
      {
        title: head.title,
        path: source?.path,
        print: spanPrinter(source),
      },
    ]),
  );
  const nameOf = (document: string, section: string | undefined): string => {
    const found = section === undefined ? undefined : sections.get(section)?.section;
    return found === undefined
      ? (documents.get(document)?.title ?? document)
      : found.label + found.heading;
  };
  return (id) => {
    const sentence = units.get(id);
    const section = sections.get(id);
    const found = sentence ?? section;
    const unit = sentence?.unit ?? section?.section;
    const document = unit === undefined ? undefined : documents.get(unit.documentId);
    if (found === undefined || unit === undefined || document === undefined) return undefined;
    return {
      id,
      address: found.address,
      document: unit.documentId,
      section: nameOf(unit.documentId, unit.kind === 'sentence' ? unit.section : unit.id),
      text: unit.kind === 'sentence' ? unit.text : unit.label + unit.heading,
      path: document.path,
      ...(sentence?.bodies && { bodies: sentence.bodies }),
      span: document.print(unit.span),
    };
  };
}

/** `12` or `12–13`, for people and spreadsheets. */
export function rangeText(range: readonly [number, number] | undefined): string {
  if (range === undefined) return '';
  return range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}`;
}

/** One field of an end over its units: `a; b`, each value once. */
export function joined(
  end: RecordEnd | undefined,
  field: (unit: RecordUnit) => string,
  by = '; ',
): string {
  return [...new Set((end?.units ?? []).map(field))].join(by);
}

/** Who is responsible for the sentences of an end: names, those that lead first. */
export function bodiesText(end: RecordEnd | undefined): string {
  return namesText((end?.units ?? []).flatMap(({ bodies = [] }) => bodies));
}

/** Each name once. */
export function namesText(bodies: readonly NamedBody[]): string {
  return [...new Set(bodies.map(({ name }) => name))].join('、');
}
