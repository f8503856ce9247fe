import { catalogue } from './catalogue.js';

/** What the gate finds, where a rule has more than one thing to say. */
export const CHECK_PHRASES = catalogue({
  'check/alias': {
    en: 'The alias "{name}" names "{id}", which is no document.',
    zh: '别名“{name}”所指的“{id}”不是语料库中的文件。',
  },
  'check/added': { en: 'added', zh: '为新增' },
  'check/coverage-too': { en: '; coverage {list}', zh: '；承接率 {list}' },
  'check/edited': { en: 'edited', zh: '被修改' },
  'check/head-empty': { en: 'the head has no fields', zh: '没有任何字段' },
  'check/head-none': { en: 'there is none', zh: '缺少文件头' },
  'check/head-value': { en: '{field}: {allowed}', zh: '{field} 的可用值：{allowed}' },
  'check/links': {
    en: '{pair}: {lost} links lost, {weakened} weakened, {gained} gained between the same texts',
    zh: '{pair}：相同文本之间对应减少 {lost}、减弱 {weakened}、增加 {gained}',
  },
  'check/missing': { en: 'There is no file "{name}".', zh: '没有文件“{name}”。' },
  'check/more': {
    en: '(and {count} more in this document, lines {lines})',
    zh: '（本文件另有 {count} 处：第 {lines} 行）',
  },
  'check/more-documents': {
    en: '(and {count} more, in {documents} other documents too)',
    zh: '（另有 {count} 处，涉及其他 {documents} 个文件）',
  },
  'check/no-links': { en: 'no link moved', zh: '没有影响任何对应' },
  'check/removed': { en: 'taken away', zh: '被删除' },
  'check/sentences': {
    en: '{gained} sentences gained, {lost} lost, {regraded} graded anew',
    zh: '增加 {gained} 句、减少 {lost} 句、改级 {regraded} 句',
  },
  'check/since-lock': {
    en: 'not as {lock} knows it; look at it with --since, accept it with --update',
    zh: '与 {lock} 所记不同，可用 --since 查看、--update 接受',
  },
  'check/stale.kinds-differ': {
    en: 'one side is a section, the other a sentence',
    zh: '一方是章节，另一方是句子',
  },
  'check/stale.quote-not-found': {
    en: 'the unit no longer holds the quotation',
    zh: '原文中已没有所引文字',
  },
  'check/stale.unknown-unit': { en: 'there is no such unit', zh: '没有这个单元' },
  'check/unlisted': {
    en: '{path} is not listed in corpus.yaml.',
    zh: '{path} 未列入 corpus.yaml。',
  },
});
