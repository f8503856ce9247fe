import type { ClauseState, Commitment, SentenceUnit, Target } from '../../model/index.js';
import { characterCount } from '../shared/characters.js';

/** A clause of so many letters weighs half of what a clause can: of 1,685 in the embedded corpus four in five have 8 to 23. */
const HALF_SIZE = 10;
/** A heading names what its sentences say: it is half a loss where those are missing too. */
const HEADING = 0.5;
/** A clause with a figure or a date can be held to: it weighs as much more. */
const FIGURE = 0.3;

/** What asks for nothing (a report of what was done, an explanation) is less of a loss than what a sentence commits to. */
const COMMITS_NOT = 0.5;
/** A clause beside the one that commits says how, or to what end. */
const BESIDE = 0.85;

/** What is told or explained, and what a paper opens with: nobody below could carry it, and no first page is for it. */
const TELLS = 0.25;
const TOLD =
  /取得[^，。；]{0,10}(?:进展|成效|成绩|成就|突破)|有待|仍(?:然|较|比较|存在|需)|依然|尚(?:未|需|不|待)|意义(?:重大|十分)|重要(?:作用|意义)|深刻变革|[较比](?:19|20)[0-9]{2}年[^，。；]{0,12}(?:增|减|提高|下降|降低|上升)|^[^，。；：]{1,14}(?:是指|指的是)|^(?:近年来|截至(?:19|20)[0-9]{2}年)/u;
const OPENS =
  /^为(?:了|深入|全面|认真|切实|进一步|更好|加快|有效)*(?:贯彻|落实|推动|推进|加强|规范|做好|促进)[^。]*[，,]?$|(?:制定|印发|提出)(?:本|如下|以下)(?:方案|规划|办法|意见|措施|计划|条例)/u;
/** So many letters at the head of a sentence say when it speaks of. */
const OPENING = 8;

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the weight of what stretches of sentences say, 0..1: by their length, what can be measured in them, and whether they commit
 * to anything. *In* `told`: sentences of chapters that report, by id.
 */
export function substanceOf(
  targets: readonly Target[],
  grades: ReadonlyMap<string, Commitment>,
  told: ReadonlySet<string> = new Set(),
): (unit: SentenceUnit, stretch: Stretch) => number {
  const byUnit = new Map<string, Target[]>();
  for (const target of targets)
    byUnit.set(target.sentence, [...(byUnit.get(target.sentence) ?? []), target]);
  return (unit, { start, end }) => {
    const letters = characterCount(unit.text.slice(Math.max(start, unit.markerLength), end));
    const size = letters / (letters + HALF_SIZE);
    const measured = (byUnit.get(unit.id) ?? []).some(
      (target) => target.kind !== 'name' && target.start < end && target.end > start,
    );
    const whole = Math.min(1, size + (measured ? FIGURE * (1 - size) : 0));
    if (unit.heading) return whole * HEADING;
    const tells = told.has(unit.id) || isTold(unit, { start, end });
    return whole * (tells ? TELLS : firmness(grades.get(unit.id), { start, end }));
  };
}

function isTold({ text, markerLength }: SentenceUnit, { start, end }: Stretch): boolean {
  const own = text.slice(start, end);
  const opening = text.slice(markerLength, markerLength + OPENING);
  return (
    TOLD.test(own) ||
    (OPENS.test(own) && start <= markerLength + OPENING) ||
    (/^近年来/u.test(opening) && !/[应须要]|必须/u.test(own))
  );
}

function firmness(commitment: Commitment | undefined, { start, end }: Stretch): number {
  if (commitment === undefined) return COMMITS_NOT;
  const own = commitment.clauses.some((clause) => clause.start < end && clause.end > start);
  return own ? 1 : BESIDE;
}

/** Who answers for the paragraph before, printed at the head of a sentence: （牵头单位：省科技厅）鼓励…. */
const BODIES =
  /^[（(](?:(?:牵头|责任|配合|主办|协办)(?:单位|部门)[：:][^（）()]{2,200}|[^（）()]{2,200}负责)[）)]/u;

/** Where a sentence begins that a note of responsible bodies was printed before. */
export function afterBodies({ text, markerLength }: SentenceUnit): number {
  return markerLength + (BODIES.exec(text.slice(markerLength))?.[0].length ?? 0);
}

/** How open a probability is: 1 at one half, 0 where it is certain. */
export function doubtOf(probability: number): number {
  return 1 - Math.abs(2 * probability - 1);
}

/** A clause said to be missing, or carried in part, that a reader may well find: its odds leave that open. */
export function isOpen(state: ClauseState, score: number): boolean {
  return (state === 'missing' || state === 'partly') && score >= 0.3 && score <= 0.7;
}
