import { brokenLine, halfSentence } from './rules/broken-line.js';
import { COMPARISON_RULES } from './rules/comparison.js';
import { controlCharacter } from './rules/control-character.js';
import { corpusFault, duplicateId } from './rules/corpus-file.js';
import { duplicatedParagraph } from './rules/duplicated-paragraph.js';
import { emptySection } from './rules/empty-section.js';
import {
  headBadDate,
  headInvalid,
  headLevelMismatch,
  headMissingField,
  headRegionMismatch,
  headSourceMismatch,
  headUnknownRegion,
} from './rules/head-fields.js';
import { headingBodyGlued } from './rules/heading-body-glued.js';
import { headingLevelJump } from './rules/heading-level-jump.js';
import { misreading } from './rules/misreading.js';
import { mixedWidth } from './rules/mixed-width.js';
import { numberingGap, numberingRepeat } from './rules/numbering.js';
import { overrideStale } from './rules/override-stale.js';
import { pageNumberLeft } from './rules/page-number-left.js';
import { phraseVariant } from './rules/phrase-variant.js';
import { privateUseCharacter } from './rules/private-use-character.js';
import { radicalForm } from './rules/radical-form.js';
import { referenceUnknown } from './rules/reference-unknown.js';
import { strayBlank } from './rules/stray-blank.js';
import { themeInvalid, themeNeverMatches, themeOverlap, themeUnusedTerm } from './rules/themes.js';
import { unbalancedBracket, unbalancedQuote } from './rules/unbalanced.js';
import { unknownMarker } from './rules/unknown-marker.js';
import type { CorpusRule, DocumentRule, Rule } from './types.js';

/** Rules that look at one document, in the order of the docs. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [
  numberingGap,
  numberingRepeat,
  headingLevelJump,
  emptySection,
  headingBodyGlued,
  unknownMarker,
  pageNumberLeft,
  brokenLine,
  halfSentence,
  strayBlank,
  mixedWidth,
  unbalancedQuote,
  unbalancedBracket,
  radicalForm,
  controlCharacter,
  privateUseCharacter,
  duplicatedParagraph,
  misreading,
  headInvalid,
  headMissingField,
  headBadDate,
  headUnknownRegion,
  headLevelMismatch,
  headRegionMismatch,
  headSourceMismatch,
];

/** Rules that look at the corpus as a whole. */
export const CORPUS_RULES: readonly CorpusRule[] = [
  duplicateId,
  corpusFault,
  themeInvalid,
  themeUnusedTerm,
  themeNeverMatches,
  themeOverlap,
  referenceUnknown,
  phraseVariant,
  overrideStale,
];

/** Every rule there is. */
export const RULES: readonly Rule[] = [...DOCUMENT_RULES, ...CORPUS_RULES, ...COMPARISON_RULES];

/** *Errors*: `RangeError` for a rule there is not, which is a bug: findings name their own. */
export function ruleOf(id: string): Rule {
  const found = RULES.find((rule) => rule.id === id);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}
