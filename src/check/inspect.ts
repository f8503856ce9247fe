import type { FindingPlace, SourceOrigin } from '../model/index.js';
import { bodyLines, sectionsOf } from './blocks.js';
import { figuresOf } from './figures.js';
import { sentencePrint } from './fingerprint.js';
import { readLenientHead } from './head.js';
import { placer } from './place.js';
import { DOCUMENT_RULES } from './registry.js';
import type {
  BodyLine,
  DocumentFacts,
  DocumentInput,
  Found,
  Mention,
  RawFinding,
  UnitFact,
} from './types.js';

/** What the caller knows of a document; the rest is worked out from its text. */
type Inspected = Pick<
  DocumentInput,
  'path' | 'text' | 'parsed' | 'units' | 'only' | 'sourceSha256' | 'knowledge'
>;

/**
 * Run every document rule on one document and keep what the corpus rules will ask for.
 *
 * Cost: linear in the text. The result depends on nothing but the arguments, so it may be kept under a hash of them.
 */
export function inspectDocument(inspected: Inspected): DocumentFacts {
  const input = inputOf(inspected);
  const id = textField(input, 'id');
  const findings = DOCUMENT_RULES.flatMap((rule) =>
    rule.run(input).map(
      (found): RawFinding => ({
        rule: rule.id,
        path: input.path,
        ...(id !== undefined && { document: id }),
        ...found,
      }),
    ),
  );
  const placeAt = placer(input.text, originOf(inspected));
  const title = textField(input, 'title');
  const number = textField(input, 'number');
  const level = textField(input, 'level');
  const idField = input.head.fields.get('id');
  return {
    path: input.path,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...(level !== undefined && { level }),
    findings,
    cited: mentions(input, /《[^《》\n]{2,80}》|[\u4e00-\u9fff]{1,8}〔\d{4}〕\d{1,4}号/g),
    quoted: mentions(input, /“([^“”\n]{4,20})”/g),
    units: unitsOf(input, placeAt),
    ...(input.only !== undefined && { only: input.only }),
    ignores: input.head.ignores.map(({ rule, reason, start, end }) => ({
      rule,
      reason,
      place: placeAt(start, end),
    })),
    idPlace: idField === undefined ? placeAt(0, 0) : placeAt(idField.start, idField.end),
  };
}

function inputOf(inspected: Inspected): DocumentInput {
  const { text, parsed } = inspected;
  const head = readLenientHead(text);
  const document = parsed?.documents[0];
  const placeAt = placer(text, originOf(inspected));
  const lines = bodyLines(text, head.bodyStart);
  const sections = sectionsOf(document);
  const sectionAt = (offset: number): string | undefined =>
    sections.findLast(({ span }) => span.start <= offset && offset < span.end)?.id;
  return {
    ...inspected,
    head,
    lines,
    sectionAt,
    ...(document !== undefined && { document }),
    at: (start, end, params = {}, extra = {}): Found => {
      const section = sectionAt(start);
      return {
        place: placeAt(start, end),
        params,
        key: keyOf(text, lines, start, end),
        ...(section !== undefined && { section }),
        ...extra,
      };
    },
  };
}

/** Characters on either side of a place that tell it from others of its kind in the same document. */
const KEY_CONTEXT = 12;

/** Words at and around a place without blanks, so that the key outlives edits elsewhere in the line. */
function keyOf(text: string, lines: readonly BodyLine[], start: number, end: number): string {
  const line = lines.find((item) => item.start <= start && start < item.end);
  const from = Math.max(line?.start ?? start, start - KEY_CONTEXT);
  const to = Math.min(line?.end ?? end, Math.min(end, start + 40) + KEY_CONTEXT);
  return text.slice(from, to).replaceAll(/\s+/g, '');
}

/** The file behind the text, where it is the text that was parsed. */
function originOf({ text, parsed }: Inspected): SourceOrigin | undefined {
  return parsed?.source.text === text ? parsed.source.origin : undefined;
}

function textField({ head }: DocumentInput, name: string): string | undefined {
  const value = head.fields.get(name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function mentions(input: DocumentInput, pattern: RegExp): Mention[] {
  const found = new Map<string, Mention>();
  for (const line of input.lines) {
    for (const match of line.text.matchAll(pattern)) {
      const text = match[1] ?? match[0];
      if (found.has(text)) continue;
      const start = line.start + match.index;
      const { place, section } = input.at(start, start + match[0].length);
      found.set(text, { text, place, ...(section !== undefined && { section }) });
    }
  }
  return [...found.values()];
}

/** Opening characters kept of a sentence: enough to name it and to tell it from others. */
const KEPT = 40;

/** A sentence's place without the words around it: a corpus has many sentences. */
function lean(place: FindingPlace): FindingPlace {
  const marked = place.marked.slice(0, KEPT);
  return { ...place, before: '', marked, after: '', cut: [place.column > 1, true] };
}

function unitsOf(
  input: DocumentInput,
  placeAt: (start: number, end: number) => FindingPlace,
): UnitFact[] {
  return (input.units?.sentences ?? []).flatMap(({ text, markerLength, span, section }) => {
    const numbers = figuresOf(text.slice(markerLength));
    if (input.only === 'figures' && numbers.length === 0) return [];
    return {
      print: sentencePrint(text, markerLength),
      text: text.slice(markerLength, markerLength + KEPT),
      numbers,
      size: text.slice(markerLength).replaceAll(/\s+/gu, '').length,
      place: lean(placeAt(span.start, span.end)),
      ...(section !== undefined && { section }),
    };
  });
}
