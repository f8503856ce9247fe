import type { Diagnostic } from '../model/index.js';

/** What of a file is found damaged while it is read. Each is said once, and figures that rest on it say so. */
export interface Damage {
  /** A part of a packed file. */
  readonly part: (name: string) => void;
  /** A place in the file, or in the stream or page inside it that holds its text. */
  readonly place: (at: number) => void;
}

interface DamageAccount extends Damage {
  /** Empty where nothing was found. */
  readonly remarks: () => Diagnostic[];
}

/** As many names as a message lists. */
const LISTED = 6;

/** The account of one file. */
export function openDamage(): DamageAccount {
  const parts = new Set<string>();
  let places = 0;
  let first = Number.POSITIVE_INFINITY;
  return {
    part: (name) => {
      parts.add(name);
    },
    place: (at) => {
      places += 1;
      first = Math.min(first, at);
    },
    remarks: () => [...damagedParts([...parts].sort()), ...damagedPlaces(places, first)],
  };
}

function damagedParts(names: readonly string[]): Diagnostic[] {
  if (names.length === 0) return [];
  const parts = `${names.slice(0, LISTED).join(', ')}${names.length > LISTED ? ' …' : ''}`;
  return [
    {
      code: 'ingest/damaged-parts',
      severity: 'warning',
      message: `Damaged inside the file: ${parts}. Some of the text may be missing or changed.`,
      params: { parts },
    },
  ];
}

function damagedPlaces(count: number, at: number): Diagnostic[] {
  if (count === 0) return [];
  return [
    {
      code: 'ingest/damaged-places',
      severity: 'warning',
      message: `The file is damaged in ${count} place(s), the first at position ${at}: some of the text may be missing or changed.`,
      params: { count, at },
    },
  ];
}

/** No writer puts a nought into a text: there the file was overwritten. */
export function checkText(text: string, damage: Damage): void {
  for (const { index } of text.matchAll(/\0+/g)) damage.place(index);
}

/** Files of streams (old Word and Excel) are whole sectors. Source: MS-CFB 2.2. */
const SECTOR = 512;

export function checkSectors(bytes: Uint8Array, damage: Damage): void {
  if (bytes.length % SECTOR !== 0) damage.place(bytes.length);
}
