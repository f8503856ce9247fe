import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVolume, readVolumePart, writeVolume } from '../../src/pipeline/search/volume-file.js';
import {
  creditedByWording,
  distinctKeys,
  keysOf,
  keysShared,
  openVolume,
  rankDocuments,
  rankPassages,
  VolumeBuilder,
  type VolumeParts,
} from '../../src/search/index.js';
import { cli, inFolder } from '../support/cli.js';

const HEAD = { ordinal: 0, sha256: '', title: '', kind: 'other' } as const;
const keys = (text: string): Uint32Array => distinctKeys(keysOf(text));

function volumeOf(documents: Readonly<Record<string, readonly string[]>>) {
  const builder = new VolumeBuilder();
  for (const [path, blocks] of Object.entries(documents))
    builder.add({ ...HEAD, path, id: path }, blocks.map(keys));
  return builder.done();
}

const NOODLES = volumeOf({
  'a.txt': ['面馆应当公示汤底的配料', '面馆每日清洗灶台和抽油烟机'],
  'b.txt': ['书店应当公示旧书的来源'],
  'c.txt': ['面馆应当公示汤底的配料和产地'],
});

type Reread = (bytes: Uint8Array, keys?: Uint32Array) => VolumeParts | undefined;

/** Volumes by way of a file. */
async function inFile(test: (reread: Reread) => void): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'x.vol');
    test((bytes, own) => {
      writeFileSync(path, bytes);
      return own === undefined ? readVolume(path) : readVolumePart(path, own);
    });
  });
}

