import { catalogue } from '../catalogue.js';

/** What `review` says on the command line. */
export const REVIEW_TEXTS = catalogue({
  'review.about': {
    en: 'put links right by hand: in the browser, in the terminal, in sheets',
    zh: '人工审校对应：浏览器、终端或表格',
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
  'review.clausesAlone': {
    en: 'clauses: {count} {count|decision|decisions}',
    zh: '分句：{count} 条判断',
  },
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
  'review.tty': {
    en: 'ask in the terminal rather than in the browser',
    zh: '在终端中逐题询问，不用浏览器',
  },
  'review.byOne': { en: 'who answers', zh: '审校人' },
  'review.serving': {
    en: 'Open {url}\nEvery answer is saved at once in {file}. Ctrl-C, or "End" on the page, ends the review.',
    zh: '请在浏览器中打开 {url}\n每次回答立即保存到 {file}。按 Ctrl-C 或点击页面上的“结束”即可结束。',
  },
  'review.ended': {
    en: 'Ended. What was answered is in {file}.',
    zh: '已结束。回答都在 {file} 中。',
  },
  'review.allDone': {
    en: 'No question is left: {answered} answered, in {file}.',
    zh: '没有剩下的问题：已回答 {answered} 个，保存在 {file}。',
  },
  'review.notUnderstood': {
    en: 'Not understood: Enter, n, numbers of the list such as 1,3, s, u or q.',
    zh: '没有看懂：请按回车，或输入 n、列表中的序号（如 1,3）、s、u、q。',
  },
  'review.prompt': {
    en: 'Enter = as marked (=) · n none · 1,3 these · s skip · u undo · q end >',
    zh: '回车 = 按所标（=）· n 无对应 · 1,3 改为这些 · s 跳过 · u 撤销 · q 结束 >',
  },
  'review.why.doubtful': { en: 'doubtful', zh: '存疑' },
  'review.why.unlinked': { en: 'not linked, fair candidate', zh: '未对应，有候选' },
  'review.why.clauses': { en: 'clauses in doubt', zh: '分句存疑' },
  'review.why.clear': { en: 'clear', zh: '较确定' },
  'review.clauses': {
    en: 'Clauses that are in doubt (+ carried, - not):',
    zh: '下列分句拿不准（+ 现有承接，- 现未承接）：',
  },
  'review.clausesPrompt': {
    en: 'Enter = as marked · numbers of those NOT carried, 0 = all are carried · s skip >',
    zh: '回车 = 按所标 · 没有承接的序号，0 = 都有承接 · s 跳过 >',
  },
  'review.alike': { en: '(and {count} in the same words)', zh: '（另有 {count} 处文字相同）' },
  'review.aside': {
    en: 'Unlikely, to be read where nothing above fits:',
    zh: '可能性小，以上都不对应时再看：',
  },
  'review.nothing': { en: 'no counterpart', zh: '无对应' },
});
