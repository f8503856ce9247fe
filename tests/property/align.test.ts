import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import type { AlignmentGold, GoldSentence } from '../../src/evaluate/index.js';
import type { Alignment } from '../../src/model/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { ENGINE } from '../support/engine.js';

const gold = JSON.parse(readFileSync('fixtures/gold/hubei-wuhan.json', 'utf8')) as AlignmentGold;

/** A slice of both proposals: items that correspond, small enough to be aligned many times. */
const part = (sentences: readonly GoldSentence[], items: readonly string[]): GoldSentence[] =>
  sentences.filter((sentence) => items.includes(sentence.section));
const UP = part(gold.upstream.sentences, ['H23', 'H24', 'H25', 'H26', 'H27', 'H28', 'H29', 'H30']);
const DOWN = part(gold.downstream.sentences, ['W23', 'W24', 'W25', 'W26', 'W31', 'W32', 'W33']);

const linksOf = (result: Alignment): string[] =>
  result.links
    .map((l) => `${l.grain} ${l.relation} ${l.upstream} ${l.downstream} ${l.score.toFixed(3)}`)
    .sort();
const pairsOf = (result: Alignment): Set<string> =>
  new Set(
    result.links.filter((l) => l.grain === 'sentence').map((l) => `${l.upstream} ${l.downstream}`),
  );
const run = (
  up: readonly GoldSentence[],
  down: readonly GoldSentence[],
  places = ['湖北省', '武汉市'],
): Alignment =>
  align(sideFromGold('u', up, places[0]), sideFromGold('d', down, places[1]), {
    ...ENGINE,
  });

const BASE = run(UP, DOWN);

/** Sentences with their items in another order, given by one key an item. */
function reorder(sentences: readonly GoldSentence[], keys: readonly number[]): GoldSentence[] {
  const items = [...new Set(sentences.map((s) => s.section))];
  const order = items.map((item, i) => ({ item, key: keys[i % keys.length]! + i / 1000 }));
  order.sort((a, b) => a.key - b.key);
  return order.flatMap(({ item }) => sentences.filter((s) => s.section === item));
}

describe('metamorphic laws', () => {
  it('has links to lose', () => {
    expect(pairsOf(BASE).size).toBeGreaterThan(30);
  });

  it('shuffling the items of either side leaves every link in place', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(keys, keys, (up, down) => {
        expect(linksOf(run(reorder(UP, up), reorder(DOWN, down)))).toEqual(linksOf(BASE));
      }),
      { numRuns: 8, seed: 4 },
    );
  });

  it('renumbering leaves every link in place', () => {
    const renumber = (sentences: readonly GoldSentence[], add: number): GoldSentence[] =>
      sentences.map((s) => ({
        ...s,
        text: s.text.replace(/^(\d+)\./u, (_, n: string) => `${Number(n) + add}.`),
      }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (add) => {
        expect(linksOf(run(UP, renumber(DOWN, add)))).toEqual(linksOf(BASE));
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  it('the name of the place does not matter, where the head states it', () => {
    const rename = (sentences: readonly GoldSentence[], from: RegExp, to: string): GoldSentence[] =>
      sentences.map((s) => ({ ...s, text: s.text.replace(from, to) }));
    // Names that stand for themselves (武汉 in the Hubei text) are other places there, so only own names are changed.
    const renamed = run(rename(UP, /湖北/gu, '青海'), rename(DOWN, /武汉/gu, '西宁'), [
      '青海省',
      '西宁市',
    ]);
    const [before, after] = [pairsOf(BASE), pairsOf(renamed)];
    const kept = [...before].filter((pair) => after.has(pair)).length;
    expect(kept / Math.max(before.size, after.size)).toBeGreaterThanOrEqual(0.95);
  });

  it('swapped sides give nearly the same links', () => {
    const back = run(DOWN, UP, ['武汉市', '湖北省']);
    const before = [...pairsOf(BASE)].map((pair) => pair.split(' ').map((id) => id.slice(2)));
    const after = new Set(
      [...pairsOf(back)].map((pair) =>
        pair
          .split(' ')
          .map((id) => id.slice(2))
          .reverse()
          .join(' '),
      ),
    );
    const kept = before.filter((pair) => after.has(pair.join(' '))).length;
    // Not all: a reader downstream asks where this came from, and the model was fitted on that question.
    expect(kept / before.length).toBeGreaterThanOrEqual(0.75);
  });

  it('a document against itself is all verbatim, each sentence with itself', () => {
    const self = run(UP, UP, ['湖北省', '湖北省']);
    const links = self.links.filter((l) => l.grain === 'sentence');
    for (const sentence of UP) {
      const own = links.find(
        (l) => l.upstream[0] === `u/${sentence.id}` && l.downstream[0] === `d/${sentence.id}`,
      );
      expect([sentence.id, own?.relation, own?.score]).toEqual([sentence.id, 'verbatim', 1]);
    }
    expect(self.unlinked).toEqual({ upstream: [], downstream: [] });
    expect(links.filter((l) => l.relation === 'verbatim' && l.moved)).toEqual([]);
  });

  it('a pinned link is never doubtful, however little the engine thinks of it', () => {
    const pin = (upstream: string, downstream: string) => ({
      action: 'pin' as const,
      upstream: { id: upstream },
      downstream: { id: downstream },
    });
    const sentences = [UP.at(-1)!, DOWN[0]!] as const;
    const result = align(sideFromGold('u', UP, '湖北省'), sideFromGold('d', DOWN, '武汉市'), {
      ...ENGINE,
      decisions: [
        pin(`u/${sentences[0].id}`, `d/${sentences[1].id}`),
        pin(`u/${sentences[0].section}`, `d/${sentences[1].section}`),
      ],
    });
    const pinned = result.links.filter((link) => link.decided);
    expect(pinned.map((link) => [link.grain, link.doubtful])).toEqual([
      ['section', false],
      ['sentence', false],
    ]);
    expect(pinned.every((link) => link.score < 0.6)).toBe(true);
  });

  it('is deterministic', () => {
    expect(JSON.stringify(run(UP, DOWN).links)).toBe(JSON.stringify(BASE.links));
  });
});
