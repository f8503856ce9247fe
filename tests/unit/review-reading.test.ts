import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lettersIn, readingMinutes, spokenOf } from '../../src/align/index.js';
import type { ReviewPartner } from '../../src/model/index.js';
import { openDesk, openWorkspace } from '../../src/pipeline/index.js';
import { withPapers } from '../support/review-sheets.js';

const partner = (unit: string, aside = false): ReviewPartner => ({
  unit,
  score: 0.5,
  linked: false,
  relation: 'adapted',
  about: [{ start: 0, end: 4 }],
  aside,
});
const PARTNERS = [partner('a'), partner('b'), partner('c', true), partner('d', true)];

describe('what an answer speaks of', () => {
  it.each<[string, string[], string]>([
    ['one that fits: nothing of what is aside', ['b'], 'ab'],
    ['two that fit', ['a', 'b'], 'ab'],
    ['one from aside: all was looked at', ['c'], 'abcd'],
    ['one from aside beside one that fits', ['a', 'd'], 'abcd'],
    ['none: all was looked at', [], 'abcd'],
    ['one that is not shown: nothing that is shown fits', ['elsewhere'], 'abcd'],
  ])('%s', (_name, chosen, spoken) => {
    expect(
      spokenOf({ partners: PARTNERS }, chosen)
        .map(({ unit }) => unit)
        .join(''),
    ).toBe(spoken);
  });
});

describe('time', () => {
  it.each<[string, number, number, number]>([
    ['nothing', 0, 0, 0],
    ['a minute of letters', 500, 0, 1],
    ['thirty keys', 0, 30, 1],
    ['both', 250, 15, 1],
  ])('of %s', (_name, letters, keys, minutes) => {
    expect(readingMinutes({ letters, keys })).toBeCloseTo(minutes, 9);
  });
});

const SIGNED = { by: '张三', at: '2026-11-27' };

describe('questions', () => {
  const PATROL = '各级水务主管部门会同有关单位定期巡查堤岸，';
  const WHOLE = `${PATROL}入汛以前疏浚河道，排水沟渠保持畅通。`;

  it('mark the clauses that speak of what is asked, and reckon with them alone', async () => {
    await withPapers(async (cwd) => {
      const down = readFileSync(join(cwd, 'down.txt'), 'utf8');
      writeFileSync(join(cwd, 'down.txt'), down.replace('入汛', `${PATROL}入汛`));
      const desk = await openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', SIGNED);
      const all = textsOf(desk.session);
      const state = desk.state();
      const shown = state.questions.flatMap(({ why, partners }) =>
        partners
          .filter(({ unit }) => all.get(unit) === WHOLE)
          .map(({ linked, about }) => ({
            whole: why === 'clauses' && linked,
            read: about.map(({ start, end }) => WHOLE.slice(start, end)).join('|'),
          })),
      );
      // Of what is asked for its clauses all is read, of the rest how it opens and what is shared.
      expect(shown.filter(({ whole }) => whole).map(({ read }) => read)).toEqual([WHOLE]);
      const parts = shown.filter(({ whole }) => !whole).map(({ read }) => read);
      expect(parts.length).toBeGreaterThan(0);
      for (const read of parts) expect(read).toMatch(/^各级水务主管部门会同有关(?:\||单位)/);
      expect(parts.some((read) => read.length < WHOLE.length)).toBe(true);
      for (const { unit, partners, seconds } of state.questions) {
        const first = partners.filter(({ aside }) => !aside);
        const letters = first.reduce((sum, own) => sum + lettersIn(own.about), 0);
        const least = readingMinutes({ letters: letters + (all.get(unit) ?? '').length, keys: 1 });
        expect(seconds).toBeGreaterThanOrEqual(60 * least - 0.001);
        expect(partners.map(({ aside }) => aside)).toEqual(
          [...partners.map(({ aside }) => aside)].sort(),
        );
        expect(partners[0]?.aside).toBe(false);
      }
    });
  });

  it('once one fits, say nothing of what is aside', async () => {
    await withPapers(async (cwd) => {
      const desk = await openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', SIGNED);
      const question = desk
        .state()
        .questions.find(({ partners }) => partners.some(({ aside }) => aside));
      expect(question).toBeDefined();
      if (question === undefined) return;
      const [first] = question.partners;
      await desk.answer({ unit: question.unit, chosen: first === undefined ? [] : [first.unit] });
      const links = readFileSync(join(cwd, 'links.yaml'), 'utf8');
      const spoken = question.partners.filter(({ aside }) => !aside).length;
      expect(links.match(/\b(?:pin|reject):/g)).toHaveLength(spoken);
      expect(desk.state().questions.find(({ unit }) => unit === question.unit)?.answered).toBe(
        true,
      );
      await desk.undo();
      const last = question.partners.at(-1);
      await desk.answer({ unit: question.unit, chosen: last === undefined ? [] : [last.unit] });
      const whole = readFileSync(join(cwd, 'links.yaml'), 'utf8');
      expect(whole.match(/\b(?:pin|reject):/g)).toHaveLength(question.partners.length);
    });
  });
});

function textsOf({
  upstream,
  downstream,
}: Awaited<ReturnType<typeof openDesk>>['session']): ReadonlyMap<string, string> {
  return new Map(
    [...upstream.documents, ...downstream.documents].flatMap(({ sentences }) =>
      sentences.map(({ id, text }) => [id, text] as const),
    ),
  );
}
