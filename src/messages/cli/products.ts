import { catalogue } from '../catalogue.js';

/** What `check`, `init` and `report` say of themselves and on their way. */
export const PRODUCT_TEXTS = catalogue({
  'check.about': {
    en: 'guard a corpus: texts, heads, themes, links and coverage after an edit',
    zh: '语料检查：修改后核查正文、文件头、主题、对应关系和承接率',
  },
  'check.shipped': {
    en: 'note: no corpus here or above: what is checked is the one that comes with duibiao. Begin your own: duibiao corpus add FILE --corpus corpus',
    zh: '注意：此处及上级目录没有语料库，现检查的是 duibiao 自带的语料库。建立自己的语料库：duibiao corpus add 文件 --corpus corpus',
  },
  'check.since': {
    en: 'judge only what changed since this commit, branch or tag',
    zh: '只评判自某次提交、分支或标签以来的变化',
  },
  'check.update': {
    en: 'accept the corpus as it is: write the lock file',
    zh: '接受现状：写入基线文件',
  },
  'check.fix': {
    en: 'mend what is safe: blanks, width, radicals, page numbers',
    zh: '自动修正空格、全半角、部首、页码',
  },
  'check.dry': {
    en: 'with --fix: show the difference, write nothing',
    zh: '配合 --fix：只显示差异，不写入',
  },
  'check.minCoverage': {
    en: 'least coverage of a theme, such as housing=0.6 (repeatable)',
    zh: '某主题的最低承接率，如 housing=0.6（可重复）',
  },
  'check.maxLost': { en: 'lost links that are tolerated', zh: '容许丢失的对应数' },
  'check.maxWarnings': { en: 'warnings that are tolerated (0)', zh: '容许的警告数（0）' },
  'check.all': {
    en: 'show notes and known findings too',
    zh: '同时显示提示和已知的发现',
  },
  'check.config': {
    en: 'configuration file (duibiao.config.yaml)',
    zh: '配置文件（duibiao.config.yaml）',
  },
  'check.lock': { en: 'lock file (duibiao.lock)', zh: '基线文件（duibiao.lock）' },
  'check.printConfig': { en: 'print the configuration in force', zh: '显示生效的配置' },
  'check.listRules': { en: 'list the rules', zh: '列出全部规则' },
  'check.cache': {
    en: 'keep results in .duibiao-cache for the next run',
    zh: '将结果存入 .duibiao-cache 供下次使用',
  },
  'check.summary': {
    en: 'append a Markdown summary to this file (format github: $GITHUB_STEP_SUMMARY)',
    zh: '把 Markdown 摘要追加到此文件（github 格式默认 $GITHUB_STEP_SUMMARY）',
  },
  'check.updated': {
    en: 'Wrote {path}: {links} {links|link|links}, {findings} known {findings|finding|findings}.',
    zh: '已写入 {path}：{links} 条对应，{findings} 条已知发现。',
  },
  'check.fixed': {
    en: 'Mended {count} {count|place|places} in {files} {files|file|files}.',
    zh: '已修正 {files} 个文件中的 {count} 处。',
  },
  'check.noBase': {
    en: 'The corpus at {ref} cannot be compared with ({reason}): everything counts as new.',
    zh: '无法与 {ref} 的语料库比较（{reason}），全部视为新增。',
  },
  'check.noCorpusThen': { en: 'there was none', zh: '当时没有语料库' },
  'init.about': {
    en: 'set up a repository that guards its corpus',
    zh: '为语料仓库设置自动检查',
  },
  'init.ci': {
    en: 'what to set up: github, gitlab or shell',
    zh: '设置对象：github、gitlab 或 shell',
  },
  'init.source': {
    en: 'what npm installs there: a tarball of the repository, a git address with its commit, or a published version',
    zh: '在那里由 npm 安装的对象：仓库内的压缩包、带提交号的 git 地址或已发布的版本',
  },
  'init.force': { en: 'replace files that exist', zh: '覆盖已有文件' },
  'init.wrote': { en: 'wrote {path}', zh: '已写入 {path}' },
  'init.same': { en: '{path} is as it should be', zh: '{path} 已是最新' },
  'init.next': {
    en: 'Next: begin the corpus if there is none yet (duibiao corpus add FILE --corpus corpus), put the tarball of duibiao (npm pack, in a clone of it) into .duibiao/ (or name a --source), run duibiao check --update, commit duibiao.lock, and git config core.hooksPath .githooks for the hook.',
    zh: '接下来：尚无语料库时先建立（duibiao corpus add 文件 --corpus corpus），将 duibiao 的压缩包（在其克隆中运行“npm pack”得到）放入 .duibiao/（或用 --source 指定来源），运行 duibiao check --update 并提交 duibiao.lock；启用钩子：git config core.hooksPath .githooks。',
  },
  'report.about': {
    en: 'write the comparison as a file to read, print, sort, cite or send',
    zh: '把对照结果写成可阅读、打印、排序、引用和转发的文件',
  },
  'report.output': {
    en: 'file to write; its ending tells the format (- is standard output)',
    zh: '要写入的文件，按扩展名决定格式（- 表示标准输出）',
  },
  'report.format': { en: 'format: {values}', zh: '格式：{values}' },
  'report.figure': {
    en: 'a picture by itself (SVG): {values}',
    zh: '单独输出一幅图（SVG）：{values}',
  },
  'report.track': {
    en: 'Word: differences as tracked changes against the level above',
    zh: 'Word：以修订形式标出与上一级的差异',
  },
  'report.brief': {
    en: 'short: the first page, and only the rows it rests on',
    zh: '简本：首页要点，正文只留要点所在的各行',
  },
  'report.minRelation': {
    en: 'weakest relation that counts as covered: verbatim, adapted or paraphrased',
    zh: '计入承接的最低关系：verbatim、adapted 或 paraphrased',
  },
  'report.down2': { en: 'a third side, one level further down', zh: '再下一级的文件（可省略）' },
  'report.aligning': { en: 'aligning…', zh: '正在对齐……' },
  'report.rendering': { en: 'writing the report…', zh: '正在生成报告……' },
});
