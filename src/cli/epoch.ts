import { phrase } from '../messages/index.js';
import { UserError } from '../text/index.js';
import type { CliIo } from './io.js';

/** 1 January 1980, the earliest time a zip archive can state: files without a clock. */
const EARLIEST = 315_532_800;

/** When files are said to be made. Errors: `cli/bad-value` where SOURCE_DATE_EPOCH is no number of seconds. */
export function epochOf(io: CliIo): number {
  return Math.max(EARLIEST, statedEpoch(io) ?? EARLIEST);
}

/** The day of a decision, `2026-11-27`: today's here, or that of SOURCE_DATE_EPOCH. */
export function dayOf(io: CliIo): string {
  const stated = statedEpoch(io);
  if (stated !== undefined) return new Date(stated * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function statedEpoch(io: CliIo): number | undefined {
  const stated = io.env.SOURCE_DATE_EPOCH;
  if (stated === undefined || stated === '') return undefined;
  if (/^\d{1,11}$/.test(stated)) return Number(stated);
  throw new UserError('cli/bad-value', {
    value: stated,
    option: 'SOURCE_DATE_EPOCH',
    allowed: phrase('allowed/epoch'),
  });
}
