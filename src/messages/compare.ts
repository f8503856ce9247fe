import { catalogue } from './catalogue.js';
import { inLanguages } from './words.js';

/** What comparisons, outlines and their legends say. */
export const COMPARE_TEXTS = inLanguages(
  catalogue({
    compare: { en: 'Compare', zh: '对标' },
    levels: {
      national: { en: 'national', zh: '中央' },
      province: { en: 'province', zh: '省级' },
      city: { en: 'city', zh: '市级' },
      county: { en: 'county', zh: '县级' },
    },
    relations: {
      verbatim: { en: 'verbatim', zh: '照搬' },
      adapted: { en: 'adapted', zh: '改写' },
      paraphrased: { en: 'paraphrased', zh: '转述' },
      missing: { en: 'missing', zh: '未承接' },
      local: { en: 'local', zh: '本地新增' },
    },
    sectionRelations: {
      counterpart: { en: 'counterpart', zh: '对应' },
      related: { en: 'related', zh: '相关' },
    },
    kinds: {
      swap: { en: 'swap', zh: '层级替换' },
      number: { en: 'number, deadline', zh: '数字期限' },
      commitment: { en: 'commitment', zh: '力度' },
      'list-member': { en: 'list member', zh: '列举项' },
      'set-phrase': { en: 'phrase, marks', zh: '提法标点' },
      added: { en: 'added', zh: '新增' },
      dropped: { en: 'dropped', zh: '删去' },
      changed: { en: 'changed', zh: '改动' },
      shared: { en: 'shared (in paraphrases)', zh: '转述中相同处' },
    },
    legend: { en: 'Legend', zh: '图例' },
    marks: { en: 'Relations', zh: '对应关系' },
    differences: { en: 'Differences', zh: '差异' },
    titles: { en: '{first} and {more} more{count||}', zh: '{first} 等 {count} 份文件{more||}' },
    units: { en: '{all} {all|sentence|sentences}', zh: '{all} 句' },
    coverage: { en: 'Coverage', zh: '承接率' },
    noUnits: { en: 'nothing upstream in this selection', zh: '上位文件中没有所选内容' },
    rows: {
      en: '{shown} of {inScope} {inScope|row|rows} shown',
      zh: '显示 {shown} 组（共 {inScope} 组）',
    },
    folded: {
      en: '{rows} {rows|identical row|identical rows} folded',
      zh: '{rows} 组文字相同，已折叠',
    },
    missingCell: { en: 'missing', zh: '未承接' },
    localCell: { en: 'nothing upstream', zh: '上位文件无对应' },
    moved: { en: 'moved', zh: '移位' },
    doubtful: { en: 'doubtful', zh: '存疑' },
    decided: { en: 'by hand', zh: '人工' },
    again: { en: 'again', zh: '又见' },
    missingClauses: { en: '{count} {count|clause|clauses} missing', zh: '{count} 个分句未承接' },
    missingMembers: { en: 'missing of the list: {names}', zh: '列举项未承接：{names}' },
    listed: { en: ', ', zh: '、' },
    outside: { en: 'outside the selection', zh: '不在所选范围' },
    from: { en: 'in {section}', zh: '在 {section}' },
    seeAt: { en: 'moved to {addresses}', zh: '移至 {addresses}' },
    noCounterpart: { en: 'no counterpart', zh: '无对应章节' },
    carried: { en: 'carried', zh: '承接' },
    partly: { en: 'in part', zh: '部分承接' },
    byClause: { en: 'by clause', zh: '按分句' },
    bySentence: { en: 'by sentence', zh: '按句' },
    empty: { en: 'Nothing to show', zh: '没有可显示的内容' },
    notes: {
      'same-document': {
        en: '{sides}: both sides are the same document',
        zh: '{sides}：两边是同一份文件',
      },
      'same-level': {
        en: '{sides}: both sides stand on one level',
        zh: '{sides}：两边属于同一层级',
      },
      'upside-down': {
        en: '{sides}: upside down, the first stands below the second',
        zh: '{sides}：上下位颠倒，前者层级低于后者',
      },
      'nothing-linked': {
        en: '{sides}: no sentence of one answers the other',
        zh: '{sides}：两份文件没有相互对应的句子',
      },
      'no-sections': { en: '{sides} is not divided into sections', zh: '{sides} 没有分章节' },
    },
    outline: { en: 'Outline', zh: '章节对照' },
    links: { en: '{count} {count|link|links}', zh: '{count} 条对应' },
    sections: { en: '{count} {count|section|sections}', zh: '{count} 个章节' },
    unitsInScope: {
      en: '{inScope} of {all} {all|sentence|sentences}',
      zh: '{inScope} 句（全文 {all} 句）',
    },
  }),
);
