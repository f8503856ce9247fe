import { type Alignment, type ComparisonNote, LEVELS, type Side } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** What makes a comparison other than a reader expects: two sides of one level, one document twice, nothing in common. */
export function notesOf(
  sides: readonly Side[],
  alignments: readonly Alignment[],
): ComparisonNote[] {
  const pairs = alignments.flatMap((alignment, index) => {
    const kind = kindOfPair(itemAt(sides, index), itemAt(sides, index + 1), alignment);
    return kind === undefined ? [] : [{ kind, sides: [index, index + 1] }];
  });
  const bare = sides.flatMap((side, index): ComparisonNote[] =>
    side.documents.every(({ sections }) => sections.length === 0)
      ? [{ kind: 'no-sections', sides: [index] }]
      : [],
  );
  return [...pairs, ...bare];
}

function kindOfPair(
  upper: Side,
  lower: Side,
  { links }: Alignment,
): ComparisonNote['kind'] | undefined {
  const ids = (side: Side): string => side.documents.map(({ head }) => head.id).join(' ');
  if (ids(upper) === ids(lower)) return 'same-document';
  if (!links.some(({ grain }) => grain === 'sentence')) return 'nothing-linked';
  const [above, below] = [rankOf(upper), rankOf(lower)];
  if (above === undefined || below === undefined || above < below) return undefined;
  return above === below ? 'same-level' : 'upside-down';
}

/** Rank of the one level that all documents of a side stand on. */
function rankOf(side: Side): number | undefined {
  const levels = new Set(side.documents.map(({ head }) => head.level));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? LEVELS.indexOf(level) : undefined;
}
