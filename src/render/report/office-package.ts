import { strToU8, zipSync } from 'fflate';

/** The files of an Office document by path. */
type OfficeParts = Readonly<Record<string, string>>;

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Packs an Office document (ECMA-376 part 2). Parts stay in the order given; every part has the same
 * time, so the same parts are the same bytes in every time zone.
 */
export function packOffice(parts: OfficeParts, epoch: number): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, text]) => [path, strToU8(text)]),
  );
  return zipSync(files, { level: 6, mtime: wallClock(epoch) });
}

/** Zip states local time: the local time that reads like this moment in UTC. */
function wallClock(epoch: number): Date {
  const utc = new Date(epoch * 1000);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

/** `2020-12-02T00:00:00Z`, as core properties and revisions want it. */
export function isoTime(epoch: number): string {
  return new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Title, program and time of a document. */
export function coreProperties(title: string, creator: string, epoch: number): string {
  const time = isoTime(epoch);
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}

export function relationships(
  entries: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const items = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

export function contentTypes(
  overrides: readonly (readonly [part: string, type: string])[],
): string {
  const items = overrides.map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`,
  );
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`;
}

export const OFFICE_RELATION =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const CORE_RELATION =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
export const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
