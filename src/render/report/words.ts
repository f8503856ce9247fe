/** What reports say beyond the words of the comparison, in one language. */
export interface ReportWords {
  readonly report: string;
  readonly skip: string;
  readonly overview: string;
  readonly documents: string;
  readonly coverage: string;
  readonly coverageNote: string;
  readonly theme: string;
  readonly all: string;
  readonly shares: string;
  readonly sharesNote: string;
  readonly matrix: string;
  readonly matrixNote: string;
  readonly flow: string;
  readonly flowNote: string;
  readonly comparison: string;
  readonly filters: string;
  readonly relation: string;
  readonly differences: string;
  readonly search: string;
  readonly anyTheme: string;
  readonly shown: string;
  readonly previous: string;
  readonly next: string;
  readonly columns: string;
  readonly rows: string;
  readonly expand: string;
  readonly keys: string;
  readonly evidence: string;
  readonly covered: string;
  readonly missing: string;
  readonly local: string;
  readonly upstream: string;
  readonly downstream: string;
  readonly targets: string;
  readonly phrases: string;
  readonly yes: string;
  readonly methods: string;
  readonly methodsText: readonly string[];
  readonly provenance: string;
  readonly noCounterpart: string;
  readonly movedTo: string;
  readonly standsIn: string;
  readonly again: string;
  readonly moved: string;
  readonly doubtful: string;
  readonly sentences: string;
  readonly characters: string;
  readonly score: string;
  readonly place: string;
  readonly page: string;
  readonly lines: string;
  readonly paragraph: string;
  readonly section: string;
  readonly text: string;
  readonly address: string;
  readonly link: string;
  readonly themes: string;
  readonly sectionLinks: string;
  readonly sentenceLinks: string;
  readonly level: string;
  readonly title: string;
  readonly date: string;
  readonly issuer: string;
  readonly number: string;
  readonly file: string;
  readonly share: string;
  readonly byCharacters: string;
  readonly pageOf: readonly [string, string, string];
  readonly notes: string;
  readonly table: string;
  readonly order: string;
  readonly coverageShort: string;
  readonly formatLegend: string;
  readonly trackLegend: string;
  readonly coverageSheet: string;
  readonly pair: string;
  readonly markdownLegend: string;
}

const ZH: ReportWords = {
  report: '政策文件对照报告',
  skip: '跳到正文对照',
  overview: '概览',
  documents: '文件',
  coverage: '各主题承接率',
  coverageNote: '承接率 = 有对应的上位句子 ÷ 该主题全部上位句子。点开数字可看到依据的句子。',
  theme: '主题',
  all: '全部句子',
  shares: '对应关系构成',
  sharesNote: '上位句子的去向；“本地新增”为下位文件中没有上位对应的句子。',
  matrix: '章节对应矩阵',
  matrixNote: '每格为上位章节中有多少句子进入该下位章节，颜色越深占比越高。',
  flow: '章节流向',
  flowNote: '条带宽度按句数；一句对应多个章节时按比例分摊，空白部分为未承接或本地新增。',
  comparison: '正文对照',
  filters: '筛选',
  relation: '对应关系',
  differences: '差异类型',
  search: '查找文字',
  anyTheme: '全部主题',
  shown: '显示 {shown} / {all} 组',
  previous: '上一处差异',
  next: '下一处差异',
  columns: '分栏通读',
  rows: '逐条对照',
  expand: '展开',
  keys: '快捷键：n 下一处差异，p 上一处差异，/ 查找，c 切换分栏。',
  evidence: '依据',
  covered: '已承接',
  missing: '未承接',
  local: '本地新增',
  upstream: '上位文件',
  downstream: '下位文件',
  targets: '指标',
  phrases: '提法',
  yes: '是',
  methods: '方法与出处',
  methodsText: [
    '照搬：文字相同，仅有层级替换、标点或个别字的差别。改写：大部分文字相同，有增删或改动。转述：措辞差别较大，但说的是同一举措，或是其在本地的具体化。',
    '未承接：上位句子在下位文件中没有对应。本地新增：下位句子在上位文件中没有对应。',
    '每个对应都有一个经过校准的得分（0–1）；“存疑”的对应值得人工复核。',
  ],
  provenance: '程序、数据与配置',
  noCounterpart: '无对应章节',
  movedTo: '移至',
  standsIn: '位于',
  again: '又见',
  moved: '移位',
  doubtful: '存疑',
  sentences: '句',
  characters: '字',
  score: '得分',
  place: '位置',
  page: '页',
  lines: '行',
  paragraph: '段',
  section: '章节',
  text: '文字',
  address: '编号',
  link: '对应 id',
  themes: '主题',
  sectionLinks: '章节对应',
  sentenceLinks: '句子对应',
  level: '层级',
  title: '标题',
  date: '日期',
  issuer: '发文机关',
  number: '文号',
  file: '文件路径',
  share: '占比',
  byCharacters: '按字数',
  pageOf: ['第 ', ' 页，共 ', ' 页'],
  notes: '说明',
  table: '对照表',
  coverageSheet: '承接率',
  pair: '比较对象',
  order: '序号',
  coverageShort:
    '承接率 = 有对应的上位句子 ÷ 该主题全部上位句子。= 照搬  ~ 改写  ≈ 转述  - 未承接  + 本地新增。',
  formatLegend:
    '下划线：与上一级不同；删除线：下一级未采用；灰色：层级替换（湖北→武汉、全省→全市）；加粗：数字、期限或力度变化。',
  markdownLegend: '下划线：与上一级不同；删除线：下一级未采用。',
  trackLegend: '各栏以修订形式标出与左侧一栏的差异：全部接受即本级文字，全部拒绝即上一级文字。',
};

