import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentFileText, readDocumentFile, splitFiles } from '../../src/corpus/index.js';
import type { Block, PolicyDocument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { ROOT } from '../support/root.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const PATH = 'fixtures/compendium/source.txt';
const BYTES = readFileSync(join(ROOT, PATH));
const SOURCE = {
  ...sourceOf(BYTES.toString('utf8'), PATH),
  sha256: createHash('sha256').update(BYTES).digest('hex'),
};
const PARSED = parse(SOURCE, PARSE_OPTIONS);

function documentOf(id: string): PolicyDocument {
  const found = PARSED.documents.find((document) => document.id === id);
  if (found === undefined) throw new Error(`no document ${id}`);
  return found;
}

function sections(
  blocks: readonly Block[],
): { label: string; heading: string; marker: string; depth: number }[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? []
      : [
          { label: block.label, heading: block.heading, marker: block.marker, depth: block.depth },
          ...sections(block.children),
        ],
  );
}

function paragraphs(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.content.text] : paragraphs(block.children),
  );
}

/** What two parses of one text must share: ids, labels, headings, and every text. */
function shape(blocks: readonly Block[]): unknown {
  return blocks.map((block) =>
    block.type === 'paragraph'
      ? [block.id, block.content.text]
      : [block.id, block.label, block.heading, block.runIn, shape(block.children)],
  );
}

describe('the compendium', () => {
  it('holds twelve documents in order', () => {
    expect(PARSED.documents.map(({ id, level, date }) => [id, level, date])).toEqual([
      ['cewc-2020', 'national', '2020-12-18'],
      ['politburo-life-meeting-2020', 'national', '2020-12-25'],
      ['psc-poverty-review-2020', 'national', '2020-12-03'],
      ['politburo-study-25', 'national', '2020-12-01'],
      ['politburo-study-26', 'national', '2020-12-12'],
      ['hubei-resolution-2020', 'province', '2020-12-02'],
      ['hubei-proposal-2020', 'province', '2020-12-02'],
      ['hubei-explanation-2020', 'province', undefined],
      ['wuhan-resolution-2020', 'city', '2020-12-18'],
      ['wuhan-proposal-2020', 'city', '2020-12-18'],
      ['wuhan-explanation-2020', 'city', undefined],
      ['wuhan-party-building-2020', 'city', '2020-12-22'],
    ]);
  });

  it.each([
    ['hubei-proposal-2020', { han: 14, arabic: 68, dash: 11, annex: 1 }],
    ['wuhan-proposal-2020', { han: 14, arabic: 55, dash: 12 }],
    ['cewc-2020', { enumerated: 8 }],
    ['hubei-explanation-2020', { han: 3, ordinal: 6 }],
    ['wuhan-explanation-2020', { han: 3, ordinal: 7 }],
    ['hubei-resolution-2020', {}],
  ])('%s has the sections %o', (id, expected) => {
    const counts: Record<string, number> = {};
    for (const { marker } of sections(documentOf(id).children))
      counts[marker] = (counts[marker] ?? 0) + 1;
    expect(counts).toEqual(expected);
  });

  it.each(['hubei-proposal-2020', 'wuhan-proposal-2020'])('%s counts its items 1 to 55', (id) => {
    const items = sections(documentOf(id).children).filter(({ marker }) => marker === 'arabic');
    expect(items.slice(0, 55).map(({ label }) => label)).toEqual(
      Array.from({ length: 55 }, (_, i) => `${i + 1}.`),
    );
  });

  it('keeps the thirteen terms of the annex below it', () => {
    const annex = documentOf('hubei-proposal-2020').children.at(-1);
    expect(
      annex?.type === 'section' && [annex.label, annex.heading, annex.children.length],
    ).toEqual(['附件：', '名词解释', 13]);
  });

  it.each([
    ['hubei-proposal-2020', '公平统一、可持续的多层次社会保障体系'],
    ['wuhan-proposal-2020', '公平统一、可持续的多层次社会保障体系'],
    ['cewc-2020', '确定科技创新方向和重点，着力解决'],
    ['hubei-proposal-2020', '问题攻坚行动，推进健康湖北建设'],
    ['wuhan-explanation-2020', '更长时期高质量发展的重大举措'],
    ['wuhan-explanation-2020', '专题研究部署“十四五”规划编制工作'],
  ])('%s joins wrapped lines: %s', (id, text) => {
    expect(
      paragraphs(documentOf(id).children).filter((paragraph) => paragraph.includes(text)),
    ).toHaveLength(1);
  });

  it.each([
    ['hubei-proposal-2020', '全面建成小康社会，开启全面建设社会主义现代化新征程'],
    ['hubei-proposal-2020', '统筹推进新基建和传统基建，健全现代化基础设施体系'],
    ['hubei-proposal-2020', '汇聚强大合力，奋力实现我省“十四五”规划和二〇三五年远景目标'],
    ['wuhan-proposal-2020', '武汉“十四五”时期经济社会发展总体思路和二〇三五年远景目标'],
    ['wuhan-proposal-2020', '构建现代产业体系，提高经济质量效益和核心竞争力'],
  ])('%s has the heading %s', (id, heading) => {
    expect(sections(documentOf(id).children).map((section) => section.heading)).toContain(heading);
  });

  it('takes the seven page numbers out, and nothing else', () => {
    const furniture = PARSED.documents.flatMap((document) => document.furniture);
    expect(furniture.map(({ kind, text }) => [kind, text])).toEqual(
      ['5', '13', '51', '68', '79', '88', '139'].map((text) => ['page-number', text]),
    );
  });

  it('loses no character: trees, elements and furniture together are the source less blanks', () => {
    const solid = (text: string): string => text.replaceAll(/\s/g, '');
    const parts = PARSED.documents.flatMap((document) => {
      const own = (blocks: readonly Block[]): { at: number; text: string }[] =>
        blocks.flatMap((block) => {
          if (block.type === 'paragraph')
            return [{ at: block.span.start, text: block.content.text }];
          const alone =
            block.runIn || block.heading === ''
              ? []
              : [{ at: block.span.start, text: block.content.text }];
          return [...alone, ...own(block.children)];
        });
      const rest = [...document.elements, ...document.furniture].map(({ span, text }) => ({
        at: span.start,
        text,
      }));
      return [...own(document.children), ...rest];
    });
    // Furniture stands inside paragraphs, so characters are compared as a multiset and body text in order.
    const count = (text: string): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const char of solid(text)) counts.set(char, (counts.get(char) ?? 0) + 1);
      return counts;
    };
    expect(count(parts.map(({ text }) => text).join(''))).toEqual(count(SOURCE.text));
  });

  it('leads every sentence back to its place in the source', () => {
    const solid = (text: string): string => text.replaceAll(/\s|(?<=\n)\d+(?=\s*\n)/g, '');
    for (const document of PARSED.documents) {
      for (const sentence of segment(document).sentences) {
        const raw = SOURCE.text.slice(sentence.span.start, sentence.span.end);
        expect(solid(raw)).toBe(solid(sentence.text));
      }
    }
  });
});

