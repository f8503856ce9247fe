import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `trace` prints. */
export const TRACE_WORDS = inLanguages(
  catalogue({
    types: {
      theme: { en: 'theme', zh: '主题' },
      section: { en: 'section', zh: '章节' },
      sentence: { en: 'sentence', zh: '句子' },
      phrase: { en: 'phrase', zh: '提法' },
    },
    none: { en: 'Nothing on "{name}" in these documents.', zh: '这些文件中没有“{name}”的内容。' },
    head: [
      { en: 'side', zh: '层级' },
      { en: 'sentences', zh: '句数' },
      { en: 'go on', zh: '继续' },
      { en: 'stop', zh: '中止' },
      { en: 'new here', zh: '本级新增' },
    ],
    line: { en: 'L{range}', zh: '行{range}' },
    stop: { en: 'goes no further: nothing in {side}', zh: '到此为止：{side} 无对应' },
    fresh: { en: 'New in {side}', zh: '{side} 新增' },
    legend: {
      en: '= verbatim  ~ adapted  ≈ paraphrased  + begins here  - stops here',
      zh: '= 照搬  ~ 改写  ≈ 转述  + 始于本级  - 到此为止',
    },
    follows: {
      en: 'Of the sentences of {low} linked to {above} or {highest}: {first} are closer to {above}, {second} closer to {highest}, {third} as close to both.',
      zh: '{low} 与 {above} 或 {highest} 有对应的句子中：{first} 句更接近 {above}，{second} 句更接近 {highest}，{third} 句同等接近。',
    },
    descents: {
      en: 'Pairs of highest and lowest: {first} both by way of {middle} and directly, {second} only by way of {middle}, {third} only directly.',
      zh: '最高与最低一级的对应：经 {middle} 且直接相近 {first} 对，仅经 {middle} {second} 对，仅直接 {third} 对。',
    },
  }),
);

/** What `trace` says of itself. */
export const TRACE_TEXTS = catalogue({
  'trace.about': {
    en: 'follow a theme, section, sentence or phrase through the levels; without one, who takes what from whom in a whole collection',
    zh: '沿层级追踪主题、章节、句子或提法；不给对象则汇总整个文集中谁承接谁',
  },
  'trace.topic': {
    en: 'theme id or label, address of a section or sentence (hubei:11, hubei:11.3), or a phrase; none: the whole collection',
    zh: '主题 id 或名称、章节或句子地址（hubei:11、hubei:11.3）、或提法；省略则为整个文集',
  },
  'trace.sides': {
    en: 'the chain, highest first (else one alias a level of the corpus)',
    zh: '传导链，从高到低（默认：语料库每级一个别名）',
  },
  'trace.up': { en: 'follow upwards: where does it come from', zh: '向上追踪来源' },
  'trace.minRelation': {
    en: 'weakest relation that is followed: verbatim, adapted or paraphrased',
    zh: '追踪的最低关系：verbatim、adapted 或 paraphrased',
  },
});

export const TRACE_EXAMPLES: Examples = {
  trace: [
    {
      line: 'duibiao trace housing',
      en: 'one theme from the centre to the city',
      zh: '自上而下跟踪一个主题',
    },
    {
      line: 'duibiao trace --corpus plans -f html -o diffusion.html',
      en: 'who takes what from whom in a folder of papers, how fast, and what spread, on one page',
      zh: '一个文件夹中谁承接谁、隔多久、哪些表述传开，汇成一个网页',
    },
  ],
};
