import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedFile, Span } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { lineAt, lineIndex } from '../../src/text/index.js';
import { caseSource, PARSE_CASES, parseCases } from '../support/parse-cases.js';
import { PARSE_OPTIONS } from '../support/sources.js';

/** A parsed file in the notation of the fixtures: one node a line, its place as raw lines. */
function outline(parsed: ParsedFile): string {
  const index = lineIndex(parsed.source.text);
  const at = (span: Span): string => {
    const [first, last] = [
      lineAt(index, span.start),
      lineAt(index, Math.max(span.start, span.end - 1)),
    ];
    return first === last ? `${first}` : `${first}-${last}`;
  };
  const out: string[] = [];
  const visit = (blocks: readonly Block[], indent: string): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') {
        const lead = block.lead === undefined ? '' : ` lead "${block.lead}"`;
        const table = block.table === true ? ' table' : '';
        out.push(`${indent}paragraph ${at(block.span)}${table}${lead} "${block.content.text}"`);
        continue;
      }
      const runIn = block.runIn ? ' run-in' : '';
      out.push(
        `${indent}section ${block.id} ${block.marker} "${block.label}" "${block.heading}"${runIn} ${at(block.span)}`,
      );
      visit(block.children, `${indent}  `);
    }
  };
  for (const d of parsed.documents) {
    const facts = [d.level, d.region?.name, d.kind, d.date, d.issuer, d.number]
      .map((fact) => fact ?? '-')
      .join(' ');
    out.push(`document ${d.id} ${at(d.span)} ${facts}`);
    out.push(`  title "${d.title}"`);
    for (const subtitle of d.subtitles) out.push(`  subtitle "${subtitle}"`);
    for (const element of d.elements) {
      if (element.kind !== 'title' && element.kind !== 'subtitle') {
        out.push(`  element ${element.kind} ${at(element.span)} "${element.text}"`);
      }
    }
    for (const item of d.furniture)
      out.push(`  furniture ${item.kind} ${at(item.span)} "${item.text}"`);
    visit(d.children, '  ');
  }
  const cleanup = Object.entries(parsed.cleanup).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [kind, count] of cleanup) out.push(`cleanup ${kind} ${count}`);
  for (const item of parsed.diagnostics) {
    out.push(
      `${item.severity} ${item.code} ${item.span === undefined ? '-' : at(item.span)} ${item.message}`,
    );
  }
  return `${out.join('\n')}\n`;
}

describe('parse', () => {
  const cases = parseCases();

  it('has cases', () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  it.each(cases)('%s', async (name) => {
    const parsed = parse(await caseSource(name), PARSE_OPTIONS);
    await expect(outline(parsed)).toMatchFileSnapshot(join(PARSE_CASES, name, 'expected.txt'));
  });
});