describe('an index of texts', () => {
  it('knows in which blocks each key stands', () =>
    inFile((reread) => {
      const block = fc.uniqueArray(fc.nat({ max: 0xffffffff }), { maxLength: 30 });
      fc.assert(
        fc.property(fc.array(fc.array(block, { maxLength: 5 }), { maxLength: 6 }), (documents) => {
          const builder = new VolumeBuilder();
          for (const [i, blocks] of documents.entries())
            builder.add(
              { ...HEAD, path: `${i}`, id: `${i}` },
              blocks.map((own) => Uint32Array.from(own)),
            );
          const all = documents.flat();
          const asked = Uint32Array.from(new Set([...all.flat(), 7]));
          const out = new Uint32Array(all.length);
          for (const keys of [undefined, asked]) {
            const volume = openVolume(reread(writeVolume(builder.done()), keys)!);
            for (const key of asked) {
              const count = volume.blocksOf(key, out);
              const expected = [...all.keys()].filter((i) => all[i]!.includes(key));
              expect([...out.subarray(0, count)]).toEqual(expected);
              expect(volume.count(key)).toBe(expected.length);
            }
          }
        }),
      );
    }));

  it('answers for some keys without the others, however large it is', () =>
    inFile((reread) => {
      const builder = new VolumeBuilder();
      let state = 1;
      const next = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state;
      };
      for (let i = 0; i < 40; i += 1) {
        const blocks = Array.from({ length: 10 }, () => Uint32Array.from({ length: 600 }, next));
        builder.add({ ...HEAD, path: `${i}`, id: `${i}` }, blocks);
      }
      const bytes = writeVolume(builder.done());
      // Directory and lists are each longer than what is read at once.
      const { directory, postings } = reread(bytes)!;
      expect(Math.min(directory.byteLength, postings.length)).toBeGreaterThan(2 ** 18);
      const whole = openVolume(reread(bytes)!);
      const asked = Uint32Array.from([...whole.keys()].filter((_, i) => i % 50 === 0));
      const parts = reread(bytes, asked)!;
      expect(parts.postings.length).toBeLessThan(bytes.length / 10);
      const part = openVolume(parts);
      const [one, other] = [new Uint32Array(whole.blockCount), new Uint32Array(whole.blockCount)];
      for (const key of asked) {
        const count = part.blocksOf(key, one);
        expect(whole.blocksOf(key, other)).toBe(count);
        expect([...one.subarray(0, count)]).toEqual([...other.subarray(0, count)]);
      }
    }));

  it('is none when a byte of it is another', () =>
    inFile((reread) => {
      const bytes = writeVolume(NOODLES);
      const asked = keys('面馆应当公示汤底的配料');
      for (const own of [undefined, asked]) {
        for (let at = 0; at < bytes.length; at += 7) {
          const damaged = Uint8Array.from(bytes);
          damaged[at]! ^= 1;
          expect(reread(damaged, own)?.documents ?? []).not.toEqual(NOODLES.documents);
        }
        expect(reread(bytes.subarray(0, -1), own)).toBeUndefined();
        expect(reread(bytes, own)?.documents).toEqual(NOODLES.documents);
      }
      expect(reread(bytes)).toEqual({ ...NOODLES, postings: expect.anything() });
    }));

  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['what shares most first, for its size', '面馆应当公示汤底的配料', ['c.txt', 'a.txt', 'b.txt']],
    ['what shares nothing is left out', '每日清洗灶台', ['a.txt']],
    ['nothing for a text of two characters', '面馆', []],
  ];
  it.each(rows)('ranks documents: %s', (_name, text, expected) => {
    const options = { most: 5, factorOf: () => 1 };
    const ranked = rankDocuments([openVolume(NOODLES)], keys(text), options);
    expect(ranked.map(({ document }) => document.path)).toEqual(expected);
  });

  const SHELF = '书架每层承重不超过四十千克，书店每季度检查一次书架的螺栓';
  const credits: readonly (readonly [string, readonly [readonly string[], number][], number[]])[] =
    [
      [
        'to the nearest wording',
        [
          [['书架每层承重不超过五十千克'], 0],
          [[SHELF], 0],
        ],
        [0, 2],
      ],
      [
        'to the first of equals',
        [
          [[SHELF], 0],
          [[SHELF], 0],
        ],
        [2, 0],
      ],
      [
        'to the nearer place',
        [
          [[SHELF], 0],
          [['书架每层承重不超过五十千克'], 0.3],
        ],
        [1, 1],
      ],
      ['not for less than half of it', [[['书店每年歇业一次'], 1]], [0]],
      ['to nobody without sources', [], []],
    ];
  it.each(credits)('credits clauses by wording %s', (_name, sources, expected) => {
    const worded = sources.map(([sentences, bonus]) => ({ sentences, bonus }));
    expect(creditedByWording([SHELF, '！'], worded)).toEqual(expected);
  });

  it('ranks passages by the block that holds most, and leaves out what does not count', () => {
    const factorOf = ({ path }: { readonly path: string }): number => (path === 'c.txt' ? 0 : 1);
    const ranked = rankPassages([openVolume(NOODLES)], keys('公示汤底的配料'), {
      most: 5,
      factorOf,
    });
    expect(ranked.map(({ document, score }) => [document.path, score])).toEqual([['a.txt', 1]]);
  });

  it('counts what papers share, over volumes and for each key once', () => {
    const [one, other] = [NOODLES, volumeOf({ 'd.txt': ['面馆每日清洗灶台', '面馆每日清洗灶台'] })];
    const volumes = [openVolume(one), openVolume(other)];
    // `b.txt` and `c.txt` are one paper of two files' worth, nobody asks for it.
    const paperOf = [Int32Array.of(0, 1, 1), Int32Array.of(2)];
    const rows = keysShared({ volumes, paperOf, count: 3 }, [0, 2]);
    const shared = (a: string, b: string): number => {
      const own = new Set(keys(a));
      return keys(b).filter((key) => own.has(key)).length;
    };
    const wet = shared('面馆应当公示汤底的配料', '面馆应当公示汤底的配料和产地');
    expect(rows.map((row) => [...row])).toEqual([
      [expect.any(Number), wet, shared('面馆每日清洗灶台和抽油烟机', '面馆每日清洗灶台')],
      [
        shared('面馆每日清洗灶台和抽油烟机', '面馆每日清洗灶台'),
        0,
        keys('面馆每日清洗灶台').length,
      ],
    ]);
  });

  it('breaks no key at punctuation it has not', () => {
    expect(keysOf('甲乙、丙丁')).toHaveLength(0);
    expect(keysOf('甲乙丙')).toHaveLength(1);
    expect([...keysOf('甲乙丙，丁', (text) => [text.length])]).toHaveLength(3);
  });
});

