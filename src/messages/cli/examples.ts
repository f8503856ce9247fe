import type { Examples } from '../catalogue.js';
import { ANALYSIS_EXAMPLES } from '../findings/index.js';

/**
 * Examples by command (`corpus list` for a command of a command), shown first in its help and in the man page.
 * The empty name is the program itself. Those of an analysis stand with what else it says, in `findings/`.
 */
export const EXAMPLES: Examples = {
  ...ANALYSIS_EXAMPLES,
  '': [
    {
      line: 'duibiao coverage',
      en: 'who took up what, in the whole corpus',
      zh: '整个语料库的承接率',
    },
    {
      line: 'duibiao compare hubei wuhan --theme housing',
      en: 'one theme of two levels, side by side',
      zh: '并排阅读两级文件中的住房政策',
    },
    {
      line: 'duibiao parse report.docx',
      en: 'the section tree of a file of your own',
      zh: '自己文件的章节结构',
    },
  ],
  review: [
    {
      line: 'duibiao review hubei wuhan --by 张三',
      en: 'in the browser, what changes most first',
      zh: '在浏览器中审校，影响最大的在前',
    },
    {
      line: 'duibiao review up.docx down.pdf --tty',
      en: 'the same questions in the terminal',
      zh: '在终端中逐题回答',
    },
  ],
  'review export': [
    {
      line: 'duibiao review export hubei wuhan -o review.xlsx',
      en: 'a workbook to fill in',
      zh: '可填写的工作簿',
    },
    {
      line: 'duibiao review export up.docx down.pdf -o review.jsonl --all',
      en: 'every question, for a program',
      zh: '全部问题，供程序填写',
    },
  ],
  'review import': [
    {
      line: 'duibiao review import review.xlsx --by 张三',
      en: 'what was filled in, into links.yaml',
      zh: '把填好的内容写入 links.yaml',
    },
    {
      line: 'duibiao review import zhang.xlsx li.docx --by 张三,李四',
      en: 'of two reviewers, with what they disagree on',
      zh: '合并两人的审校，列出分歧',
    },
  ],
  parse: [
    { line: 'duibiao parse hubei --depth 1', en: 'only the chapters', zh: '只看大章' },
    {
      line: 'duibiao parse report.docx --diagnostics',
      en: 'with every remark made while reading',
      zh: '并列出读取时的提示',
    },
    {
      line: 'cat report.txt | duibiao parse - --level city --format json',
      en: 'from another program, for another program',
      zh: '从标准输入读取，输出 JSON',
    },
  ],
  align: [
    {
      line: 'duibiao align hubei wuhan',
      en: 'which section answers which',
      zh: '章节之间的对应关系',
    },
    {
      line: 'duibiao align hubei wuhan --view links',
      en: 'every link with its score',
      zh: '逐条列出对应及分值',
    },
    {
      line: 'duibiao align plan-above.docx draft.docx -f json -o links.json',
      en: 'two files of your own, every link to a file',
      zh: '比较自己的两份文件，对应关系写入文件',
    },
  ],
  compare: [
    {
      line: 'duibiao compare hubei wuhan --theme housing',
      en: 'one theme, side by side',
      zh: '并排查看一个主题',
    },
    {
      line: 'duibiao compare hubei wuhan --section 45 --full',
      en: 'one section, nothing folded',
      zh: '查看一个章节，不折叠',
    },
    {
      line: 'duibiao compare national hubei wuhan --width 180',
      en: 'three levels in three panes',
      zh: '三级文件分三栏显示',
    },
  ],
  coverage: [
    { line: 'duibiao coverage', en: 'the whole corpus, level by level', zh: '逐级统计整个语料库' },
    {
      line: 'duibiao coverage hubei wuhan --matrix',
      en: 'which chapter went into which',
      zh: '哪些大章并入哪些大章',
    },
    {
      line: 'duibiao coverage hubei wuhan --theme housing --evidence',
      en: 'with the sentences behind each figure',
      zh: '列出每个数字背后的句子',
    },
    {
      line: 'duibiao coverage national draft.docx --by chapter -f json',
      en: 'a draft against the texts above it',
      zh: '核对草稿对上位文件的承接',
    },
  ],
  themes: [
    {
      line: 'duibiao themes wuhan --theme housing,innovation',
      en: 'sentences of two themes and why they belong there',
      zh: '两个主题的句子及依据',
    },
    {
      line: 'duibiao themes hubei wuhan -f json',
      en: 'labels of two documents as JSON',
      zh: '两份文件的主题标注（JSON）',
    },
  ],
  'themes init': [
    {
      line: 'duibiao themes init digital-trade --from 数字贸易,跨境电商 -o corpus/themes/digital-trade.yaml',
      en: 'a theme file to begin with',
      zh: '生成主题文件草稿',
    },
  ],
  'themes try': [
    {
      line: 'duibiao themes try housing --documents hubei,wuhan',
      en: 'sentences of a theme, doubtful ones first',
      zh: '主题下的句子，存疑的在前',
    },
  ],
  'themes check': [
    {
      line: 'duibiao themes check',
      en: 'what the edits since the last commit add and lose',
      zh: '上次提交以来的改动增减了哪些句子',
    },
    {
      line: 'duibiao themes check housing-new.yaml --documents hubei,wuhan',
      en: 'a draft against the theme of the same id',
      zh: '草稿与同 id 的现有主题比较',
    },
  ],
  worker: [
    {
      line: 'duibiao worker --queue redis://10.0.0.5:6379 --corpus plans',
      en: 'help a run of matrix --queue with the same corpus',
      zh: '用同一语料库协助 matrix --queue',
    },
  ],
  matrix: [
    {
      line: 'duibiao matrix --from national --to province -f csv -o pairs.csv',
      en: 'every national paper with every provincial one, a row a pair',
      zh: '国家级与省级文件逐对比较，每对一行',
    },
    {
      line: 'duibiao matrix --corpus plans --tree --to city -f parquet -o pairs.parquet --jobs 4',
      en: 'cities with the province and the nation above them, of any folder of texts',
      zh: '任意文件夹中，各市与其所属省及国家文件比较',
    },
    {
      line: 'duibiao matrix --pairs wanted.csv --detail -f ndjson -o links.ndjson',
      en: 'pairs of a list, one row a link',
      zh: '按列表比较，每条对应一行',
    },
  ],
  corpus: [
    { line: 'duibiao corpus list', en: 'what there is', zh: '列出已有文件' },
    {
      line: 'duibiao corpus split compendium.txt -o my-corpus',
      en: 'begin a corpus of your own',
      zh: '由汇编建立自己的语料库',
    },
  ],
  'corpus list': [
    {
      line: 'duibiao corpus list --corpus my-corpus',
      en: 'the documents of another corpus',
      zh: '列出另一个语料库的文件',
    },
  ],
  'corpus show': [
    {
      line: 'duibiao corpus show wuhan-proposal-2020',
      en: 'head and clean text',
      zh: '文件头和清理后的正文',
    },
  ],
  'corpus split': [
    {
      line: 'duibiao corpus split compendium.txt -o my-corpus --dry-run',
      en: 'see first what would be written',
      zh: '先看将写入哪些文件',
    },
  ],
  'corpus add': [
    {
      line: 'duibiao corpus add draft.docx --level city --corpus my-corpus',
      en: 'read a Word file, state what it does not say',
      zh: '加入一份 Word 文件并注明层级',
    },
  ],
  start: [{ line: 'duibiao start', en: 'a first look', zh: '快速了解' }],
  check: [
    { line: 'duibiao check', en: 'the whole corpus', zh: '检查整个语料库' },
    {
      line: 'duibiao check --format sarif -o check.sarif',
      en: 'for a code host',
      zh: '供代码托管平台读取',
    },
  ],
  init: [
    {
      line: 'duibiao init --ci github',
      en: 'a workflow and a hook that guard the corpus',
      zh: '写入检查语料的工作流和提交钩子',
    },
    {
      line: 'duibiao init --ci shell',
      en: 'the hook and a script that any server can run',
      zh: '写入提交钩子和任何服务器都能运行的脚本',
    },
  ],
  sources: [
    {
      line: 'duibiao sources wuhan --from national,province',
      en: 'what the city drew on, and the passages',
      zh: '查看市级文件取材于上级哪些文件',
    },
  ],
  find: [
    {
      line: 'duibiao find 支持社会资本参与老旧小区改造',
      en: 'a passage across the corpus, in other words too',
      zh: '在语料库中查找一句话，换了说法也能找到',
    },
  ],
  report: [
    {
      line: 'duibiao report hubei wuhan -o comparison.docx',
      en: 'a comparison table for Word',
      zh: '生成 Word 对照表',
    },
  ],
  fit: [
    {
      line: 'duibiao fit',
      en: 'what the decisions of the corpus would teach',
      zh: '语料库中的决定能教会什么',
    },
    {
      line: 'duibiao fit up1.txt down1.txt up2.txt down2.txt --links links.yaml --own',
      en: 'of named papers, and keep it',
      zh: '用写明的文件，并予以保存',
    },
  ],
  completion: [
    {
      line: 'source <(duibiao completion bash)',
      en: 'for this session; put the line into ~/.bashrc to keep it',
      zh: '当前会话生效；写入 ~/.bashrc 可长期生效',
    },
    {
      line: 'duibiao completion zsh > ~/.zfunc/_duibiao',
      en: 'for zsh, with ~/.zfunc in fpath',
      zh: '用于 zsh（fpath 须含 ~/.zfunc）',
    },
    {
      line: 'duibiao completion fish > ~/.config/fish/completions/duibiao.fish',
      en: 'for fish',
      zh: '用于 fish',
    },
  ],
  doctor: [
    {
      line: 'duibiao doctor',
      en: 'what duibiao sees, and a ruler for --ambiguous-width',
      zh: '显示运行环境，并用标尺确定 --ambiguous-width',
    },
  ],
  man: [
    { line: 'duibiao man | man -l -', en: 'read it', zh: '阅读手册' },
    {
      line: 'duibiao man > ~/.local/share/man/man1/duibiao.1',
      en: 'install it',
      zh: '安装手册',
    },
  ],
  schema: [
    { line: 'duibiao schema', en: 'the names there are', zh: '列出全部名称' },
    {
      line: 'duibiao schema alignment -o alignment.schema.json',
      en: 'the schema of `align --format json`',
      zh: 'align --format json 的模式',
    },
  ],
};
