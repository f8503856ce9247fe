import type {
  DocumentUnits,
  Level,
  Report,
  SectionUnit,
  SentenceUnit,
} from '../../../model/index.js';
import { groupBy } from '../../../text/index.js';
import { escapeText } from '../../index.js';
import { isoTime } from '../office-package.js';
import type { ReportOptions } from '../options.js';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * The section trees of all documents in Akoma Ntoso 3.0 (OASIS LegalDocML): a collection of `doc`s,
 * sections as `hcontainer`s with number and heading, sentences as paragraphs of their content.
 * Ids of sections and sentences are kept in `eId` (their address) and `GUID` (their unit id).
 */
export function renderAkoma(report: Report, { epoch }: ReportOptions): string {
  const date = isoTime(epoch).slice(0, 10);
  const components = report.sides.flatMap(({ side, units, sections }, index) =>
    side.documents.map((document, position) => {
      const own = `d${index + 1}-${position + 1}`;
      const addressOf = (id: string): string =>
        (units.get(id) ?? sections.get(id))?.address ?? `${own}_${id}`;
      return `<component eId="${own}">\n${docXml(document, addressOf, { own, date, head: report.head })}\n</component>`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}">
<documentCollection name="comparison">
${metaXml({ id: 'comparison', place: 'cn' }, { own: 'd0', date, head: report.head })}
<collectionBody>
${components.join('\n')}
</collectionBody>
</documentCollection>
</akomaNtoso>
`;
}

/** A part of the collection, and what made it. */
interface Component {
  readonly own: string;
  /** Day of the report. */
  readonly date: string;
  readonly head: Report['head'];
}

function docXml(
  document: DocumentUnits,
  addressOf: (id: string) => string,
  component: Component,
): string {
  const { head } = document;
  const place = countryOf(head.level, head.region?.code);
  const body = bodyXml(document, addressOf);
  return `<doc name="${head.kind}">
${metaXml({ id: head.id, dated: head.date, place, title: head.title }, component)}
<preface><p><docTitle>${escapeText(head.title)}</docTitle></p></preface>
<mainBody>
${body}
</mainBody>
</doc>`;
}

/** ISO 3166 with the province as sub-division code of GB/T 2260, as IRIs want it: `cn-42`. */
function countryOf(level: Level | undefined, region: string | undefined): string {
  return region === undefined || level === 'national' ? 'cn' : `cn-${region}`;
}

/** What is described: a document, or the comparison itself. */
interface Work {
  readonly id: string;
  readonly dated?: string | undefined;
  readonly place: string;
  readonly title?: string | undefined;
}

function metaXml({ id, dated, place, title }: Work, { own, date, head }: Component): string {
  const agent = `duibiao-${own}`;
  const work = `/akn/${place}/doc/${dated ?? date}/${encodeURIComponent(id)}`;
  const day = dated !== undefined && /^\d{4}-\d\d-\d\d$/.test(dated) ? dated : date;
  const alias = title === undefined ? '' : `<FRBRalias value="${escapeText(title)}" name="title"/>`;
  const level = (name: string, uri: string, extra: string): string =>
    `<${name}><FRBRthis value="${escapeText(uri)}"/><FRBRuri value="${escapeText(uri)}"/>${name === 'FRBRWork' ? alias : ''}<FRBRdate date="${day}" name="generation"/><FRBRauthor href="#${agent}"/>${extra}</${name}>`;
  return `<meta><identification source="#${agent}">${level('FRBRWork', work, '<FRBRcountry value="cn"/>')}${level('FRBRExpression', `${work}/zho@`, '<FRBRlanguage language="zho"/>')}${level('FRBRManifestation', `${work}/zho@.akn`, '')}</identification><references source="#${agent}"><TLCOrganization eId="${agent}" href="/ontology/organization/duibiao" showAs="${escapeText(`${head.program} ${head.version}`)}"/></references></meta>`;
}

function bodyXml(
  { head, sections, sentences }: DocumentUnits,
  addressOf: (id: string) => string,
): string {
  const children = groupBy(sections, (section) => section.parent ?? '');
  const own = groupBy(sentences, (sentence) => sentence.section ?? '');
  const section = (unit: SectionUnit): string => {
    const inner = (children.get(unit.id) ?? []).map(section);
    const text = contentXml(own.get(unit.id) ?? [], addressOf);
    const body =
      inner.length === 0
        ? `<content>${text === '' ? '<p/>' : text}</content>`
        : `${text === '' ? '' : `<intro>${text}</intro>`}${inner.join('\n')}`;
    const num = unit.label === '' ? '' : `<num>${escapeText(unit.label)}</num>`;
    return `<hcontainer name="section"${ids(unit.id, addressOf)}>${num}<heading>${escapeText(unit.heading)}</heading>${body}</hcontainer>`;
  };
  const before = contentXml(own.get('') ?? [], addressOf);
  const lead =
    before === ''
      ? ''
      : `<hcontainer name="lead" eId="${eId(`${addressOf(head.id)}_lead`)}"><content>${before}</content></hcontainer>\n`;
  const all = lead + (children.get('') ?? []).map(section).join('\n');
  return all === ''
    ? `<hcontainer name="empty" eId="${eId(`${addressOf(head.id)}_empty`)}"><content><p/></content></hcontainer>`
    : all;
}

function contentXml(sentences: readonly SentenceUnit[], addressOf: (id: string) => string): string {
  return sentences
    .map(({ id, text }) => `<p${ids(id, addressOf)}>${escapeText(text)}</p>`)
    .join('');
}

function ids(id: string, addressOf: (id: string) => string): string {
  return ` eId="${eId(addressOf(id))}" GUID="${escapeText(id)}"`;
}

/** `eId`s hold no blanks (noWhiteSpace of the schema). */
function eId(text: string): string {
  return escapeText(text.replace(/\s+/g, '_'));
}
