import { catalogue } from './catalogue.js';
import { inLanguages } from './words.js';

/** What the gate prints on a terminal. */
export const CHECK_WORDS = inLanguages(
  catalogue({
    error: { en: 'error', zh: '错误' },
    warning: { en: 'warning', zh: '警告' },
    info: { en: 'note', zh: '提示' },
    known: { en: 'known', zh: '已知' },
    ok: { en: 'No new findings.', zh: '没有新的发现。' },
    more: {
      en: '{infos} {infos|note|notes} not shown (--all).',
      zh: '另有 {infos} 条提示未显示（--all）。',
    },
    total: {
      en: '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|note|notes}',
      zh: '错误 {errors}、警告 {warnings}、提示 {infos}',
    },
    fixable: {
      en: '{count} can be mended with --fix.',
      zh: '其中 {count} 处可用 --fix 自动修正。',
    },
    coverage: { en: 'Coverage', zh: '承接率' },
    yardstick: { en: 'Measured otherwise than before', zh: '度量方式与之前不同' },
    parts: {
      engine: { en: 'engine', zh: '引擎' },
      decisions: { en: 'decisions', zh: '人工判定' },
      lexicon: { en: 'word list', zh: '词表' },
      theme: { en: 'theme', zh: '主题' },
    },
    askGit: {
      en: 'Which sentences moved, "duibiao check --since REF" shows.',
      zh: '影响了哪些句子，请用“duibiao check --since 版本”查看。',
    },
    measured: {
      en: 'texts under the old yardstick {old}; under the new one {new}',
      zh: '文本变化：按旧尺度 {old}；按新尺度 {new}',
    },
    moreHidden: {
      en: '{infos} {infos|note|notes} and {hidden} known or ignored {hidden|finding|findings} not shown (--all).',
      zh: '另有 {infos} 条提示、{hidden} 条已知或已忽略未显示（--all）。',
    },
  }),
);
/** What the gate writes for a pull request: summary and annotations. */
export const CHECK_SUMMARY_WORDS = inLanguages(
  catalogue({
    title: { en: 'Corpus check', zh: '语料检查' },
    passed: { en: 'passed', zh: '通过' },
    failed: { en: 'failed', zh: '未通过' },
    total: {
      en: '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|note|notes}; {suppressed} known or ignored.',
      zh: '错误 {errors}、警告 {warnings}、提示 {infos}；已知或已忽略 {suppressed}。',
    },
    head: [
      { en: '', zh: '' },
      { en: 'place', zh: '位置' },
      { en: 'finding', zh: '发现' },
      { en: 'rule', zh: '规则' },
    ],
    coverage: [
      { en: 'sides', zh: '比较' },
      { en: 'theme', zh: '主题' },
      { en: 'before', zh: '之前' },
      { en: 'after', zh: '现在' },
      { en: 'texts alone', zh: '仅因文本' },
    ],
    yardstick: [
      { en: '', zh: '' },
      { en: 'measured otherwise', zh: '度量方式有改动' },
      { en: 'sentences gained', zh: '增加句数' },
      { en: 'lost', zh: '减少句数' },
    ],
    more: { en: '{count} more findings are left out here.', zh: '另有 {count} 条未列出。' },
    notAnnotated: {
      en: '{count} more findings are not annotated; see the step summary.',
      zh: '另有 {count} 条发现未标注，见步骤摘要。',
    },
  }),
);
