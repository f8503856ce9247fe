import { catalogue } from '../catalogue.js';
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
