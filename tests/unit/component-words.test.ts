import { expect, it } from 'vitest';
import { COUNTERPART_COMPONENTS } from '../../src/align/counterparts.js';
import { FIRST_COMPONENTS, SECOND_COMPONENTS } from '../../src/align/index.js';
import { componentWords } from '../../src/messages/index.js';

const NAMES = [
  ...new Set(
    [...FIRST_COMPONENTS, ...SECOND_COMPONENTS, ...COUNTERPART_COMPONENTS].map(({ name }) => name),
  ),
];

it.each(['en', 'zh'] as const)(
  'every component of a score has words of its own in %s',
  (language) => {
    const words = NAMES.map((name) => componentWords(name, language));
    expect(new Set(words).size).toBe(NAMES.length);
    for (const [i, name] of NAMES.entries()) expect(words[i]).not.toBe(name);
  },
);
