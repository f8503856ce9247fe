import type {
  ChangeKind,
  ComparisonNote,
  Level,
  SectionRelation,
  SentenceRelation,
} from '../../model/index.js';

/** Everything the comparison, the outline and their legends say. */
export interface CompareWords {
  readonly language: 'zh' | 'en';
  readonly compare: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly relations: Readonly<Record<SentenceRelation | 'missing' | 'local', string>>;
  readonly sectionRelations: Readonly<Record<SectionRelation, string>>;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly legend: string;
  readonly marks: string;
  readonly differences: string;
  readonly titles: (first: string, count: number) => string;
  readonly units: (inScope: number, all: number) => string;
  readonly coverage: string;
  readonly noUnits: string;
  readonly rows: (shown: number, inScope: number) => string;
  readonly folded: (rows: number) => string;
  readonly missingCell: string;
  readonly localCell: string;
  readonly moved: string;
  readonly doubtful: string;
  readonly again: string;
  readonly outside: string;
  readonly from: (section: string) => string;
  readonly seeAt: (addresses: string) => string;
  readonly noCounterpart: string;
  readonly localOf: (side: string, count: number) => string;
  readonly carried: string;
  readonly empty: string;
  readonly notes: Readonly<Record<ComparisonNote['kind'], (sides: string) => string>>;
  readonly outline: string;
  readonly links: (count: number) => string;
  readonly sections: (count: number) => string;
}

const ZH: CompareWords = {
  language: 'zh',
  compare: '对标',
  levels: { national: '中央', province: '省级', city: '市级', county: '县级' },
  relations: {
    verbatim: '照搬',
    adapted: '改写',
    paraphrased: '转述',
    missing: '未承接',
    local: '本地新增',
  },
  sectionRelations: { counterpart: '对应', related: '相关' },
  kinds: {
    swap: '层级替换',
    number: '数字期限',
    commitment: '力度',
    'list-member': '列举项',
    'set-phrase': '提法标点',
    added: '新增',
    dropped: '删去',
    changed: '改动',
  },
  legend: '图例',
  marks: '对应关系',
  differences: '差异',
  titles: (first, count) => (count > 1 ? `${first} 等 ${count} 份文件` : first),
  units: (inScope, all) => (inScope === all ? `${all} 句` : `${inScope} 句（全文 ${all} 句）`),
  coverage: '承接率',
  noUnits: '上位文件中没有所选内容',
  rows: (shown, inScope) => `显示 ${shown} 组（共 ${inScope} 组）`,
  folded: (rows) => `${rows} 组文字相同，已折叠`,
  missingCell: '未承接',
  localCell: '上位文件无对应',
  moved: '移位',
  doubtful: '存疑',
  again: '又见',
  outside: '不在所选范围',
  from: (section) => `在 ${section}`,
  seeAt: (addresses) => `移至 ${addresses}`,
  noCounterpart: '无对应章节',
  localOf: (side, count) => `${side} 另有 ${count} 句本地新增`,
  carried: '承接',
  empty: '没有可显示的内容',
  notes: {
    'same-document': (sides) => `${sides}：两边是同一份文件`,
    'same-level': (sides) => `${sides}：两边属于同一层级`,
    'upside-down': (sides) => `${sides}：上下位颠倒，前者层级低于后者`,
    'nothing-linked': (sides) => `${sides}：两份文件没有相互对应的句子`,
    'no-sections': (side) => `${side} 没有分章节`,
  },
  outline: '章节对照',
  links: (count) => `${count} 条对应`,
  sections: (count) => `${count} 个章节`,
};

const EN: CompareWords = {
  language: 'en',
  compare: 'Compare',
  levels: { national: 'national', province: 'province', city: 'city', county: 'county' },
  relations: {
    verbatim: 'verbatim',
    adapted: 'adapted',
    paraphrased: 'paraphrased',
    missing: 'missing',
    local: 'local',
  },
  sectionRelations: { counterpart: 'counterpart', related: 'related' },
  kinds: {
    swap: 'swap',
    number: 'number, deadline',
    commitment: 'commitment',
    'list-member': 'list member',
    'set-phrase': 'phrase, marks',
    added: 'added',
    dropped: 'dropped',
    changed: 'changed',
  },
  legend: 'Legend',
  marks: 'Relations',
  differences: 'Differences',
  titles: (first, count) => (count > 1 ? `${first} and ${count - 1} more` : first),
  units: (inScope, all) =>
    inScope === all ? counted(all, 'sentence') : `${inScope} of ${counted(all, 'sentence')}`,
  coverage: 'Coverage',
  noUnits: 'nothing upstream in this selection',
  rows: (shown, inScope) => `${shown} of ${counted(inScope, 'row')} shown`,
  folded: (rows) => `${counted(rows, 'identical row')} folded`,
  missingCell: 'missing',
  localCell: 'nothing upstream',
  moved: 'moved',
  doubtful: 'doubtful',
  again: 'again',
  outside: 'outside the selection',
  from: (section) => `in ${section}`,
  seeAt: (addresses) => `moved to ${addresses}`,
  noCounterpart: 'no counterpart',
  localOf: (side, count) => `${side}: ${count} more local`,
  carried: 'carried',
  empty: 'Nothing to show',
  notes: {
    'same-document': (sides) => `${sides}: both sides are the same document`,
    'same-level': (sides) => `${sides}: both sides stand on one level`,
    'upside-down': (sides) => `${sides}: upside down, the first stands below the second`,
    'nothing-linked': (sides) => `${sides}: no sentence of one answers the other`,
    'no-sections': (side) => `${side} is not divided into sections`,
  },
  outline: 'Outline',
  links: (count) => counted(count, 'link'),
  sections: (count) => counted(count, 'section'),
};

/** The words of both languages, complete. */
export const COMPARE_WORDS: Readonly<Record<'zh' | 'en', CompareWords>> = { zh: ZH, en: EN };

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
