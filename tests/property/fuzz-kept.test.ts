/** What runs keep for each other, damaged: it is as it was, or as none, or said; never something else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutPaper } from '../../src/align/cut.js';
import { ownComponents } from '../../src/align/index.js';
import { readCutPaper, writeCutPaper } from '../../src/align/paper-file.js';
import { answersText, readAnswers } from '../../src/corpus/theme-edit.js';
import { openWorkspace, readSide } from '../../src/pipeline/index.js';
import { openJournal } from '../../src/pipeline/matrix/journal.js';
import { besideOf, ownFitText, readOwnFit } from '../../src/pipeline/own-fit/file.js';
import { readVolume, readVolumePart, writeVolume } from '../../src/pipeline/search/volume-file.js';
import { VolumeBuilder } from '../../src/search/index.js';
import { itemAt, UserError } from '../../src/text/index.js';
import { cli } from '../support/cli.js';
import { fuzzed } from '../support/fuzzed.js';
import { DOWN, exported, fillCells, UP } from '../support/review-sheets.js';

const { seed, runs } = fuzzed(150);
const folder = mkdtempSync(join(tmpdir(), 'duibiao-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes cut, doubled, turned over, swapped, ended early; figures of the text made others. */
function damaged(whole: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(whole.length);
  const edit = fc.record({
    at: place,
    length: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('drop', 'double', 'flip', 'end', 'digit', 'zero'),
    bit: fc.nat(7),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce(edited, Buffer.from(whole)));
}

function edited(
  bytes: Buffer,
  { at, length, kind, bit }: { at: number; length: number; kind: string; bit: number },
): Buffer {
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)];
  if (kind === 'drop') return Buffer.concat([before, after]);
  if (kind === 'double') return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
  if (kind === 'end') return Buffer.from(before);
  if (kind === 'zero') return Buffer.concat([before, Buffer.alloc(length), after]);
  const copy = Buffer.from(bytes);
  const digit =
    kind === 'digit' ? copy.findIndex((byte, i) => i >= at && byte >= 48 && byte < 57) : -1;
  if (digit >= 0) copy[digit] = itemAt(copy, digit) + 1;
  else if (at < copy.length) copy[at] = itemAt(copy, at) ^ (1 << bit);
  return copy;
}

const fuzz = (whole: Uint8Array, check: (bytes: Uint8Array) => void, numRuns = runs): void =>
  fc.assert(fc.property(damaged(whole), check), { seed, numRuns });

