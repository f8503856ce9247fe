import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPaper } from '../../src/align/cut.js';
import { readCutPaper, writeCutPaper } from '../../src/align/paper-file.js';
import { openCache } from '../../src/corpus/index.js';
import {
  alignPair,
  alignPapersOf,
  openWorkspace,
  preparePaper,
  readSide,
} from '../../src/pipeline/index.js';
import { PackedReader, PackedWriter } from '../../src/text/index.js';
import { inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const PAIRS = [
  ['hubei', 'wuhan'],
  ['wuhan-explanation-2020', 'hubei-explanation-2020'],
  // Several documents on one side.
  ['national', 'hubei-explanation-2020'],
  ['hubei-explanation-2020', 'hubei-explanation-2020'],
] as const;

describe('papers prepared once', () => {
  it.each(PAIRS)('give the links of alignPair to the bit: %s, %s', async (up, down) => {
    await inFolder(async (folder) => {
      const alone = openWorkspace(ROOT);
      const expected = await alignPair(
        alone,
        await readSide(alone, up),
        await readSide(alone, down),
      );
      // The second time from what the first has kept.
      for (const again of [false, true]) {
        const ws = openWorkspace(ROOT, undefined, openCache({ folder, version: '1' }));
        const papers = {
          up: await preparePaper(ws, await readSide(ws, up)),
          down: await preparePaper(ws, await readSide(ws, down)),
        };
        expect(readdirSync(folder).some((name) => name.startsWith('paper-'))).toBe(true);
        await alignPapersOf(ws, papers.down, papers.up);
        expect([again, await alignPapersOf(ws, papers.up, papers.down)]).toEqual([again, expected]);
      }
    });
  });

  it('prepares a side once in a run', async () => {
    const ws = openWorkspace(ROOT);
    const side = await readSide(ws, 'wuhan');
    expect(await preparePaper(ws, side)).toBe(await preparePaper(ws, side));
  });

  it('reads a cut paper back as it was written, and refuses a damaged one', async () => {
    const ws = openWorkspace(ROOT);
    const cut = cutPaper(await readSide(ws, 'wuhan'), ['武汉', '武汉市'], ws.engine().read());
    const bytes = writeCutPaper(cut);
    const back = readCutPaper(bytes);
    expect(back.words).toEqual(cut.words);
    expect(back.headings).toEqual(cut.headings);
    const plain = (sentences: typeof cut.sentences) =>
      sentences.map(({ neutral, ...rest }) => ({
        ...rest,
        neutral: [neutral.text, [...Array.from(neutral.origins)], [...Array.from(neutral.ends)]],
      }));
    expect(plain(back.sentences)).toEqual(plain(cut.sentences));
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(1), new Uint8Array([...bytes, 0])])
      expect(() => readCutPaper(damaged)).toThrow();
  });
});

describe('packed numbers', () => {
  const whole = fc.nat({ max: Number.MAX_SAFE_INTEGER });
  it('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.array(whole),
        fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 })),
        fc.string({ unit: 'grapheme' }),
        (numbers, signed, text) => {
          const out = new PackedWriter();
          for (const value of numbers) out.number(value);
          out.text(text);
          for (const value of signed) out.signed(value);
          out.rising(signed);
          const from = new PackedReader(out.done());
          expect(numbers.map(() => from.number())).toEqual(numbers);
          expect(from.text()).toBe(text);
          expect(signed.map(() => from.signed())).toEqual(signed);
          expect([...from.rising()]).toEqual(signed);
          expect(from.isAtEnd).toBe(true);
        },
      ),
    );
  });

  it('end where the bytes end', () => {
    expect(() => new PackedReader(new Uint8Array([128])).number()).toThrow(RangeError);
    expect(() => new PackedReader(new Uint8Array([5, 1])).numbers()).toThrow(RangeError);
    expect(() => new PackedReader(new Uint8Array([5, 65])).text()).toThrow(RangeError);
  });
});
