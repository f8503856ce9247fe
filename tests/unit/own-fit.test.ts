import { describe, expect, it } from 'vitest';
import { fitOwn } from '../../src/align/own-fit/fit.js';
import type { OwnLesson, PaperLessons } from '../../src/align/own-fit/lessons.js';
import { ownAddition, ownComponents, ownRow } from '../../src/align/own-fit/model.js';
import { type OwnVerdict, weighOwnFit } from '../../src/align/own-fit/weigh.js';
import { SECOND_COMPONENTS } from '../../src/align/surround.js';

const WIDTH = SECOND_COMPONENTS.length;
const HELD = SECOND_COMPONENTS.findIndex(({ name }) => name === 'held-downstream');

/** Numbers that look random and are the same in every run (Lehmer 1951). */
function series(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

interface Wish {
  /** A person's word on a pair; absent: nothing is said. */
  readonly says: (pair: { logOdds: number; held: number; luck: number }) => boolean | undefined;
  /** What a user's own model says of it. */
  readonly model?: (pair: { logOdds: number; luck: number }) => number;
}

/** Papers whose pairs are doubtful to the engine, and people who go by one component, or by nothing. */
function papers(count: number, { says, model }: Wish): PaperLessons[] {
  return Array.from({ length: count }, (_, k) => {
    const random = series(k + 1);
    const lessons = Array.from({ length: 120 }, (_, i): OwnLesson => {
      const logOdds = 6 * random() - 4;
      const around = new Float64Array(WIDTH).map(() => random());
      const held = around[HELD] ?? 0;
      const luck = random();
      const linked = says({ logOdds, held, luck });
      return {
        row: ownRow(logOdds, around, model?.({ logOdds, luck })),
        logOdds,
        part: `${k} ${i % 12}`,
        ...(linked !== undefined && { linked }),
      };
    });
    return { papers: String(k), lessons, fixed: [], beyond: [], threshold: 0.4, stale: 0 };
  });
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** As the engine expects it of them. */
const asExpected: Wish['says'] = ({ logOdds, luck }) => luck < sigmoid(logOdds);
/** Who wants much of the lower wording held, whatever the engine says. */
const byWording: Wish['says'] = ({ logOdds, held, luck }) =>
  luck < sigmoid(logOdds + 6 * (held - 0.5));

describe('what decisions teach', () => {
  it.each<[string, PaperLessons[], Partial<OwnVerdict>]>([
    [
      'papers are held out where there are three',
      papers(4, { says: byWording }),
      { heldOut: 'papers' },
    ],
    ['sections of fewer', papers(2, { says: byWording }), { heldOut: 'parts' }],
    [
      'people as the engine expects them teach nothing',
      papers(3, { says: asExpected }),
      { refused: 'worse' },
    ],
    [
      'thirty decisions are needed',
      papers(1, { says: ({ luck, logOdds }) => (luck < 0.1 ? logOdds > 0 : undefined) }),
      { refused: 'few' },
    ],
    [
      'and words against',
      papers(1, { says: ({ logOdds }) => (logOdds > 0 ? true : undefined) }),
      { refused: 'only-yes' },
    ],
    [
      'and words for',
      papers(1, { says: ({ logOdds }) => (logOdds < 0 ? false : undefined) }),
      { refused: 'only-no' },
    ],
    [
      'mistakes alone are no sample',
      papers(2, { says: ({ logOdds, luck }) => (luck < 0.5 ? logOdds < 0 : undefined) }),
      { refused: 'only-mistakes' },
    ],
  ])('%s', (_name, taught, expected) => {
    expect(weighOwnFit(taught, false)).toMatchObject(expected);
  });

  it('is kept where it helps papers it has not seen, and helps them', () => {
    const verdict = weighOwnFit(papers(4, { says: byWording }), false);
    expect(verdict.after!.right).toBeGreaterThan(verdict.before!.right);
    expect(verdict.after!.surprise).toBeLessThan(verdict.before!.surprise);
    const unseen = papers(6, { says: byWording })[5]!.lessons;
    const right = (move: (lesson: OwnLesson) => number): number =>
      unseen.filter((lesson) => lesson.logOdds + move(lesson) >= 0 === lesson.linked).length;
    expect(right(({ row }) => ownAddition(verdict.fit!, row))).toBeGreaterThan(right(() => 0));
  });

  it('is never kept where a decision more is wrong', () => {
    for (let count = 1; count < 6; count += 1)
      for (const says of [asExpected, byWording]) {
        const { fit, before, after } = weighOwnFit(papers(count, { says }), false);
        if (fit !== undefined) expect(after!.right).toBeGreaterThanOrEqual(before!.right);
      }
  });

  it('leaves the engine as it is where nobody spoke', () => {
    const lessons = papers(2, { says: () => undefined }).flatMap((own) => own.lessons);
    const fit = fitOwn(lessons, false);
    for (const { row } of lessons) expect(Math.abs(ownAddition(fit, row))).toBeLessThan(1e-6);
  });

  it('adds no more than three to the log-odds', () => {
    const fit = fitOwn(
      papers(4, { says: byWording }).flatMap((own) => own.lessons),
      false,
    );
    const far = ownRow(0, new Float64Array(WIDTH).fill(1e6), undefined);
    expect(Math.abs(ownAddition(fit, far))).toBe(3);
  });

  it('weighs a user’s own model by what people say', () => {
    const weightOf = (model: NonNullable<Wish['model']>): number => {
      const lessons = papers(3, { says: asExpected, model }).flatMap((own) => own.lessons);
      return fitOwn(lessons, true).line.components.at(-1)!.weight;
    };
    // One sees what people will say, one the opposite, one nothing of it.
    const seeing = weightOf(({ logOdds, luck }) => (luck < sigmoid(logOdds) ? 0.3 : -0.3));
    const blind = weightOf(({ luck }) => ((luck * 1000) % 1) - 0.5);
    const wrong = weightOf(({ logOdds, luck }) => (luck < sigmoid(logOdds) ? -0.3 : 0.3));
    expect(seeing).toBeGreaterThan(1);
    expect(Math.abs(blind)).toBeLessThan(0.3);
    expect(wrong).toBeLessThan(-1);
    expect(ownComponents(true).at(-1)).toBe('own-model');
  });
});
