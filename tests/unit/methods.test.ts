import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENGINE } from '../support/engine.js';
import { ROOT } from '../support/root.js';

const METHODS = readFileSync(join(ROOT, 'docs/methods.md'), 'utf8');
const { first, second, thresholds } = ENGINE.parameters;
const source = (path: string): string => readFileSync(join(ROOT, 'src/align', path), 'utf8');

/** What the methods say of the engine, and the engine's own value. */
const SAID: readonly (readonly [sentence: RegExp, value: readonly unknown[]])[] = [
  [/ridge over (\d+) named components/, [first.components.length]],
  [/then (\d+) boosted trees over (\d+), /, [second.trees.length, second.components.length]],
  [/halfway between ([\d.]+) and/, [thresholds.link]],
  [/below ([\d.]+) a link is marked doubtful/, [thresholds.doubtful]],
  [/for sections between ([\d.]+) and/, [thresholds.counterpart]],
  [/related where a share of ([\d.]+) of/, [thresholds.related]],
  [/\(longer clause ([\d.]+)\)/, [/LONGER_SHARE = ([\d.]+)/.exec(source('measure.ts'))?.[1]]],
];

describe('docs/methods.md says of the engine what the engine does', () => {
  it.each(SAID)('%s', (sentence, values) => {
    const found = sentence.exec(METHODS)?.slice(1).map(Number);
    expect(found).toEqual(values.map(Number));
  });

  it('names the partners kept for each sentence', () => {
    expect(source('candidates.ts')).toContain('const KEPT = 8;');
    expect(METHODS).toContain('the eight best partners of each sentence');
  });
});
