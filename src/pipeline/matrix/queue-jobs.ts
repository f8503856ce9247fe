/** Pairs as jobs of a queue: what a worker on another machine is told, and what it answers. */
import { contentKey, itemAt, UserError } from '../../text/index.js';
import type { Paper } from './collection.js';
import type { Outcome } from './crew.js';
import { type PairCodes, workOrder } from './pairs.js';
import type { PairResult, Wanted } from './paper-work.js';

/** Name of the queue on the server; another database of it (`redis://host/1`) keeps runs apart. */
export const QUEUE = 'duibiao-matrix';

/** A paper as another machine finds it: by its path in the corpus, its content by `key`. */
export type PaperName = Omit<Paper, 'file'>;

/** Some pairs that one worker compares. */
export interface PairsJob {
  /** `runKey`: equal for equal engines, themes and wishes. */
  readonly run: string;
  readonly wanted: Wanted;
  readonly papers: readonly PaperName[];
  /** Indexes into `papers`. */
  readonly pairs: readonly (readonly [upstream: number, downstream: number])[];
}

/** One outcome a pair, in their order. */
export type PairsAnswer = readonly Outcome<PairResult>[];

/** Pairs that a worker takes at one time: a few seconds of work, so that little is done again where one dies. */
const CHUNK = 8;

/** A job with its name, which is the same whenever the same run is started again. */
export interface Chunk {
  readonly id: string;
  readonly codes: readonly number[];
}

/** The whole work in chunks, in the order it is done. */
export function* chunksOf(
  run: string,
  papers: readonly Paper[],
  codes: PairCodes,
): Generator<Chunk> {
  let chunk: number[] = [];
  const named = (own: readonly number[]): Chunk => {
    const keys = own.flatMap((code) => papersOf(papers, code).map(({ key }) => key));
    return { id: `${run}-${contentKey(...keys).slice(0, 16)}`, codes: own };
  };
  for (const code of workOrder(codes, papers.length)) {
    chunk.push(code);
    if (chunk.length < CHUNK) continue;
    yield named(chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield named(chunk);
}

export function papersOf(papers: readonly Paper[], code: number): readonly [Paper, Paper] {
  return [itemAt(papers, Math.floor(code / papers.length)), itemAt(papers, code % papers.length)];
}

export function jobOf(
  run: string,
  wanted: Wanted,
  papers: readonly Paper[],
  { codes }: Chunk,
): PairsJob {
  const names = new Map<string, number>();
  const told: PaperName[] = [];
  const numberOf = (paper: Paper): number => {
    const known = names.get(paper.key);
    if (known !== undefined) return known;
    const { file: _, ...name } = paper;
    names.set(paper.key, told.length);
    return told.push(name) - 1;
  };
  const pairs = codes.map((code) => {
    const [up, down] = papersOf(papers, code);
    return [numberOf(up), numberOf(down)] as const;
  });
  return { run, wanted, papers: told, pairs };
}

/** The library that speaks to the server. Errors: `matrix/no-package`, for it is no part of every installation. */
export async function loadBullmq(): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq');
  } catch (error) {
    throw new UserError('matrix/no-package', {}, { cause: error });
  }
}

/** How the server is reached; it may go away and come back. */
export function connectionOf(url: string) {
  if (!/^rediss?:\/\/[^\s]+$/.test(url))
    throw new UserError('cli/bad-value', {
      value: url,
      option: '--queue',
      allowed: 'redis://host:port, rediss://user:password@host:port/1',
    });
  return { url, maxRetriesPerRequest: null };
}

/** Time the server is given to answer at first, and to take again what it refuses. */
export const PATIENCE_MS = 10_000;

/** What speaks to a server, and may fail while it does. */
interface Speaker {
  readonly waitUntilReady: () => Promise<unknown>;
  readonly on: (event: 'error', hear: (error: Error) => void) => unknown;
}

/** Errors: `matrix/no-queue` where nothing answers, `matrix/queue-refused` where a server wants none of us. */
export async function untilReady(speaker: Speaker, url: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), PATIENCE_MS);
    speaker.on('error', (error) => {
      if (refusal(error) !== undefined) fail(error);
    });
  });
  try {
    await Promise.race([speaker.waitUntilReady(), late]);
  } catch (error) {
    if (refusal(error) !== undefined) throw refused(error, url);
    throw new UserError('matrix/no-queue', { url: withoutPassword(url) }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** A server's own words: it knows us not (NOAUTH, WRONGPASS), has no room (OOM), takes no writes (READONLY, MISCONF). */
export function refusal(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : '';
  return /\b(?:NOAUTH|WRONGPASS|NOPERM|OOM|READONLY|MISCONF|DENIED)\b.*?(?=\. script:|$)/m.exec(
    text,
  )?.[0];
}

/** What a server refuses in its own words is the user's to mend; anything else is thrown as it is. */
export function refused(error: unknown, url: string): unknown {
  const reason = refusal(error);
  if (reason === undefined) return error;
  const params = { url: withoutPassword(url), reason: reason.replace(/(?<![.\s])[.\s]+$/, '') };
  return new UserError('matrix/queue-refused', params, { cause: error });
}

/** An address as it may be shown. */
function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
