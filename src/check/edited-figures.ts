import { type Edits, placeOf, quote, readsAlike } from './edits.js';
import { hasLetterForDigit } from './rules/misreading.js';
import type { RawFinding, SnapshotUnit, UnitFact } from './types.js';

/** Characters after a figure that a letter for a digit and its unit take. */
const NEAR = 4;

/** Figures of edited sentences that became others, whether or not anything corresponds to them or is compared. */
export function figureFindings({ gone, then, now }: Edits): RawFinding[] {
  return [...gone].flatMap(([key, edit]): RawFinding[] => {
    const unit = edit.becomes === undefined ? undefined : now.get(edit.becomes);
    const old = then.get(key);
    if (unit === undefined || old === undefined || !readsAlike(old, unit)) return [];
    const { numbers: before = [] } = old;
    const [lost, won] = [without(before, unit.numbers), without(unit.numbers, before)];
    // As many as there were: what a misread digit parts into two is no other figure.
    const isOther = lost.length > 0 && won.length === lost.length && !isParted(lost, won);
    if (!isOther || isCut(old, unit) || won.some((figure) => isMisread(figure, unit.text)))
      return [];
    return [
      {
        rule: 'figure-edited',
        ...placeOf(edit),
        params: {
          text: quote(unit.text.trim()),
          before: lost.join('、'),
          after: won.join('、'),
        },
        key: `${key} ${lost.join(' ')} ${won.join(' ')}`,
      },
    ];
  });
}

/** A figure has become its beginning and its end, less the digit between them that was misread: 2O25 for 2025. */
function isParted(lost: readonly string[], won: readonly string[]): boolean {
  return lost.some((figure) =>
    won.some((head, i) => {
      const tail = won[i + 1] ?? '';
      const isWhole = head.length + tail.length + 1 === figure.length;
      return tail !== '' && isWhole && figure.startsWith(head) && figure.endsWith(tail);
    }),
  );
}

/** A letter beside it is told as a misread digit: 1OO for 100, l997年 for 1997年. */
function isMisread(figure: string, text: string): boolean {
  const at = text.indexOf(figure);
  return at >= 0 && hasLetterForDigit(text.slice(Math.max(0, at - 1), at + figure.length + NEAR));
}

/** The sentence ends within a figure, as it did not before: a line end has cut it. */
function isCut(old: SnapshotUnit, unit: UnitFact): boolean {
  const endsInFigure = ({ text = '', size }: SnapshotUnit): boolean =>
    /\d$/u.test(text) && (size === undefined || size <= text.length);
  return endsInFigure(unit) && !endsInFigure(old);
}

/** What is left of a list when each item of another is taken off once. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return items.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
