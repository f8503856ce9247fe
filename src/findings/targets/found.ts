import type { TargetBound, TargetKind } from '../../model/index.js';
import type { DateMatch } from './dates.js';

/** A finding before it is made a target. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: TargetKind;
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly bound: TargetBound;
  readonly approximate?: boolean;
  readonly change?: 'increase' | 'decrease';
}

/** 1 for every place of a text that lies in one of these ranges: to ask it of each of many takes the square of them. */
export function placesOf(text: string, ranges: Iterable<Pick<Found, 'start' | 'end'>>): Uint8Array {
  const places = new Uint8Array(text.length);
  for (const { start, end } of ranges) places.fill(1, start, end);
  return places;
}

export function touches(places: Uint8Array, { start, end }: Pick<Found, 'start' | 'end'>): boolean {
  return places.subarray(start, end).includes(1);
}

/** Of findings that overlap the first, the longer of two that begin together. */
export function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const item of found) if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  return kept;
}

export function fromDate({ start, end, kind, value, upper, bound }: DateMatch): Found {
  const unit = upper === undefined && kind !== 'span' ? 'year' : 'years';
  return {
    start,
    end,
    kind: kind as TargetKind,
    value,
    ...(upper !== undefined && { upper }),
    unit,
    bound,
  };
}
