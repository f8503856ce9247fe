import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { honest, withModelServer } from '../support/model-server.js';

const OWN = 'engine-own.json';

interface Found {
  readonly links: { grain: string; score: number; upstream: string[]; downstream: string[] }[];
}

/** One cache for all, so that texts are prepared once. */
const cache = mkdtempSync(join(tmpdir(), 'duibiao-test-'));
const duibiao = (cwd: string, ...args: string[]) =>
  cli(args, { cwd, env: { XDG_CACHE_HOME: cache } });
const found = async (cwd: string): Promise<string> =>
  (await duibiao(cwd, 'align', 'hubei', 'wuhan', '--format', 'json')).out;

const line = (upstream: string, downstream: string, answer: string): string =>
  JSON.stringify({ upstream, downstream, answer });

/** What the engine finds by itself; a strict person, to whom links of less than .9 are none; and what is fitted on that. */
let shipped = '';
let strict: readonly string[] = [];
let kept = '';

beforeAll(
  () =>
    inFolder(async (cwd) => {
      shipped = await found(cwd);
      strict = sentencesOf(shipped).map(({ up, down, score }) =>
        line(up, down, score >= 0.9 ? 'yes' : 'no'),
      );
      await fit(cwd, decide(cwd, strict), '--own');
      kept = readFileSync(join(cwd, OWN), 'utf8');
    }),
  60_000,
);

afterAll(() => rmSync(cache, { recursive: true, force: true }));

function sentencesOf(json: string): { up: string; down: string; score: number }[] {
  return (JSON.parse(json) as Found).links
    .filter(({ grain }) => grain === 'sentence')
    .map(({ upstream: [up = ''], downstream: [down = ''], score }) => ({ up, down, score }));
}

function decide(cwd: string, lines: readonly string[], name = 'said.jsonl'): string {
  writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);
  return name;
}

const fit = (cwd: string, links: string, ...more: string[]) =>
  duibiao(cwd, 'fit', 'hubei', 'wuhan', '--links', links, ...more);

