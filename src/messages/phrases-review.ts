import { catalogue } from './catalogue.js';

/** What a row of a sheet for review has wrong. */
export const REVIEW_PHRASES = catalogue({
  'review/two-answers': {
    en: 'two answers in one row: {found}',
    zh: '一行有两个答案：{found}',
  },
  'review/unknown-answer': {
    en: '"{found}" is no answer; use {known}',
    zh: '“{found}”不是答案，可用：{known}',
  },
  'review/unknown-clauses': {
    en: '"{found}" names no clause of this row: numbers of "clauses in doubt", "all" or 0',
    zh: '“{found}”不是本行的分句：请填“存疑分句”中的序号、“全”或 0',
  },
  'review/alike-changed': {
    en: '"same for": {address} is not what it was: export again, or delete its line',
    zh: '“同此处理”中的 {address} 已与导出时不同：请重新导出，或删去该行编号',
  },
  'review/no-target': {
    en: '"change" does not say to what: fill the column "change to"',
    zh: '“改为”没有写明改成什么：请填“改为”列',
  },
  'review/no-candidate': {
    en: 'there is no candidate {found} in this row',
    zh: '本行没有候选 {found}',
  },
  'review/nothing-linked': {
    en: '"now" keeps what is linked, and nothing is',
    zh: '“现”表示保留现对应，而本行没有现对应',
  },
  'review/unknown-relation': {
    en: '"{found}" is no relation; use {known}',
    zh: '“{found}”不是对应关系，可用：{known}',
  },
  'review/formula': {
    en: 'the cell "{column}" holds a formula',
    zh: '“{column}”单元格含有公式',
  },
  'review/merged': { en: 'cells are merged at "{column}"', zh: '“{column}”处的单元格被合并' },
  'review/changed-row': {
    en: 'the id does not fit the texts of the row: cells were changed or sorted apart',
    zh: '编号与本行文字不符：单元格被改动，或各列被分开排序',
  },
  'review/no-id': { en: 'the row has no id', zh: '本行没有编号' },
  'review/unknown-unit': {
    en: 'there is no sentence {unit} with this text now{near}',
    zh: '现已没有文字如此的句子 {unit}{near}',
  },
  'review/near': { en: '; nearest: {unit}', zh: '；最接近的是 {unit}' },
  'review/not-near': { en: '', zh: '' },
  'review/twice': {
    en: 'the same row is answered otherwise in line {line}',
    zh: '同一行在第 {line} 行另有不同答案',
  },
});
