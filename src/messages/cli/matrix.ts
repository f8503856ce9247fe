import { catalogue } from '../catalogue.js';

/** What `matrix` and `worker` say of themselves and on their way. */
export const MATRIX_TEXTS = catalogue({
  'matrix.about': {
    en: 'compare the papers of a whole collection: stars, along the administrative tree, all pairs or those of a file',
    zh: '批量比较整个文集：星形、沿行政层级、全部两两或按文件列出的对',
  },
  'matrix.from': {
    en: 'upper papers: levels, ids, paths, folders or aliases, separated by commas',
    zh: '上位文件：层级、id、路径、文件夹或别名，逗号分隔',
  },
  'matrix.to': { en: 'lower papers, likewise', zh: '下位文件，写法同上' },
  'matrix.tree': {
    en: 'only pairs whose upper region holds the lower one (what is done without --from and --to)',
    zh: '只比较上位地区包含下位地区的对（未给 --from、--to 时即如此）',
  },
  'matrix.all': {
    en: 'all pairs: the higher level, then the earlier date above',
    zh: '全部两两比较：层级高者、日期早者为上位',
  },
  'matrix.candidates': {
    en: 'only pairs that share wording enough for n sentences carried over, found by an index of the collection',
    zh: '只比较共同用语足够 n 句照搬或改写的对（由文集索引找出）',
  },
  'matrix.pairs': {
    en: 'a file of pairs: two names a line (CSV, tabs, NDJSON)',
    zh: '列出文件对的文件：每行两个名称（CSV、制表符或 NDJSON）',
  },
  'matrix.detail': {
    en: 'one row a link instead of a pair',
    zh: '每条对应一行，而不是每对文件一行',
  },
  'matrix.summary': {
    en: 'who takes what from whom and what spread, instead of rows (terminal, json, html)',
    zh: '汇总谁承接谁、哪些表述传开，而不逐行输出（terminal、json、html）',
  },
  'matrix.byTheme': { en: 'one row for each theme of each pair', zh: '每对文件的每个主题一行' },
  'matrix.jobs': {
    en: 'threads (default: one for a few short papers, else the processors, at most 2; each takes some 200 MB)',
    zh: '线程数（默认：文件少而短时为 1，否则为处理器数，最多 2；每个约需 200 MB 内存）',
  },
  'matrix.state': {
    en: 'folder that keeps results between runs (else beside the output until it is written)',
    zh: '保存各次运行结果的文件夹（默认放在输出文件旁，写出后删除）',
  },
  'matrix.queue': {
    en: 'have the pairs compared by the workers of this Redis or Valkey server (redis://host:port)',
    zh: '由该 Redis 或 Valkey 服务器（redis://主机:端口）上的 worker 比较',
  },
  'matrix.dry': {
    en: 'say what would be compared and how long it would take, after trying a few pairs',
    zh: '只说明将比较什么、需要多久（先试比几对）',
  },
  'matrix.estimate': {
    en: '{papers} papers, {open} pairs to compare: {time} on {jobs} {jobs|thread|threads} ({each} s a pair, from {samples} tried), {size} MB of results',
    zh: '{papers} 份文件，待比较 {open} 对：{jobs} 个线程约需 {time}（试比 {samples} 对，每对 {each} 秒），结果约 {size} MB{jobs||}',
  },
  'matrix.noWorkers': {
    en: 'waiting for workers: duibiao worker --queue … --corpus …',
    zh: '等待 worker：duibiao worker --queue … --corpus …',
  },
  'worker.about': {
    en: 'compare pairs for a matrix --queue run, here or on another machine that has the corpus',
    zh: '为 matrix --queue 比较文件对，可在本机或有同一语料库的其他机器上运行',
  },
  'worker.queue': { en: 'the server: redis://host:port', zh: '服务器：redis://主机:端口' },
  'worker.jobs': {
    en: 'threads (default: the processors, at most 2)',
    zh: '线程数（默认为处理器数，最多 2）',
  },
  'worker.idle': {
    en: 'end after so many seconds without work (else on Ctrl-C)',
    zh: '空闲若干秒后结束（默认按 Ctrl-C 结束）',
  },
  'worker.ready': { en: 'ready, waiting for pairs', zh: '已就绪，等待文件对' },
  'worker.busy': { en: '{count} {count|pair|pairs} compared', zh: '已比较 {count} 对' },
  'worker.refused': { en: 'refused: {why}', zh: '未接受：{why}' },
  'matrix.heads': { en: 'reading papers {done}/{all}', zh: '正在读取文件 {done}/{all}' },
  'matrix.begin': { en: 'comparing {done}/{all} {all|pair|pairs}', zh: '正在比较 {done}/{all} 对' },
  'matrix.rate': {
    en: 'comparing {done}/{all} {all|pair|pairs} · {rate}/s · {left} left',
    zh: '正在比较 {done}/{all} 对 · 每秒 {rate} 对 · 还需 {left}',
  },
  'matrix.days': { en: '{count} d', zh: '{count} 天' },
  'matrix.hours': { en: '{count} h', zh: '{count} 小时' },
  'matrix.minutes': { en: '{count} min', zh: '{count} 分' },
  'matrix.seconds': { en: '{count} s', zh: '{count} 秒' },
  'matrix.done': {
    en: '{papers} {papers|paper|papers}, {pairs} {pairs|pair|pairs}: {found} compared, {kept} kept from earlier runs, {lost} given up',
    zh: '{papers} 份文件，{pairs} 对：新比较 {found} 对，沿用先前结果 {kept} 对，放弃 {lost} 对',
  },
  'matrix.fault': { en: 'not compared: {path}: {why}', zh: '未能比较：{path}：{why}' },
  'matrix.moreFaults': { en: '… and {count} more', zh: '……另有 {count} 处' },
  'matrix.left': {
    en: '{count} {count|file|files} in no format that is read: {path} …',
    zh: '{count} 个文件格式不支持，未读取：{path} 等',
  },
});
