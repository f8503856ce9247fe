import { phrase } from '../../messages/index.js';
import { linePlace } from '../place.js';
import type { CorpusRule } from '../types.js';

/** An analyst's pin or reject whose unit is gone or reads otherwise. */
export const overrideStale: CorpusRule = {
  id: 'override-stale',
  scope: 'corpus',
  group: 'link',
  severity: 'warning',
  title: { en: 'Override no longer fits', zh: '人工对应已失效' },
  help: {
    en: 'An override names a unit and quotes it. The unit is gone, or no longer holds the quotation: look at it again.',
    zh: '人工指定的对应引用了某句原文。该句已不存在，或不再含有所引文字，请重新核对。',
  },
  message: {
    en: 'The override of {unit} is stale: {problem}.',
    zh: '{unit} 的人工对应已失效：{problem}。',
  },
  bad: 'An override that quotes 5万套 where the text now says 6万套.',
  good: 'An override whose quotation stands in its unit.',
  run: ({ pairs, corpusPath, yardstick }) =>
    pairs.flatMap(({ stale }) =>
      stale.map(({ unit, problem }) => ({
        path: yardstick.find(({ kind }) => kind === 'decisions')?.path ?? corpusPath,
        place: linePlace(1),
        params: { unit, problem: phrase(`check/stale.${problem}`) },
        key: `${unit} ${problem}`,
      })),
    ),
};