const LAW = `中华人民共和国茶馆法
第一条 茶馆应当公示茶叶的产地和采摘年份。
第二条 茶馆不得使用霉变的茶叶。
第三条 茶馆应当每日清洗茶具，并保存清洗记录。
`;
const PROVINCE = `湖北省茶馆管理条例
第一条 本省茶馆应当公示茶叶的产地和采摘年份，注明焙火程度。
第二条 茶馆应当设置专门的茶具消毒间，每日清洗茶具，并保存清洗记录。
第三条 鼓励茶馆收藏老茶具，举办茶艺展示。
`;
const OTHER = `山东省渡口管理条例
第一条 渡口应当悬挂水位标尺。
第二条 渡船不得超载。
`;
const CITY = `武汉市茶馆管理办法
第一条 本市茶馆应当公示茶叶的产地和采摘年份，注明焙火程度。
第二条 茶馆应当设置专门的茶具消毒间，每日清洗茶具，并保存清洗记录。
第三条 茶馆不得使用霉变的茶叶。
`;

/** A folder of papers that is no corpus, and a cache. */
async function inTeahouse(
  test: (run: (...args: string[]) => ReturnType<typeof cli>, papers: string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const papers = join(folder, 'papers');
    mkdirSync(join(papers, 'deep'), { recursive: true });
    writeFileSync(join(papers, 'law.txt'), LAW);
    writeFileSync(join(papers, 'deep', 'province.txt'), PROVINCE);
    writeFileSync(join(papers, 'other.md'), OTHER);
    writeFileSync(join(papers, 'city.txt'), CITY);
    writeFileSync(join(papers, 'broken.docx'), 'no archive');
    writeFileSync(join(papers, 'notes.xyz'), LAW);
    const world = { cwd: folder, env: { DUIBIAO_CACHE_DIR: join(folder, 'cache') } };
    await test((...args) => cli([...args, '--lang', 'en'], world), papers);
  });
}

interface Sources {
  readonly papers: number;
  readonly left: readonly string[];
  readonly sources: readonly {
    readonly document: { readonly path: string };
    readonly clauses: number;
    readonly share: number;
    readonly passages: readonly { readonly downstreamText: string; readonly relation: string }[];
  }[];
}