describe('fit --own', () => {
  it('says what a strict person taught, and writes nothing unasked', () =>
    inFolder(async (cwd) => {
      const tried = await fit(cwd, decide(cwd, strict), '--format', 'json');
      expect(JSON.parse(tried.out)).toMatchObject({ verdict: 'better', written: false });
      expect(() => readFileSync(join(cwd, OWN))).toThrow();
    }));

  it('keeps it, and every command goes by it until the file is deleted', () =>
    inFolder(async (cwd) => {
      const { code, out } = await fit(cwd, decide(cwd, strict), '--own', '--lang', 'en');
      expect(code).toBe(0);
      expect(out).toContain(`Written to ${OWN}`);
      // The same decisions teach the same.
      expect(readFileSync(join(cwd, OWN), 'utf8')).toBe(kept);
      const own = await found(cwd);
      expect(sentencesOf(own).length).toBeLessThan(sentencesOf(shipped).length);
      // What is kept of earlier runs is told apart.
      expect(await found(cwd)).toBe(own);
      rmSync(join(cwd, OWN));
      expect(await found(cwd)).toBe(shipped);
    }));

  it('is shown by doctor and explain', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, OWN), kept);
      const doctor = await duibiao(cwd, 'doctor', '--lang', 'en');
      expect(doctor.out).toMatch(
        /own fit +engine-own\.json: \d+ decisions about 1 pair of papers/u,
      );
      const [doubtful] = sentencesOf(shipped).filter(({ score }) => score < 0.6);
      const { up = '', down = '' } = doubtful ?? {};
      const why = await duibiao(cwd, 'explain', up, down, '--format', 'json');
      const { explanations } = JSON.parse(why.out) as {
        explanations: [{ components: { name: string; contribution: number }[] }];
      };
      const own = explanations[0].components.find(({ name }) => name === 'own-fit');
      expect(own?.contribution).toBeLessThan(0);
    }));

  it('stays with the engine where nothing is to be learned, and says so', () =>
    inFolder(async (cwd) => {
      // People who are of the engine's mind as often as it expects; parts of the golden ratio stand for luck.
      const said = sentencesOf(shipped).map(({ up, down, score }, i) =>
        line(up, down, (i * 0.618034) % 1 < score ? 'yes' : 'no'),
      );
      writeFileSync(join(cwd, OWN), 'kept as it is');
      const { code, out } = await fit(cwd, decide(cwd, said), '--own', '--lang', 'en');
      expect(code).toBe(0);
      expect(out).toContain('nothing was written');
      expect(readFileSync(join(cwd, OWN), 'utf8')).toBe('kept as it is');
    }));

  it('finds the papers of a corpus by its decisions', () =>
    inFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'links.yaml'),
        `${strict.join('\n')}\n${line('gone:1.1', 'wuhan:7.1', 'no')}\n`,
      );
      const { out } = await duibiao(cwd, 'fit', '--format', 'json');
      expect(JSON.parse(out)).toMatchObject({
        papers: [{ upstream: 'hubei', downstream: 'wuhan' }],
        decisions: { unknown: 1, twice: 0 },
        heldOut: { by: 'parts' },
      });
    }));

  it.each<[string, (all: readonly string[]) => readonly string[], string]>([
    ['no decisions', () => ['# nothing yet'], 'There are no decisions'],
    ['too few', (all) => all.slice(0, 7), 'There are 7 decisions'],
    ['nothing but yes', (all) => all.filter((own) => own.includes('"yes"')), 'at least 5 of each'],
    ['nothing but no', (all) => all.filter((own) => own.includes('"no"')), 'at least 5 of each'],
    [
      'nothing but mistakes',
      (all) =>
        all
          .map((own) => own.replace('"yes"', '"no"'))
          .concat(
            Array.from({ length: 8 }, (_, i) =>
              line(`hubei:11.${i + 1}`, `wuhan:45.${i + 1}`, 'yes'),
            ),
          ),
      'contradict the engine',
    ],
    ['no form of ours', () => ['{"upstream":"hubei:11.5","answer":"perhaps"}'], 'said.jsonl:1'],
  ])('writes nothing for %s', (_name, choose, message) =>
    inFolder(async (cwd) => {
      const said = decide(cwd, choose(strict));
      const { code, err } = await fit(cwd, said, '--own', '--lang', 'en');
      expect(err).toContain(message);
      expect(code).toBe(2);
      expect(() => readFileSync(join(cwd, OWN))).toThrow();
    }),
  );

  it('counts pairs answered both ways, the later answer standing', () =>
    inFolder(async (cwd) => {
      const all = strict;
      const turned = all.slice(0, 4).map((own) => own.replace(/"(?:yes|no)"\}/u, '"no"}'));
      const { out } = await fit(cwd, decide(cwd, [...turned, ...all]), '--format', 'json');
      const twice = all.slice(0, 4).filter((own) => own.includes('"yes"')).length;
      const { decisions } = JSON.parse(out) as { decisions: { twice: number; yes: number } };
      expect(decisions.twice).toBe(twice);
      expect(decisions.yes).toBe(all.filter((own) => own.includes('"yes"')).length);
    }));

  it.each([
    ['odd papers', ['fit', 'hubei'], 'in pairs'],
    ['a file that is not there', ['fit', 'hubei', 'wuhan', '--links', 'no.yaml'], 'no.yaml'],
    ['a corpus without decisions', ['fit'], 'links.yaml'],
  ])('refuses %s', (_name, args, message) =>
    inFolder(async (cwd) => {
      const { code, err } = await duibiao(cwd, ...args);
      expect(err).toContain(message);
      expect(code).toBe(2);
    }),
  );

  it.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    [
      'of another engine',
      (file) => ({ ...file, engine: { version: 'old', key: 'old' } }),
      'beside engine old',
    ],
    ['of another model', (file) => ({ ...file, model: 'other' }), 'another model'],
    [
      'whose line asks other things',
      (file) => ({ ...file, line: { bias: 0, components: [] } }),
      'damaged',
    ],
    ['that is none of ours', () => ({ schema: 'x' }), 'damaged'],
    ['cut short', () => undefined, 'damaged'],
  ])('refuses a file %s, and doctor says why', (_name, change, message) =>
    inFolder(async (cwd) => {
      const changed = change(JSON.parse(kept));
      writeFileSync(
        join(cwd, OWN),
        changed === undefined ? kept.slice(0, 200) : JSON.stringify(changed),
      );
      for (const lang of ['en', 'zh']) {
        const { code, err } = await duibiao(cwd, 'align', 'hubei', 'wuhan', '--lang', lang);
        expect(code).toBe(2);
        expect(err).toContain(lang === 'en' ? message : '删除');
      }
      expect((await duibiao(cwd, 'doctor', '--lang', 'en')).out).toMatch(/^! own fit/mu);
      // What links nothing does not ask for it.
      expect((await duibiao(cwd, 'parse', 'hubei')).code).toBe(0);
    }),
  );

  it('is made anew over a file that is refused', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, OWN), '{}');
      expect((await fit(cwd, decide(cwd, strict), '--own')).code).toBe(0);
      expect(readFileSync(join(cwd, OWN), 'utf8')).toBe(kept);
    }));
});

describe('a user’s own model', () => {
  it('is weighed, shown, and belongs to the fit', () =>
    withModelServer(honest, ({ url }) =>
      inFolder(async (cwd) => {
        const config = join(cwd, 'duibiao.config.yaml');
        writeFileSync(config, `semantics:\n  server: ${url}\n  model: hash\n`);
        const made = await fit(cwd, decide(cwd, strict), '--own', '--format', 'json');
        expect(JSON.parse(made.out)).toMatchObject({ model: true, written: true });
        const file = readFileSync(join(cwd, OWN), 'utf8');
        expect(JSON.parse(file).line.components.at(-1)).toMatchObject({ name: 'own-model' });
        expect(file).not.toContain('127.0.0.1');

        const [doubtful] = sentencesOf(shipped).filter(({ score }) => score < 0.6);
        const { up = '', down = '' } = doubtful ?? {};
        const why = await duibiao(cwd, 'explain', up, down, '--format', 'json');
        const { explanations } = JSON.parse(why.out) as {
          explanations: [{ components: { name: string }[] }];
        };
        const names = explanations[0].components.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(['own-fit', 'own-model']));

        rmSync(config);
        const { code, err } = await duibiao(cwd, 'align', 'hubei', 'wuhan', '--lang', 'en');
        expect(code).toBe(2);
        expect(err).toContain('another model');
      }),
    ));
});
