import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `explain` prints. */
export const EXPLAIN_WORDS = inLanguages(
  catalogue({
    linked: { en: 'linked, {relation}, score {score}', zh: '有对应，{relation}，分值 {score}' },
    pinned: { en: 'pinned by links.yaml', zh: '由 links.yaml 指定' },
    unlinked: { en: 'not linked, score {score}', zh: '无对应，分值 {score}' },
    below: { en: 'Links are made from {threshold}.', zh: '分值达到 {threshold} 才建立对应。' },
    rivalled: {
      en: 'The score is above {threshold}, from which links are made: a better partner took what the two share, or it was rejected in links.yaml.',
      zh: '分值已超过 {threshold}，但共有的内容归于更好的对应，或已在 links.yaml 中排除。',
    },
    shared: { en: 'Shared wording', zh: '共有文字' },
    noShared: { en: 'No shared wording.', zh: '没有共有文字。' },
    concepts: { en: 'The same measure in other words', zh: '同一举措的不同说法' },
    swaps: { en: 'Swaps', zh: '层级替换' },
    components: [
      { en: 'what is asked', zh: '考察内容' },
      { en: 'value', zh: '数值' },
      { en: 'log-odds', zh: '对数几率' },
      { en: '', zh: '' },
    ],
    componentsNote: {
      en: 'Log-odds above 0 speak for the link. The strongest come first; those under 0.05 are in --format json, with their names.',
      zh: '对数几率大于 0 支持对应；按强弱排列，不足 0.05 的及各项名称见 --format json。',
    },
    ownModel: {
      en: 'Your own model spoke too: half of “{meaning}” ({value}) is what it says of the two.',
      zh: '“{meaning}”（{value}）有一半来自您自己的模型。',
    },
    ownModelInside: {
      en: 'Your own model spoke too, of the sentences inside.',
      zh: '其中句子的判断也用了您自己的模型。',
    },
    rivals: { en: 'Other candidates for {unit}', zh: '{unit} 的其他候选' },
    none: { en: 'none', zh: '没有' },
  }),
);

/** What `explain` says of itself. */
export const EXPLAIN_TEXTS = catalogue({
  'explain.about': {
    en: 'why two units were linked, or why not',
    zh: '为什么两个单元对应或不对应',
  },
  'explain.first': {
    en: 'a link id, or the address of a section or sentence (hubei:11.3)',
    zh: '对应 id，或章节、句子地址（hubei:11.3）',
  },
  'explain.second': {
    en: 'the other unit; without it, the best partners of the first',
    zh: '另一单元；省略则列出前者的最佳对应',
  },
  'explain.up': {
    en: 'upstream side (else found in the corpus)',
    zh: '上位文件（默认在语料库中查找）',
  },
  'explain.down': {
    en: 'downstream side (else found in the corpus)',
    zh: '下位文件（默认在语料库中查找）',
  },
});

export const EXPLAIN_EXAMPLES: Examples = {
  explain: [
    {
      line: 'duibiao explain hubei:45.11 wuhan:46.10',
      en: 'why two sentences are linked, or not',
      zh: '解释两句为何对应或不对应',
    },
  ],
};
