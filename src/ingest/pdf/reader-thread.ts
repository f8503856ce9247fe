/** The thread in which PDFs are unpacked: one is kept for the next file, since to load it takes longer than to read a plan. */
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { builtIns } from './built-ins.js';

/** Classes of the browser that pdfjs-dist names while it loads and needs for drawing only. */
export const BROWSER_CLASSES = ['DOMMatrix', 'Path2D', 'ImageData'] as const;

/** Warnings of pdfjs after which it goes on with less text than the page had; others are of how letters look. */
const DAMAGE =
  /^Warning: (?:getTextContent - ignoring errors|loadFont - translateFont failed|Invalid cMap data|Unknown command|Unterminated (?:hex )?string)/;

/** What the thread does: the reading half of pdfjs, given a port for each file. */
const READER = `
import { parentPort, workerData } from 'node:worker_threads';
for (const name of ${JSON.stringify(BROWSER_CLASSES)}) globalThis[name] ??= class {};
const listen = (said) => { if (${String(DAMAGE)}.test(said)) Atomics.add(workerData.damaged, 0, 1); };
for (const way of ['log', 'info', 'warn', 'error']) console[way] = listen;
const restoreBuiltIns = (${String(builtIns)})();
const { WorkerMessageHandler } = await import(workerData.script);
restoreBuiltIns();
parentPort.on('message', (port) => WorkerMessageHandler.initializeFromPort(port));
`;

/** One file's use of a thread. */
interface Reading {
  readonly port: MessagePort;
  /** Rejects when the thread fails. */
  readonly failed: Promise<never>;
  /** How often something could not be read since this was last asked. */
  readonly damage: () => number;
  /** Leave the thread to the next file. */
  readonly done: () => Promise<void>;
  /** End the thread, in the midst of whatever it does. */
  readonly end: () => Promise<void>;
}

/** Files after which a thread is ended: what its library keeps of each must not add up. */
const MOST_FILES = 100;
/** How long a thread waits for another file. */
const IDLE_MS = 10_000;

class ReaderThread {
  private readonly damaged = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly worker: Worker;
  /** Tells the file that is being read that the thread failed. */
  private fail: (error: unknown) => void = () => undefined;
  private files = 0;

  constructor(
    script: string,
    private readonly idle: IdleThread,
  ) {
    this.worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(READER)}`), {
      workerData: { script: pathToFileURL(script).href, damaged: this.damaged },
      execArgv: [],
      env: {},
    });
    this.worker.once('error', (error) => {
      this.idle.drop(this);
      this.fail(error);
    });
  }

  read(): Reading {
    const { port1: port, port2 } = new MessageChannel();
    this.files += 1;
    // One for each file: whoever waits for it holds what came of the wait for as long as it stands.
    const failed = new Promise<never>((_, reject) => {
      this.fail = reject;
    });
    // Nobody may be waiting when it fails.
    failed.catch(() => undefined);
    this.worker.ref();
    this.worker.postMessage(port2, [port2]);
    const damage = (): number => Atomics.exchange(this.damaged, 0, 0);
    damage();
    const end = async (): Promise<void> => {
      port.close();
      await this.end();
    };
    const done = async (): Promise<void> => {
      if (this.files >= MOST_FILES || !this.idle.keep(this)) return end();
      port.close();
      this.worker.unref();
    };
    return { port, failed, damage, done, end };
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Holds the thread that waits for a file: one, for files are read one after another. */
class IdleThread {
  private thread: ReaderThread | undefined;
  private timer: NodeJS.Timeout | undefined;

  take(): ReaderThread | undefined {
    const { thread } = this;
    clearTimeout(this.timer);
    this.thread = undefined;
    return thread;
  }

  /** *Out* false where another one waits already. */
  keep(thread: ReaderThread): boolean {
    if (this.thread !== undefined) return false;
    this.thread = thread;
    this.timer = setTimeout(() => void this.take()?.end(), IDLE_MS).unref();
    return true;
  }

  drop(thread: ReaderThread): void {
    if (this.thread === thread) this.take();
  }
}

const IDLE = new IdleThread();

/** *In* the library's script for threads: the same in all calls. */
export function startReading(script: string): Reading {
  const thread = IDLE.take() ?? new ReaderThread(script, IDLE);
  return thread.read();
}
