import type { LinkDifference, SentenceRelation, Swap } from '../model/index.js';
import type { PreparedSentence } from './prepare.js';
import { contentText, type RelationModels, relationOf, type SharedBlock } from './relation.js';
import { typedDifferences } from './typed-differences.js';

interface LinkRelation {
  readonly relation: SentenceRelation;
  /** None of a verbatim or paraphrased link. */
  readonly differences: readonly LinkDifference[];
}

/**
 * How one sentence took up another, and what it changed of what is asked for.
 *
 * The model judges by how much wording is kept, and a figure is few characters: whatever differs in kind
 * (15个 → 2个, 应当 → 可以) is never verbatim.
 */
export function linkRelation(
  models: RelationModels,
  up: PreparedSentence,
  down: PreparedSentence,
  { swaps, blocks }: { readonly swaps: readonly Swap[]; readonly blocks?: readonly SharedBlock[] },
): LinkRelation {
  const relation = relationOf(
    models,
    contentText(up.neutral.text),
    contentText(down.neutral.text),
    blocks,
  );
  if (relation === 'paraphrased') return { relation, differences: [] };
  const differences = typedDifferences(printed(up), printed(down), (a, b) => isSwapOf(a, b, swaps));
  return { relation: differences.length > 0 ? 'adapted' : relation, differences };
}

/** Who is responsible is compared elsewhere. */
const RESPONSIBLE =
  /[（(][^（）()]{0,400}(?:负责|牵头|责任单位|责任部门|配合)[^（）()]{0,400}[）)]|^(?:责任单位|牵头单位|配合单位|责任部门)[：:].*$/gu;

function printed({ unit }: PreparedSentence): string {
  return unit.text.slice(unit.markerLength).replaceAll(RESPONSIBLE, '');
}

/** The same but for place and level: 全省道路 and 全市道路. */
function isSwapOf(a: string, b: string, swaps: readonly Swap[]): boolean {
  return (
    a === b || swaps.some(({ upstream, downstream }) => a.replaceAll(upstream, downstream) === b)
  );
}
