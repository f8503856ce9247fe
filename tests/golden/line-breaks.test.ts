import { describe, expect, it } from 'vitest';
import { LINE_BREAK_WORDS } from '../../src/messages/index.js';
import type { ParsedFile, SourceText } from '../../src/model/index.js';
import {
  LINE_BREAK_RULES,
  type LineBreakRule,
  parse,
  TEXT_RUNS_ON,
} from '../../src/parse/index.js';
import { caseSource, parseCases } from '../support/parse-cases.js';
import { PARSE_OPTIONS } from '../support/sources.js';

/** All that a document says, paragraph by paragraph and element by element. */
function texts({ documents }: ParsedFile): readonly string[] {
  const of = (blocks: ParsedFile['documents'][number]['children']): string[] =>
    blocks.flatMap((block) => [
      block.content.text,
      ...(block.type === 'section' ? of(block.children) : []),
    ]);
  return documents.flatMap(({ elements, children }) => [
    ...elements.map(({ kind, text }) => `${kind} ${text}`),
    ...of(children),
  ]);
}

const without = (source: SourceText, rule: LineBreakRule): readonly string[] => {
  const lineBreakRules = LINE_BREAK_RULES.filter((other) => other !== rule);
  return texts(parse(source, { ...PARSE_OPTIONS, lineBreakRules }));
};

describe('rules of line breaks', () => {
  it.each(LINE_BREAK_RULES)('$name is missed in its golden case', async (rule) => {
    const name = `line-break-${rule.name}`;
    expect(parseCases()).toContain(name);
    const source = await caseSource(name);
    const parsed = parse(source, PARSE_OPTIONS);
    expect(without(source, rule)).not.toEqual(texts(parsed));
  });

  it('have no case left over from a rule that is gone', () => {
    const cases = LINE_BREAK_RULES.map((rule) => `line-break-${rule.name}`);
    expect(cases).toEqual(expect.arrayContaining(lineBreakCases()));
  });

  it('are recorded for each border of a wrapped text, elsewhere where they join', async () => {
    const of = async (name: string): Promise<readonly string[]> =>
      parse(await caseSource(`line-break-${name}`), PARSE_OPTIONS).lineBreaks.map(
        ({ decision, rule }) => `${decision} ${rule}`,
      );
    expect(await of('footnote-goes-on')).toEqual([
      ...['join no-indent', 'join no-indent', 'join no-indent', 'join text-runs-on'],
      ...['break marked-by-the-file', 'join footnote-goes-on', 'break marked-by-the-file'],
      ...['join text-runs-on', 'join no-indent', 'join no-indent', 'join text-runs-on'],
    ]);
    expect(await of('stray-break-after-comma')).toEqual(['join stray-break-after-comma']);
  });

  it('are each said in both languages', () => {
    const names = [...LINE_BREAK_RULES.map((rule) => rule.name), TEXT_RUNS_ON];
    expect(Object.keys(LINE_BREAK_WORDS).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
    for (const { zh, en } of Object.values(LINE_BREAK_WORDS)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[a-z]/);
    }
  });
});

const lineBreakCases = (): string[] =>
  parseCases().filter((name) => name.startsWith('line-break-'));
