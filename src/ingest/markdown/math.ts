import type { ResolvedText } from '../../model/index.js';
import { appendSlice, fileSpan, resolvedBuilder } from '../../text/index.js';

/** `$1 0 0 0$`, `$$90\%$$`: converters write figures as formulas. No Han character stands inside one. */
const FORMULA = /\$\$?([^$\n\u2e80-\u9fff]{1,120}?)\$\$?/g;

/** Commands that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  sim: '~',
  times: '×',
  cdot: '·',
  div: '÷',
  pm: '±',
  leq: '≤',
  le: '≤',
  leqslant: '≤',
  geq: '≥',
  ge: '≥',
  geqslant: '≥',
  circ: '°',
  degree: '°',
  approx: '≈',
  mu: 'μ',
  ldots: '…',
  cdots: '…',
  lt: '<',
  gt: '>',
  quad: ' ',
  qquad: ' ',
};
/** Commands that set what follows in another type. */
const TYPES =
  /^(?:mathrm|mathbf|mathit|mathsf|mathcal|mathbb|text|textbf|textrm|textit|mathsf|rm|bf|left|right|bar|boldsymbol|operatorname)$/;

/**
 * Formulas that hold a figure with its unit as plain text; all others stay as they are.
 *
 * Cost: linear.
 */
export function withoutMath(line: ResolvedText, count: () => void): ResolvedText {
  if (!line.text.includes('$')) return line;
  const builder = resolvedBuilder();
  let at = 0;
  for (const { 0: formula, 1: inner = '', index } of line.text.matchAll(FORMULA)) {
    const plain = plainOf(inner);
    if (plain === undefined) continue;
    appendSlice(builder, line, at, index);
    at = index + formula.length;
    const { start, end } = fileSpan(line, { start: index, end: at });
    builder.append(plain, start, end);
    count();
  }
  appendSlice(builder, line, at, line.text.length);
  return builder.build();
}

/** `\textcircled{1}`, `\textcircled{\scriptsize 1}` */
const CIRCLED = /\\textcircled\s*\{\s*(?:\\[a-z]+\s*(?:\{\s*)?)?(\d{1,2})\s*(?:\}\s*)?\}/g;

function circled(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
}

/** A figure, signs, short units; words between two dollars of a price are none. */
function plainOf(formula: string): string | undefined {
  if (/[-–,，、]\s*$/.test(formula)) return undefined;
  let known = true;
  const plain = formula
    .replaceAll(CIRCLED, (_, digits: string) => circled(Number(digits)))
    .replaceAll(/\\([a-z]+)/gi, (_, command: string) => {
      if (TYPES.test(command)) return '';
      known &&= SIGNS[command] !== undefined;
      return SIGNS[command] ?? '';
    })
    .replaceAll(/[{}^_~]\s*|\s+|\\/g, (found) => (found.startsWith('~') ? '~' : ''));
  const isFigure = known && /\d/.test(plain) && !/[a-z]{6}/i.test(plain);
  return isFigure || (known && formula.includes('\\') && plain !== '') ? plain : undefined;
}
