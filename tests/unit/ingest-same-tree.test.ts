import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { IMPORTERS } from '../../src/ingest/registry.js';
import { parse } from '../../src/parse/index.js';
import { PARAGRAPHS, TITLE } from '../support/one-paper.js';
import { paperDoc, paperOdt, paperOfd, paperRtf } from '../support/paper-writers.js';
import { PARSE_OPTIONS } from '../support/sources.js';
import { type Run, tinyPdf } from '../support/tiny-pdf.js';

const plain = (): Uint8Array =>
  Buffer.from([TITLE, ...PARAGRAPHS.map((parts) => parts.join(''))].join('\n'));

function markdown(): Uint8Array {
  const lines = PARAGRAPHS.map(([number, text]) =>
    number.endsWith('、') ? `## ${number}${text}` : `**${number}**${text}`,
  );
  return Buffer.from([`# ${TITLE}`, ...lines].join('\n\n').replaceAll('****', ''));
}

function html(): Uint8Array {
  const lines = PARAGRAPHS.map((parts) => `<p>　　${parts.join('')}</p>`);
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>${TITLE}_某市水务局</title></head><body><div class="nav"><a>首页</a></div><div class="TRS_Editor"><p align="center">${TITLE}</p>${lines.join('')}</div><div class="footer">主办单位：某市水务局</div></body></html>`,
  );
}

function docx(): Uint8Array {
  const level = (at: number, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const p = ([number, text]: readonly [string, string]) => {
    const list =
      number === ''
        ? ''
        : `<w:numPr><w:ilvl w:val="${number.endsWith('、') ? 0 : 1}"/><w:numId w:val="1"/></w:numPr>`;
    return `<w:p><w:pPr>${list}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  };
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>',
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${W}><w:body>${p(['', TITLE])}${PARAGRAPHS.map(p).join('')}</w:body></w:document>`,
    ),
  });
}

function mhtml(): Uint8Array {
  const body = Buffer.from(html()).toString('base64');
  return Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`,
  );
}

/** 28 characters a line, first lines indented by two, page numbers at the foot. */
function pdf(): Uint8Array {
  const lines: Run[] = [];
  for (const parts of PARAGRAPHS) {
    const text = parts.join('');
    lines.push({ x: 130, y: 0, text: text.slice(0, 26), size: 15 });
    for (let at = 26; at < text.length; at += 28) {
      lines.push({ x: 100, y: 0, text: text.slice(at, at + 28), size: 15 });
    }
  }
  const pages = [lines.slice(0, 12), lines.slice(12)].map((page, i) => [
    ...(i === 0 ? [{ x: 212, y: 100, text: TITLE, size: 18 }] : []),
    ...page.map((run, n) => ({ ...run, y: 150 + 28 * n })),
    { x: 270, y: 800, text: `— ${i + 1} —`, size: 14 },
  ]);
  return tinyPdf(pages);
}

beforeEach(() => {
  // Old Word files are read alike whether LibreOffice is installed or not.
  vi.stubEnv('DUIBIAO_SOFFICE', 'none');
});

describe('one document in every format gives one tree', () => {
  async function tree(bytes: Uint8Array, path: string): Promise<string> {
    const { documents } = parse(await readBytes(bytes, path), PARSE_OPTIONS);
    const lines: string[] = documents.map(({ title }) => title);
    const walk = (nodes: (typeof documents)[number]['children'], depth: number): void => {
      for (const node of nodes) {
        const text = node.type === 'section' ? `${node.label}${node.heading}` : node.content.text;
        lines.push(`${'  '.repeat(depth)}${text}`);
        if (node.type === 'section') walk(node.children, depth + 1);
      }
    };
    for (const { children } of documents) walk(children, 1);
    return lines.join('\n');
  }

  const PAPERS: readonly (readonly [path: string, make: () => Uint8Array])[] = [
    ['a.md', markdown],
    ['a.html', html],
    ['a.mht', mhtml],
    ['a.docx', docx],
    ['a.pdf', pdf],
    ['a.rtf', paperRtf],
    ['a.odt', paperOdt],
    ['a.doc', paperDoc],
    ['a.wps', paperDoc],
    ['a.ofd', paperOfd],
  ];

  it.each(PAPERS)('%s', async (path, make) => {
    const expected = await tree(plain(), 'a.txt');
    expect(expected.split('\n').length).toBeGreaterThan(9);
    expect(await tree(make(), path)).toBe(expected);
  });

  it('but for text, which the others are held to, and what has no paragraphs', () => {
    const here = PAPERS.map(([path]) => path.slice(1));
    const without = IMPORTERS.filter(({ extensions }) => !extensions.some((e) => here.includes(e)));
    expect(without.map(({ format }) => format)).toEqual(['xlsx', 'xls', 'image', 'text']);
  });
});
