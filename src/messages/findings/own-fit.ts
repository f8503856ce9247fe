import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `fit` prints. */
export const OWN_FIT_WORDS = inLanguages(
  catalogue({
    title: {
      en: 'What {count} decisions ({yes} yes, {no} no) about {papers} {papers|pair|pairs} of papers teach',
      zh: '{papers} 对文件的 {count} 条决定（是 {yes}，否 {no}）教会了什么',
    },
    paper: {
      en: '{upstream} → {downstream}: {yes} yes, {no} no',
      zh: '{upstream} → {downstream}：是 {yes}，否 {no}',
    },
    head: [
      { en: 'on decisions held out', zh: '在留出的决定上' },
      { en: 'engine as shipped', zh: '出厂引擎' },
      { en: 'with your decisions', zh: '加上您的决定' },
    ],
    rows: [
      { en: 'decided as people did', zh: '与人的决定一致' },
      { en: 'F1 of links', zh: '对应的 F1' },
      { en: 'surprise (0: none)', zh: '意外程度（0 为无）' },
    ],
    share: { en: '{right} of {count}', zh: '{right} / {count}' },
    byPapers: {
      en: 'Each decision is judged by a fit that has seen no decision about the same papers.',
      zh: '每条决定都由没有见过同一对文件任何决定的拟合来判断。',
    },
    byParts: {
      en: 'Each decision is judged by a fit that has seen none about the same upstream section: decisions about three pairs of papers or more would say better what other papers gain.',
      zh: '每条决定都由没有见过同一上位章节任何决定的拟合来判断；若有三对以上文件的决定，更能说明其他文件能得到多少改进。',
    },
    model: { en: 'Your own model was weighed too.', zh: '同时拟合了您自己的模型应占的分量。' },
    unknown: {
      en: '{count} {count|decision is|decisions are} about papers that the corpus does not have: name them (duibiao fit UP DOWN).',
      zh: '另有 {count} 条决定所涉文件不在语料库中：请写明文件（duibiao fit 上位 下位）。',
    },
    stale: {
      en: '{count} {count|decision is|decisions are} stale: the text they name has changed.',
      zh: '有 {count} 条决定已过时：所指文字有改动。',
    },
    twice: {
      en: '{count} {count|pair is|pairs are} answered both ways: the later answer counts.',
      zh: '有 {count} 对既有“是”又有“否”：以后一条为准。',
    },
    written: {
      en: 'Written to {file}: every command links by it from now on. Delete the file to go back to the engine as shipped.',
      zh: '已写入 {file}：此后各命令都据此建立对应。删除该文件即恢复出厂引擎。',
    },
    better: {
      en: 'Nothing was written; --own keeps it.',
      zh: '未写入任何内容；加 --own 即予保存。',
    },
    worse: {
      en: 'Not better beyond doubt on what was held out: the engine stays as shipped, and nothing was written.',
      zh: '在留出的决定上没有确实变好：仍用出厂引擎，未写入任何内容。',
    },
    worseThere: {
      en: 'Not better beyond doubt on what was held out: nothing was written. {file} of an earlier fit is still there and in use; delete it to go back to the engine as shipped.',
      zh: '在留出的决定上没有确实变好：未写入任何内容。此前拟合的 {file} 仍在使用；删除它即恢复出厂引擎。',
    },
  }),
);
