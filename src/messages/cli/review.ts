import { catalogue } from '../catalogue.js';

/** What `review` says on the command line. */
export const REVIEW_TEXTS = catalogue({
  'review.about': {
    en: 'put links right by hand: in the browser, in the terminal, in sheets',
    zh: '人工审校对应：浏览器、终端或表格',
  },
  'review.open.about': {
    en: 'go through the questions about two papers, what changes most first',
    zh: '逐题审校两份文件的对应，影响最大的在前',
  },
  'review.export.about': {
    en: 'write the questions worth a look as a sheet to fill in',
    zh: '把值得复核的问题写成可填写的表格',
  },
  'review.import.about': {
    en: 'read filled sheets back into links.yaml, whole or not at all',
    zh: '把填好的表格读回 links.yaml，要么全部写入，要么都不写',
  },
  'review.output': {
    en: 'file to write: .xlsx, .docx, .csv or .jsonl',
    zh: '写入的文件：.xlsx、.docx、.csv 或 .jsonl',
  },
  'review.format': {
    en: 'format where the file’s ending does not say: {values}',
    zh: '文件后缀未说明时的格式：{values}',
  },
  'review.all': {
    en: 'also questions that promise little, and answered ones',
    zh: '也包括意义不大的和已回答的问题',
  },
  'review.files': { en: 'filled sheets, one a reviewer', zh: '填好的表格，每位审校人一份' },
  'review.by': {
    en: 'who answered, a name for each file, with commas (else the names of the files)',
    zh: '审校人，每个文件一个，用逗号隔开（默认用文件名）',
  },
  'review.up': {
    en: 'the upstream paper, where it is no longer where the sheet says',
    zh: '上位文件（不在表格所写位置时）',
  },
  'review.down': {
    en: 'the downstream paper, where it is no longer where the sheet says',
    zh: '下位文件（不在表格所写位置时）',
  },
  'review.wrote': {
    en: '{file}: {count} {count|question|questions}. Fill in the sheet, then: duibiao review import {file}',
    zh: '{file}：{count} 个问题。填好后运行：duibiao review import {file}',
  },
  'review.row': {
    en: '{file}, line {line}  {id}  {outcome}',
    zh: '{file} 第 {line} 行  {id}  {outcome}',
  },
  'review.taken': {
    en: '{answer}: {count} {count|decision|decisions}',
    zh: '{answer}：{count} 条判断',
  },
  'review.alone': { en: '{answer}: as in another file', zh: '{answer}：与另一文件相同' },
  'review.noted': {
    en: 'a note without a decision: nothing to write',
    zh: '只有备注，没有决定：未写入',
  },
  'review.other': {
    en: 'reviewers disagree: nothing written for this row',
    zh: '审校人意见不一：本行未写入',
  },
  'review.wrong': { en: 'not read: {problem}', zh: '无法读入：{problem}' },
  'review.decision': { en: 'decision', zh: '判断' },
  'review.summary': {
    en: '{path}: {written} {written|decision|decisions} written from {rows} {rows|row|rows}, {replaced} of them in the stead of others; {empty} {empty|row|rows} left empty.',
    zh: '{path}：由 {rows} 行写入 {written} 条判断，其中 {replaced} 条替换了原有的；{empty} 行未填。',
  },
  'review.kappa': {
    en: 'Reviewers agree at κ = {kappa} (Cohen, over the pairs both judged).',
    zh: '审校人一致性 κ = {kappa}（Cohen，按双方都判断过的句对）。',
  },
  'review.disagreement': { en: 'Disagreement on {id}: {text}', zh: '意见不一 {id}：{text}' },
  'review.said': { en: '  {by}: {chosen}', zh: '  {by}：{chosen}' },
  'review.nothing': { en: 'no counterpart', zh: '无对应' },
});