describe('damaged', () => {
  it('a volume of an index is itself or none', () => {
    const builder = new VolumeBuilder();
    for (const path of ['a.txt', 'b.txt'])
      builder.add({ path, ordinal: 0, sha256: 'x', id: path, title: '青禾市方案', kind: 'plan' }, [
        Uint32Array.from([1, 5, 900_000]),
        Uint32Array.from([5, 7]),
      ]);
    const whole = writeVolume(builder.done());
    const path = join(folder, 'x.vol');
    const keys = Uint32Array.from([5, 900_000]);
    const read = (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      return [readVolume(path), readVolumePart(path, keys)];
    };
    const parts = read(whole);
    fuzz(whole, (bytes) => {
      for (const [i, found] of read(bytes).entries())
        if (found !== undefined) expect(found).toEqual(parts[i]);
    });
  });

  it('a journal gives what was put in, or nothing', () => {
    const papers = ['a', 'b', 'c'].map((id) => ({
      ...{ id, title: id, kind: 'plan' as const, path: `${id}.txt`, file: id, bytes: 1 },
      key: id.repeat(16),
    }));
    const codes = Float64Array.from([1, 2, 5]);
    const result = (n: number) => ({ figures: { sentences: n } }) as never;
    const first = openJournal(folder, papers, codes);
    for (const code of codes) first.add(code, result(code));
    const put = new Map([...codes].map((code) => [code, first.read(code)]));
    first.close();
    const path = join(folder, 'results.ndjson');
    fuzz(readFileSync(path), (bytes) => {
      writeFileSync(path, bytes);
      const journal = openJournal(folder, papers, codes);
      for (const code of codes) {
        const found = journal.read(code);
        if (found !== undefined) expect(found).toEqual(put.get(code));
        journal.add(code, result(code));
        expect(journal.read(code)).toEqual(put.get(code));
      }
      expect(journal.done()).toBe(3);
      journal.close();
    });
  });

  it('a prepared paper is read or refused, in time and room of its size', async () => {
    const ws = openWorkspace(folder);
    writeFileSync(join(folder, 'up.txt'), UP);
    const side = await readSide(ws, join(folder, 'up.txt'));
    const whole = writeCutPaper(cutPaper(side, ['湖北'], ws.engine().read()));
    fuzz(whole, (bytes) => {
      try {
        readCutPaper(bytes);
      } catch (error) {
        expect(['RangeError', 'TypeError']).toContain((error as Error).name);
      }
    });
  });

  it('a fit of one’s own is refused in words, or is sound', () => {
    const ws = openWorkspace(folder);
    const beside = { engine: ws.engine(), model: undefined };
    const components = ownComponents(false).map((name) => ({
      name,
      mean: 0.1,
      deviation: 1,
      weight: 0.2,
    }));
    const figures = { right: 0.5, f1: 0.5 };
    const whole = ownFitText({
      ...besideOf(beside),
      decisions: { yes: 10, no: 10, papers: 1, key: 'x' },
      heldOut: { by: 'decisions' as never, before: figures as never, after: figures as never },
      line: { bias: 0.1, components },
    });
    const path = join(folder, 'engine-own.json');
    const read = () => readOwnFit({ corpus: ws.corpus, cwd: folder }, beside);
    writeFileSync(path, whole);
    expect(read()?.fit.line.components).toHaveLength(components.length);
    fuzz(Buffer.from(whole), (bytes) => {
      writeFileSync(path, bytes);
      try {
        for (const { weight } of read()?.fit.line.components ?? [])
          expect(weight).toBeTypeOf('number');
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    });
    rmSync(path, { force: true });
  });

  it('answers about a theme are kept whole or refused with their line', () => {
    const whole = Buffer.from(
      answersText([
        { text: '整治河道。', yes: true },
        { text: '开行公交。', yes: false },
      ]),
    );
    fuzz(whole, (bytes) => {
      const text = Buffer.from(bytes).toString('utf8');
      try {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        expect(readAnswers(text, 'x')).toHaveLength(lines.length);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    });
  });
});

describe('a damaged sheet is read back or refused, and writes nothing where it is refused', () => {
  const sheets = new Map<string, Buffer>();
  beforeAll(async () => {
    writeFileSync(join(folder, 'up.txt'), UP);
    writeFileSync(join(folder, 'down.txt'), DOWN);
    for (const ending of ['xlsx', 'docx', 'csv', 'jsonl']) {
      const path = await exported(folder, `r.${ending}`);
      if (ending === 'xlsx') fillCells(path, { I2: '确认', I3: '否' });
      sheets.set(ending, readFileSync(path));
    }
  });

  it.each(['xlsx', 'docx', 'csv', 'jsonl'])('%s', async (ending) => {
    const numRuns = Math.ceil(runs / 25);
    await fc.assert(
      fc.asyncProperty(damaged(sheets.get(ending) ?? Buffer.alloc(0)), async (bytes) => {
        writeFileSync(join(folder, `r.${ending}`), bytes);
        rmSync(join(folder, 'links.yaml'), { force: true });
        const { code, err } = await cli(['review', 'import', `r.${ending}`, '--lang', 'en'], {
          cwd: folder,
        });
        expect([0, 1, 2], err).toContain(code);
        if (code === 2) expect(readdirSync(folder)).not.toContain('links.yaml');
      }),
      { seed, numRuns },
    );
  });
});
