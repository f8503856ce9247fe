import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { column, tinyPdf } from '../support/tiny-pdf.js';

const FULL = '各级人民政府要加强对节约用水工作的组织领导建立健全考核制度';
const SOUND = tinyPdf([column(90, 200, 16, [FULL, FULL, FULL])]);
/** A head, and nothing behind it. */
const BROKEN = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

/** Threads are numbered as they are started: what lies between two of ours are the reader's. */
async function started(work: () => Promise<void>): Promise<number> {
  const first = await numberOfNext();
  await work();
  return (await numberOfNext()) - first - 1;
}

async function numberOfNext(): Promise<number> {
  const probe = new Worker('', { eval: true });
  const { threadId } = probe;
  await probe.terminate();
  return threadId;
}

const textOf = async (bytes: Uint8Array): Promise<string> => (await readBytes(bytes, 'x.pdf')).text;

describe('the thread that PDFs are read in', () => {
  it('is kept for the next file, which reads the same', async () => {
    const first = await textOf(SOUND);
    const texts: string[] = [];
    const count = await started(async () => {
      for (let i = 0; i < 3; i += 1) texts.push(await textOf(SOUND));
    });
    expect([count, ...texts]).toEqual([0, first, first, first]);
    expect(first).toContain(FULL);
  });

  it('serves two at once by another, of which one is kept', async () => {
    await textOf(SOUND);
    const both = await started(async () => {
      expect(await Promise.all([textOf(SOUND), textOf(SOUND)])).toHaveLength(2);
    });
    expect(both).toBe(1);
    expect(await started(async () => void (await textOf(SOUND)))).toBe(0);
  });

  it('is ended with a file that is broken', async () => {
    await textOf(SOUND);
    const count = await started(async () => {
      await expect(textOf(BROKEN)).rejects.toThrow();
      await textOf(SOUND);
    });
    expect(count).toBe(1);
  });
});

describe('the library that PDFs are read with', () => {
  it("leaves Node's own functions to the process", async () => {
    await textOf(SOUND);
    const native = [
      ...[Array.prototype.push, Array.prototype.map, Function.prototype.toString],
      ...[JSON.parse, JSON.stringify, Promise.prototype.then, String.prototype.replaceAll],
    ];
    // Of another realm: one that was replaced would call the others native too.
    const sourceOf = runInNewContext('Function.prototype.toString') as () => string;
    for (const own of native)
      expect(sourceOf.call(own), own.name).toMatch(/^function \w+\(\) \{ \[native code\] \}$/);
  });
});
