import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `bodies` prints. */
export const BODIES_WORDS = inLanguages(
  catalogue({
    head: [
      { en: 'measure above', zh: '上位举措' },
      { en: 'leads above', zh: '上位牵头' },
      { en: 'leads below', zh: '下位牵头' },
      { en: 'relation', zh: '对应' },
    ],
    relations: {
      same: { en: 'same', zh: '一致' },
      different: { en: 'different', zh: '不同' },
      'only-upstream': { en: 'only above', zh: '仅上位写明' },
      'only-downstream': { en: 'only below', zh: '仅下位写明' },
    },
    others: { en: ' (and {others} more)', zh: '（另有 {others} 句）' },
    more: { en: ' (+{more})', zh: '（另有 {more} 家）' },
    none: {
      en: 'Neither text names responsible bodies of linked sentences.',
      zh: '相互对应的句子都没有写明责任单位。',
    },
    legend: {
      en: 'Who leads, as notes in brackets or on lines of their own say; where none is said to lead, who is responsible. “Same” looks past the level: a provincial commission and the office of that name in a city are one.',
      zh: '牵头单位取自括号内或单独成行的责任分工；没有写明牵头的取责任单位。“一致”不计层级：省发展改革委与市发改委视为同一系统。',
    },
  }),
);

/** What `bodies` says of itself. */
export const BODIES_TEXTS = catalogue({
  'bodies.about': {
    en: 'responsible bodies (责任单位, 牵头): who leads above, who leads below',
    zh: '责任单位：上位由谁牵头，下位由谁牵头',
  },
});

export const BODIES_EXAMPLES: Examples = {
  bodies: [
    {
      line: 'duibiao bodies plan-above.docx draft.docx',
      en: 'who leads which measure at each level',
      zh: '每项举措两级各由谁牵头',
    },
  ],
};