describe('sources', () => {
  it('credits each clause to the nearest source, and leaves the document itself out', async () => {
    await inTeahouse(async (run) => {
      const { out, err, code } = await run(
        'sources',
        'papers/city.txt',
        '--corpus',
        'papers',
        '-f',
        'json',
      );
      expect(code).toBe(0);
      expect(err).toContain('broken.docx');
      const found = JSON.parse(out) as Sources;
      expect(found.papers).toBe(4);
      expect(found.left).toEqual(['broken.docx']);
      const paths = found.sources.map(({ document }) => document.path);
      expect(paths.slice(0, 2)).toEqual(['deep/province.txt', 'law.txt']);
      expect(paths).not.toContain('city.txt');
      const [province, law] = found.sources;
      expect(province!.share).toBeGreaterThan(law!.share);
      expect(law!.passages.map(({ downstreamText }) => downstreamText)).toEqual([
        expect.stringContaining('霉变'),
      ]);
    });
  });

  it('looks only where it is told to', async () => {
    await inTeahouse(async (run) => {
      const args = ['sources', 'papers/city.txt', '--corpus', 'papers', '-f', 'json'];
      const { out } = await run(...args, '--from', 'national');
      const { sources } = JSON.parse(out) as Sources;
      expect(sources.map(({ document }) => document.path)).toEqual(['law.txt']);
    });
  });

  it('says the same again, and something else as soon as anything is otherwise', async () => {
    await inTeahouse(async (run, papers) => {
      const args = ['sources', 'papers/city.txt', '--corpus', 'papers', '-f', 'json'];
      const first = await run(...args);
      for (let i = 0; i < 2; i += 1) expect((await run(...args)).out).toBe(first.out);
      const pathsOf = ({ out }: { readonly out: string }): string[] =>
        (JSON.parse(out) as Sources).sources.map(({ document }) => document.path);
      expect(pathsOf(await run(...args, '--from', 'national'))).toEqual(['law.txt']);
      expect(pathsOf(await run(...args, '--limit', '1'))).toEqual(['deep/province.txt']);
      writeFileSync(join(papers, 'city.txt'), `${OTHER}第三条 渡船每年检修。\n`);
      expect(pathsOf(await run(...args))).toEqual(['other.md']);
      writeFileSync(join(papers, 'city.txt'), CITY);
      writeFileSync(join(papers, 'new.txt'), PROVINCE.replace('湖北', '湖南'));
      const more = await run(...args);
      expect((JSON.parse(more.out) as Sources).papers).toBe(5);
      expect((await run(...args)).out).toBe(more.out);
    });
  });

  it('reads what changed since, and mends a damaged index with a word', async () => {
    await inTeahouse(async (run, papers) => {
      const args = ['sources', 'papers/city.txt', '--corpus', 'papers', '-f', 'json'];
      const first = await run(...args);
      writeFileSync(join(papers, 'deep', 'province.txt'), OTHER);
      const { out, err } = await run(...args);
      expect(err).not.toContain('damaged');
      const paths = (JSON.parse(out) as Sources).sources.map(({ document }) => document.path);
      expect(paths).toEqual(['law.txt']);
      writeFileSync(join(papers, 'deep', 'province.txt'), PROVINCE);
      const index = join(papers, '..', 'cache', 'index');
      const own = join(index, readdirSync(index)[0]!);
      for (const name of readdirSync(own)) {
        const size = readFileSync(join(own, name)).length;
        truncateSync(join(own, name), size - 3);
      }
      const mended = await run(...args);
      expect(mended.err).toContain('damaged');
      expect(mended.out).toBe(first.out);
      expect((await run(...args)).err).not.toContain('damaged');
    });
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ['a folder that is none', ['sources', 'wuhan', '--corpus', 'nowhere'], 'nowhere'],
    ['a folder without papers', ['sources', 'wuhan', '--corpus', 'cache'], 'cache'],
    ['a level that is none', ['sources', 'wuhan', '--from', 'village'], 'village'],
    ['too little to look for', ['find', '茶馆'], '茶馆'],
  ];
  it.each(refused)('refuses %s', async (_name, args, named) => {
    await inTeahouse(async (run, papers) => {
      mkdirSync(join(papers, '..', 'cache'), { recursive: true });
      const { code, err } = await run(...args);
      expect(code).toBe(2);
      expect(err).toContain(named);
    });
  });
});

describe('find', () => {
  it('finds a passage in its own words and in others', async () => {
    await inTeahouse(async (run) => {
      const args = ['find', '茶馆要天天清洗茶具', '--corpus', 'papers', '-f', 'jsonl'];
      const { out, code } = await run(...args);
      expect(code).toBe(0);
      const rows = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { path: string; text: string });
      expect(
        rows
          .map(({ path }) => path)
          .slice(0, 3)
          .sort(),
      ).toEqual(['city.txt', 'deep/province.txt', 'law.txt']);
      expect(rows[0]!.text).toContain('清洗茶具');
      const { out: none } = await run('find', '火车站候车室的座椅', '--corpus', 'papers');
      expect(none).toContain('Nothing like it');
    });
  });
});
