import type { DocumentKind, Level, Region } from '../model/index.js';
import type { NamePattern } from './infer.js';
import { hanInteger } from './markers.js';
import type { RegionIndex } from './region-index.js';

/** Patterns are held to a bound on titles of this length (`corpus/names-file.ts`). */
const LONGEST_TITLE = 400;

/**
 * The id of a document nobody named: by the first known name its title matches
 * (`cewc-{year}`), else region, kind and year.
 */
export function nameOf(
  title: string,
  fields: { level?: Level; region?: Region; kind: DocumentKind; date?: string; year?: string },
  slug: string,
  options: { readonly names: readonly NamePattern[]; readonly regions: RegionIndex },
): string {
  const year = fields.date?.slice(0, 4);
  const region =
    fields.region === undefined ? undefined : options.regions.byCode.get(fields.region.code)?.slug;
  for (const { pattern, id } of options.names) {
    const match = pattern.exec(title.slice(0, LONGEST_TITLE));
    if (match === null) continue;
    const named = id
      .replace('{year}', year ?? '')
      .replace('{region}', region ?? '')
      .replace('{n}', String(hanNumber(match[1] ?? '')));
    return named.replaceAll(/^-|-$/g, '');
  }
  return slug;
}

function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return hanInteger(text) ?? 0;
}

/** Tells repeats apart: the second `hubei-plan-2021` becomes `hubei-plan-2021-2`. `taken` ids belong to other files. */
export function uniqueIds(taken: ReadonlySet<string> = new Set()): (id: string) => string {
  const seen = new Map<string, number>();
  const numbered = (id: string): string => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
  return (id) => {
    let name = numbered(id);
    while (taken.has(name)) name = numbered(id);
    return name;
  };
}
