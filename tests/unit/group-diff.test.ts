import { describe, expect, it } from 'vitest';
import { groupChanges } from '../../src/findings/diff/group.js';
import { joinSentences, makeDiffer } from '../../src/findings/index.js';
import type { SentenceUnit } from '../../src/model/index.js';

const differ = makeDiffer({ swaps: [], setPhrases: [], commitment: new Map() });
/** Words of two characters, punctuation and figures by themselves. */
const tokenize = (text: string) =>
  [...text.matchAll(/\d+|\p{Script=Han}{1,2}|./gu)].map((m) => ({
    text: m[0],
    start: m.index,
    end: m.index + m[0].length,
    kind: /\d/u.test(m[0]) ? ('number' as const) : ('word' as const),
  }));
const unit = (id: string, text: string) => ({ id, text, markerLength: 0 }) as SentenceUnit;
const join = (units: readonly SentenceUnit[]) => joinSentences(units, tokenize);

/** What is marked on either side, `kind:up→down`. */
function marks(
  ups: readonly string[],
  downs: readonly string[],
  links: readonly (readonly [up: number, down: number])[],
  shown: readonly number[] = [...downs.keys()],
): string[] {
  const up = ups.map((text, i) => unit(`u${i}`, text));
  const down = downs.map((text, i) => unit(`d${i}`, text));
  const above = join(up);
  const below = join(shown.map((i) => down[i] as SentenceUnit));
  const changes = groupChanges(
    above,
    below,
    links.map(([u, d]) => ({
      upstream: { unit: `u${u}`, text: ups[u] as string },
      downstream: { unit: `d${d}`, text: downs[d] as string },
      changes: differ(join([up[u] as SentenceUnit]), join([down[d] as SentenceUnit])),
    })),
  );
  return changes.map(
    ({ kind, startUp, endUp, startDown, endDown }) =>
      `${kind}:${above.text.slice(startUp, endUp)}→${below.text.slice(startDown, endDown)}`,
  );
}

describe('differences against the union of a group', () => {
  it('shows as dropped only what no partner carries', () => {
    const up = '建设公共食堂，开办老年大学，发展上门护理。';
    expect(
      marks(
        [up],
        ['建设公共食堂。', '开办老年大学。'],
        [
          [0, 0],
          [0, 1],
        ],
      ),
    ).toEqual(['dropped:，发展上门护理→']);
  });

  it('counts a word too short for a run as carried where its own link has it', () => {
    const up = '植树，开办老年大学。';
    expect(
      marks(
        [up],
        ['植树。', '开办老年大学。'],
        [
          [0, 0],
          [0, 1],
        ],
      ),
    ).toEqual([]);
  });

  it('holds when the partners stand in another order than what they carry', () => {
    const up = '建设公共食堂，开办老年大学。';
    expect(
      marks(
        [up],
        ['开办老年大学。', '建设公共食堂。'],
        [
          [0, 0],
          [0, 1],
        ],
      ),
    ).toEqual([]);
  });

  it('shows as added only what comes from no upstream sentence, shown in the row or not', () => {
    const ups = ['建设公共食堂。', '开办老年大学。'];
    const downs = ['建设公共食堂，开办老年大学，发展上门护理。'];
    expect(marks(ups.slice(0, 1), downs, [[0, 0]])).toEqual([
      'added:→，开办老年大学，发展上门护理',
    ]);
    const all = marks(ups, downs, [
      [0, 0],
      [1, 0],
    ]);
    expect(all).toEqual(['added:→，发展上门护理']);
  });

  it('keeps a number that changed, though another partner has the rest', () => {
    const up = '新建食堂100个，开办老年大学。';
    expect(
      marks(
        [up],
        ['新建食堂20个。', '开办老年大学。'],
        [
          [0, 0],
          [0, 1],
        ],
      ),
    ).toContain('number:100→20');
  });

  it('is the difference of the two where there is one link', () => {
    const [up, down] = ['建设公共食堂，发展上门护理。', '建设公共食堂，培训护理人员。'];
    const alone = differ(join([unit('u', up)]), join([unit('d', down)]));
    expect(marks([up], [down], [[0, 0]])).toHaveLength(alone.length);
  });
});