const EN: ReportWords = {
  report: 'Policy comparison report',
  skip: 'Skip to the comparison',
  overview: 'Overview',
  documents: 'Documents',
  coverage: 'Coverage by theme',
  coverageNote:
    'Coverage = upstream sentences with a counterpart ÷ all upstream sentences of the theme. Open a figure to see the sentences behind it.',
  theme: 'Theme',
  all: 'All sentences',
  shares: 'Shares by relation',
  sharesNote:
    'Where upstream sentences went; “local” are downstream sentences without a counterpart.',
  matrix: 'Section matrix',
  matrixNote:
    'How many sentences of an upstream chapter went into a downstream chapter; the darker, the larger the share.',
  flow: 'Flow of sections',
  flowNote:
    'Ribbons are as wide as sentences are many; a sentence with counterparts in several chapters is shared out. What is left blank is missing or local.',
  comparison: 'Comparison',
  filters: 'Filters',
  relation: 'Relation',
  differences: 'Differences',
  search: 'Find text',
  anyTheme: 'All themes',
  shown: '{shown} of {all} rows shown',
  previous: 'Previous difference',
  next: 'Next difference',
  columns: 'Read in columns',
  rows: 'Row by row',
  expand: 'Open',
  keys: 'Keys: n next difference, p previous difference, / find, c columns.',
  evidence: 'Evidence',
  covered: 'covered',
  missing: 'missing',
  local: 'local',
  upstream: 'upstream',
  downstream: 'downstream',
  targets: 'targets',
  phrases: 'set phrases',
  yes: 'yes',
  methods: 'Methods and sources',
  methodsText: [
    'Verbatim: the same wording but for swaps of place or level, punctuation, a few characters. Adapted: most of the wording is shared, parts are added, dropped or reworded. Paraphrased: the same measure in largely different wording, or made concrete locally.',
    'Missing: an upstream sentence without a counterpart downstream. Local: a downstream sentence without a counterpart upstream.',
    'Every link has a calibrated score from 0 to 1; links marked doubtful are worth a person’s look.',
  ],
  provenance: 'Program, data and configuration',
  noCounterpart: 'no counterpart',
  movedTo: 'moved to',
  standsIn: 'stands in',
  again: 'seen above',
  moved: 'moved',
  doubtful: 'doubtful',
  sentences: 'sentences',
  characters: 'characters',
  score: 'score',
  place: 'Place',
  page: 'page',
  lines: 'lines',
  paragraph: 'paragraph',
  section: 'Section',
  text: 'Text',
  address: 'Address',
  link: 'Link id',
  themes: 'Themes',
  sectionLinks: 'Section links',
  sentenceLinks: 'Sentence links',
  level: 'Level',
  title: 'Title',
  date: 'Date',
  issuer: 'Issuer',
  number: 'Number',
  file: 'File',
  share: 'Share',
  byCharacters: 'by characters',
  pageOf: ['Page ', ' of ', ''],
  notes: 'Notes',
  table: 'comparison table',
  coverageSheet: 'Coverage',
  pair: 'Pair',
  order: 'No.',
  coverageShort:
    'Coverage = upstream sentences with a counterpart ÷ all upstream sentences of the theme. = verbatim  ~ adapted  ≈ paraphrased  - missing  + local.',
  formatLegend:
    'Underlined: differs from the level above. Struck: not in the level below. Grey: a swap of place or level. Bold: a figure, a deadline, or how firmly it commits.',
  markdownLegend: 'Underlined: differs from the level above. Struck: not in the level below.',
  trackLegend:
    'Each column is revised against the one on its left: accept all for its own text, reject all for the text above.',
};

export const REPORT_WORDS: Readonly<Record<'zh' | 'en', ReportWords>> = { zh: ZH, en: EN };

/** `{name}` filled from `values`. */
export function filled(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
