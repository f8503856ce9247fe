import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doubtfulTexts, doubtsText } from '../../src/findings/index.js';
import { parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { cli } from '../support/cli.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

/** Of many lengths: lines of one length would be taken for printed ones. */
const SENTENCES = Array.from(
  { length: 14 },
  (_, i) => `县水利局承担渠道改造的各项任务并按时完成${'，逐月通报进展情况'.repeat((i * 3) % 7)}。`,
);
const CLEAN = `武汉市节水方案\n\n${SENTENCES.join('\n\n')}\n`;
const OPEN = `武汉市节水方案\n\n${SENTENCES.map((text) => text.slice(0, -1)).join('\n\n')}\n`;
const SCRAPS = `武汉市节水方案\n\n${SENTENCES.join('\n\n县水\n\n')}\n\n${SENTENCES.join('\n\n')}\n`;

const documentOf = (text: string) => {
  const [document] = parse(sourceOf(text), PARSE_OPTIONS).documents;
  if (document === undefined) throw new Error('no document');
  return document;
};

describe('quality of a text', () => {
  it.each([
    ['a clean one', CLEAN, []],
    ['without stops', OPEN, ['open-paragraphs']],
    ['in scraps', SCRAPS, ['damaged-lines']],
    ['characters nobody can read', CLEAN.replaceAll('渠道', '\ue123'), ['damaged-lines']],
    ['too short to judge', '武汉市节水方案\n\n全县动员起来节约用水\n', []],
    ['a title that says no kind of paper', CLEAN.replace('方案', '之路'), ['weak-title']],
    [
      'a title that lost its rest',
      CLEAN.replace('武汉市节水方案', '武汉市关于印发《节水方案'),
      ['weak-title'],
    ],
    ['a place that is nowhere', CLEAN.replace('武汉市', ''), ['weak-level']],
  ])('%s', (_name, text, doubts) => {
    expect(documentOf(text).quality.doubts).toEqual(doubts);
  });

  it('is doubtful where the file itself is damaged', () => {
    const damage = { code: 'ingest/damaged-pages', severity: 'warning', message: '' } as const;
    const [document] = parse(
      { ...sourceOf(CLEAN), diagnostics: [damage] },
      PARSE_OPTIONS,
    ).documents;
    expect(document?.quality.doubts).toEqual(['lost-text']);
  });

  it('is a share of paragraphs and of lines', () => {
    const text = SENTENCES.map((sentence, i) => (i % 2 === 0 ? sentence : sentence.slice(0, -1)));
    const { quality } = documentOf(`武汉市节水方案\n\n${text.join('\n\n')}\n`);
    expect(quality).toMatchObject({ open: 0.5, damaged: 0 });
  });

  it.each([
    ['en', '100% of the paragraphs end without a stop'],
    ['zh', '100% 的段落末尾没有句号'],
  ] as const)('is said in %s', (language, text) => {
    expect(doubtsText(documentOf(OPEN).quality, language)).toBe(text);
  });
});

describe('the line before figures', () => {
  it('names each doubtful text once, and no clean one', () => {
    const open = segment(documentOf(OPEN));
    expect(doubtfulTexts([open, segment(documentOf(CLEAN)), open], 'zh')).toBe(
      '警告：以下结果所依据的文本存疑：武汉市节水方案（100% 的段落末尾没有句号）',
    );
  });

  it.each([
    ['a clean text', CLEAN],
    ['a text whose level is guessed', CLEAN.replace('武汉市', '')],
  ])('is silent about %s', (_name, text) => {
    expect(doubtfulTexts([segment(documentOf(text))], 'zh')).toBeUndefined();
  });

  describe('of commands', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'quality-'));
      writeFileSync(join(folder, 'up.txt'), OPEN);
      writeFileSync(join(folder, 'down.txt'), CLEAN.replace('武汉市', '黄石市'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      'align',
      'compare',
      'coverage',
      'commitment',
      'targets',
      'stats',
      'themes',
      'phrases',
    ])('%s: with the figures for people, beside them for programs', async (command) => {
      const args = [command, 'up.txt', 'down.txt', '--lang', 'en', '--width', '400'];
      const warning = 'warning: what follows rests on a text that is doubtful: 武汉市节水方案';
      const told = await cli(args, { cwd: folder });
      expect(told.out).toContain(warning);
      const json = await cli([...args, '--format', 'json'], { cwd: folder });
      expect(json.out).not.toContain(warning);
      expect(json.err).toContain(warning);
    });

    it.each(['align', 'compare', 'coverage'])('%s: in its JSON', async (command) => {
      const args = [command, 'up.txt', 'down.txt', '--format', 'json'];
      const { out } = await cli(args, { cwd: folder });
      expect(out).toMatch(/"doubts": \[\s*"open-paragraphs"\s*\]/);
    });

    it.each([
      ['html', 'page.html'],
      ['markdown', 'page.md'],
      ['json', 'page.json'],
    ])('report as %s: before its figures', async (format, file) => {
      await cli(['report', 'up.txt', 'down.txt', '--format', format, '-o', file, '--lang', 'zh'], {
        cwd: folder,
      });
      const text = readFileSync(join(folder, file), 'utf8');
      const said = format === 'json' ? 'open-paragraphs' : '100% 的段落末尾没有句号';
      expect(text).toContain(said);
      expect(text.indexOf(said)).toBeLessThan(text.search(/id="brief"|## 概要|"coverage"|## /));
    });

    it.each(['docx', 'xlsx'])('report as %s: among its parts', async (format) => {
      const file = `page.${format}`;
      await cli(['report', 'up.txt', 'down.txt', '--format', format, '-o', file, '--lang', 'zh'], {
        cwd: folder,
      });
      const parts = Object.values(unzipSync(readFileSync(join(folder, file))));
      expect(parts.map((part) => strFromU8(part)).join()).toContain('100% 的段落末尾没有句号');
    });
  });
});
