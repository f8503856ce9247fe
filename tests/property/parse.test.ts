import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedFile, PolicyDocument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const RUNS = { seed: 20201202, numRuns: 150 };

// Characters without a role of their own: no marker, no number, no word of a head line.
const PLAIN =
  '山川河流树木花草云雾风雨耕种收获桥梁道路村庄田野湖泊森林渔业茶叶棉麻桑蚕陶瓷竹藤铜铁银锡';
const plain = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...PLAIN), { minLength: min, maxLength: max })
    .map((chars) => chars.join(''));
const sentence = fc
  .tuple(plain(6, 20), plain(6, 26))
  .map(([first, second]) => `${first}，${second}。`);
const paragraph = fc.array(sentence, { minLength: 3, maxLength: 6 }).map((all) => all.join(''));
const item = fc.record({ heading: plain(4, 12), body: paragraph });
const chapter = fc.record({
  heading: plain(5, 16),
  intro: fc.option(paragraph, { nil: undefined }),
  items: fc.array(item, { minLength: 1, maxLength: 3 }),
});
const chapters = fc.array(chapter, { minLength: 2, maxLength: 4 });

const HAN = ['一', '二', '三', '四'];

/** A paper as its paragraphs, numbered as 一、 and 1. running through. */
function paragraphsOf(
  list: readonly {
    heading: string;
    intro: string | undefined;
    items: readonly { heading: string; body: string }[];
  }[],
): string[] {
  let number = 0;
  return list.flatMap(({ heading, intro, items }, index) => [
    `${HAN[index]}、${heading}`,
    ...(intro === undefined ? [] : [intro]),
    ...items.map((one) => {
      number += 1;
      return `${number}.${one.heading}。${one.body}`;
    }),
  ]);
}

/** Set as a typesetter does: lines of `width` Han characters, the first indented by two, no 。，at a line's start. */
function typeset(
  paragraphs: readonly string[],
  width: number,
  indent: string,
  gap: string,
): string {
  const cells = (text: string): number =>
    [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 1 : 0.5), 0);
  const lines = paragraphs.flatMap((text) => {
    const out: string[] = [];
    let line = '';
    let used = 2;
    for (let i = 0; i < text.length; ) {
      let piece = text[i]!;
      while (/[0-9.]/.test(piece.at(-1)!) && /[0-9.]/.test(text[i + piece.length] ?? ''))
        piece += text[i + piece.length];
      while (/[，。]/.test(text[i + piece.length] ?? '')) piece += text[i + piece.length];
      if (used + cells(piece) > width) {
        out.push(line);
        line = '';
        used = 0;
      }
      line += piece;
      used += cells(piece);
      i += piece.length;
    }
    out.push(line);
    return out.map((one, index) => (index === 0 ? indent : '') + one);
  });
  return `关于云山县田野工作的意见\n${gap}${lines.join(`\n${gap}`)}\n`;
}

function read(text: string): ParsedFile {
  return parse(sourceOf(text), PARSE_OPTIONS);
}

function shape(blocks: readonly Block[]): unknown {
  return blocks.map((block) =>
    block.type === 'paragraph'
      ? block.content.text
      : [block.label, block.heading, shape(block.children)],
  );
}

function visit(
  blocks: readonly Block[],
  see: (block: Block, parent: Block | undefined) => void,
  parent?: Block,
): void {
  for (const block of blocks) {
    see(block, parent);
    if (block.type === 'section') visit(block.children, see, block);
  }
}

describe('parse laws', () => {
  it('reads the same tree however the paper is typeset', () => {
    fc.assert(
      fc.property(chapters, fc.integer({ min: 24, max: 40 }), (list, width) => {
        const paragraphs = paragraphsOf(list);
        const flat = read(`关于云山县田野工作的意见\n${paragraphs.join('\n')}\n`).documents[0]!;
        const kept = read(typeset(paragraphs, width, '　　', '')).documents[0]!;
        const lost = read(typeset(paragraphs, width, '', '\n')).documents[0]!;
        expect(shape(kept.children)).toEqual(shape(flat.children));
        expect(shape(lost.children)).toEqual(shape(flat.children));
      }),
      RUNS,
    );
  });

  const anyText = fc.oneof(
    fc
      .array(
        fc.constantFrom(
          ...'一二三、（）第章条。，；：“”《》—— \n\n\n\t　12.1年月日附件专栏是关于的意见通知各市县人民政府⼀⻅\u200b\u00ad￥%\r',
        ),
        { maxLength: 400 },
      )
      .map((all) => all.join('')),
    chapters.map((list) => typeset(paragraphsOf(list), 28, '', '\n')),
    fc.string({ maxLength: 200 }),
  );

  it('never fails, keeps children in order and apart, and inside their parents', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = read(text);
        let documentEnd = 0;
        for (const document of parsed.documents) {
          expect(document.span.start).toBeGreaterThanOrEqual(documentEnd);
          documentEnd = document.span.end;
          expect(documentEnd).toBeLessThanOrEqual(text.length);
          inOrder(document);
        }
      }),
      RUNS,
    );
  });

  it('leads every sentence back to where its characters stand', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of read(text).documents) {
          for (const unit of segment(document).sentences) {
            const { content } = unit;
            content.starts.forEach((start, run) => {
              const end = content.starts[run + 1] ?? content.text.length;
              const origin = content.origins[run]!;
              const raw = text.slice(origin, origin + end - start);
              expect(raw.length).toBe(end - start);
              expect(unit.span.start).toBeLessThanOrEqual(origin);
              expect(unit.span.end).toBeGreaterThanOrEqual(origin + raw.length);
            });
          }
        }
      }),
      RUNS,
    );
  });

  it('loses no Han character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = read(text);
        const kept: string[] = [];
        for (const document of parsed.documents) {
          visit(document.children, (block) => {
            if (block.type === 'paragraph') kept.push(block.content.text);
            else if (!block.runIn && block.heading !== '') kept.push(block.content.text);
          });
          for (const { text: own } of [...document.elements, ...document.furniture]) kept.push(own);
        }
        const han = (all: string): string =>
          [...all.replaceAll(/[^\u4e00-\u9fff]/g, '')].sort().join('');
        expect(han(kept.join(''))).toBe(han(text.replaceAll('⼀', '一').replaceAll('⻅', '见')));
      }),
      RUNS,
    );
  });
});

function inOrder(document: PolicyDocument): void {
  const check = (blocks: readonly Block[], start: number, end: number): void => {
    let at = start;
    blocks.forEach((block, index) => {
      // The paragraph of a run-in heading begins where its section's heading does.
      if (index > 0) expect(block.span.start).toBeGreaterThanOrEqual(at);
      else expect(block.span.start).toBeGreaterThanOrEqual(start);
      expect(block.span.end).toBeLessThanOrEqual(end);
      expect(block.span.end).toBeGreaterThanOrEqual(block.span.start);
      at = block.span.end;
      if (block.type === 'section') check(block.children, block.span.start, block.span.end);
    });
  };
  check(document.children, document.span.start, document.span.end);
}