describe('splitting the compendium', () => {
  const outputs = splitFiles(
    PARSED,
    (code) => PARSE_OPTIONS.regions.byCode.get(code)?.slug,
    documentFileText,
  );

  it('gives exactly the committed corpus', () => {
    for (const { path, content } of outputs) {
      expect(readFileSync(join(ROOT, 'corpus', path), 'utf8'), path).toBe(content);
    }
    const committed = readdirSync(join(ROOT, 'corpus'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(?:national|hubei|wuhan)[\\/].*\.txt$/.test(name))
      .map((name) => name.replaceAll('\\', '/'));
    expect(committed.sort()).toEqual(
      outputs
        .map(({ path }) => path)
        .filter((path) => path.endsWith('.txt'))
        .sort(),
    );
  });

  it.each(
    outputs.filter(({ path }) => path.endsWith('.txt')).map(({ path, content }) => [path, content]),
  )('%s parses to the same tree and sentences as its part of the source', (path, content) => {
    const { head, bodyStart } = readDocumentFile(content, path);
    const clean = parse(sourceOf(content, path, 'paragraphs'), {
      ...PARSE_OPTIONS,
      single: true,
      stated: { id: head.id },
      from: bodyStart,
    }).documents[0]!;
    const raw = documentOf(head.id);
    expect(shape(clean.children)).toEqual(shape(raw.children));
    expect(clean.title).toBe(raw.title);
    expect(clean.elements.map(({ kind, text }) => [kind, text])).toEqual(
      raw.elements.map(({ kind, text }) => [kind, text]),
    );
    expect(segment(clean).sentences.map(({ id, text }) => [id, text])).toEqual(
      segment(raw).sentences.map(({ id, text }) => [id, text]),
    );
  });
});
