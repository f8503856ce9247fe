import { type Phrase, phrase } from '../messages/index.js';
import { UserError } from '../text/index.js';

/** What reading one file may take. Every importer, and standard input, is held to the same. */
export interface Budget {
  /** Bytes of the file, and bytes its packed parts unpack to. */
  readonly bytes: number;
  /** UTF-16 code units of its text. */
  readonly characters: number;
  /** Pages of a PDF or OFD, pictures of a scan. */
  readonly pages: number;
  /** Paragraphs, table rows, members of an archive: whatever the format counts its text in. */
  readonly units: number;
  /** Seconds from the first byte to the text. */
  readonly seconds: number;
  /** Bytes the process may grow by. */
  readonly memory: number;
}

/**
 * The budget in force. The longest policy text seen has 1 MB and 400,000 characters (a compendium of plans), the
 * largest PDF 10 MB and 300 pages, read in seconds: each limit leaves ten times that, and the whole fits a machine of 4 GB.
 */
export const BUDGET: Budget = {
  bytes: 64 * 2 ** 20,
  characters: 8 * 2 ** 20,
  pages: 3000,
  units: 200_000,
  seconds: 120,
  memory: 2 ** 30,
};

/** What is counted while a file is read. */
export type Counted = 'characters' | 'pages' | 'units';

/** Keeps the account of one file. Importers say what they found; each call throws `UserError` once the budget is spent. */
export interface Meter {
  readonly budget: Budget;
  /** So much more was found. Asks the clock and the memory now and then as well. */
  readonly spend: (what: Counted, amount: number) => void;
  /** So much there is in all, whether or not it was counted on the way. */
  readonly reach: (what: Counted, amount: number) => void;
  /** Time and memory: once for each page, part or member. *Cost*: microseconds. */
  readonly check: () => void;
  /** So much more for work that is known to take it: seconds for a page that is recognised, bytes for the recogniser. */
  readonly allow: (more: Partial<Pick<Budget, 'seconds' | 'memory'>>) => void;
}

/** Calls of `spend` between two looks at clock and memory. */
const LOOK_EVERY = 1024;

/** An account that begins now. `path` is for messages only. */
export function openMeter(path: string, limits: Partial<Budget> = {}): Meter {
  const budget = { ...BUDGET, ...limits };
  const spent: Record<Counted, number> = { characters: 0, pages: 0, units: 0 };
  let { memory, seconds } = budget;
  let until = performance.now() + budget.seconds * 1000;
  const atFirst = process.memoryUsage.rss();
  let calls = 0;
  const check = (): void => {
    if (performance.now() > until) throw overBudget(path, 'seconds', { ...budget, seconds });
    if (process.memoryUsage.rss() - atFirst > memory)
      throw overBudget(path, 'memory', { ...budget, memory });
  };
  const reach = (what: Counted, amount: number): void => {
    spent[what] = Math.max(spent[what], amount);
    if (spent[what] > budget[what]) throw overBudget(path, what, budget);
  };
  return {
    budget,
    check,
    reach,
    allow: (more) => {
      seconds += more.seconds ?? 0;
      until += (more.seconds ?? 0) * 1000;
      memory += more.memory ?? 0;
    },
    spend: (what, amount) => {
      reach(what, spent[what] + amount);
      calls += 1;
      if (calls % LOOK_EVERY === 0) check();
    },
  };
}

/** How often what runs in another thread is looked after, in milliseconds. */
const WATCH_MS = 50;

/**
 * Wait for work of another thread no longer than the budget allows. The caller ends the thread, which frees what it took.
 *
 * *Errors*: `ingest/over-budget`; those of `work`.
 */
export async function watched<Value>(meter: Meter, work: Promise<Value>): Promise<Value> {
  let watch: NodeJS.Timeout | undefined;
  const spent = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      try {
        meter.check();
      } catch (error) {
        reject(error);
      }
    }, WATCH_MS);
  });
  try {
    return await Promise.race([work, spent]);
  } finally {
    clearInterval(watch);
  }
}

function overBudget(path: string, what: Exclude<keyof Budget, 'bytes'>, budget: Budget): UserError {
  const amount = what === 'memory' ? Math.round(budget.memory / 2 ** 20) : budget[what];
  const limit: Phrase = phrase(`budget/${what}`, { amount });
  return new UserError('ingest/over-budget', { path, allowed: limit });
}

/** A file that is larger than the budget, or unpacks to more. */
export function tooLarge(path: string, bytes: number): UserError {
  return new UserError('ingest/too-large', { path, limit: Math.round(bytes / 2 ** 20) });
}
