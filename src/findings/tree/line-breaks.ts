import { lineBreakWords } from '../../messages/index.js';
import type { LineBreak, UnitSource } from '../../model/index.js';
import { fileLines } from '../../text/index.js';

/** One rule and the lines it decided. */
interface RuleLines {
  readonly rule: string;
  readonly decision: LineBreak['decision'];
  /** What the rule goes by, in the reader's language. */
  readonly evidence: string;
  readonly count: number;
  /** 1-based lines that it joined to the line before, or parted from it: `5–8, 12`. */
  readonly lines: string;
}

/** The borders of a text by the rule that decided them, the most frequent first. */
export function linesByRule(
  borders: readonly LineBreak[],
  places: UnitSource,
  language: 'zh' | 'en',
): readonly RuleLines[] {
  const byRule = new Map<string, LineBreak[]>();
  for (const border of borders) {
    const same = byRule.get(border.rule);
    if (same === undefined) byRule.set(border.rule, [border]);
    else same.push(border);
  }
  return [...byRule]
    .map(([rule, decided]) => ({
      rule,
      decision: decided[0]?.decision ?? 'join',
      evidence: lineBreakWords(rule, language),
      count: decided.length,
      lines: inRanges(
        decided.map((border) => fileLines(places, { start: border.start, end: border.start })[0]),
      ).join(language === 'zh' ? '、' : ', '),
    }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** `5–8` for 5, 6, 7, 8. */
function inRanges(lines: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range !== undefined && line <= range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}
