import { catalogue } from './catalogue.js';
import { inLanguages } from './words.js';

/** What the page of a review says. */
export const REVIEW_PAGE_WORDS = inLanguages(
  catalogue({
    title: { en: 'Review', zh: '对应审校' },
    search: { en: 'search', zh: '搜索' },
    open: { en: 'open questions', zh: '未回答' },
    all: { en: 'all', zh: '全部' },
    answered: { en: 'answered', zh: '已回答' },
    anyTheme: { en: 'all themes', zh: '所有主题' },
    question: {
      en: 'Which downstream sentences answer this one?',
      zh: '下位文件中哪些句子与这句对应？',
    },
    clauses: {
      en: 'Do the ticked sentences carry these clauses? (✓ yes, ✗ no)',
      zh: '所勾选的句子承接了下列分句吗？（✓ 有，✗ 没有）',
    },
    yes: { en: 'Save what is ticked', zh: '按所勾选保存' },
    no: { en: 'No counterpart', zh: '无对应' },
    next: { en: 'Next', zh: '下一题' },
    previous: { en: 'Previous', zh: '上一题' },
    undo: { en: 'Undo', zh: '撤销' },
    end: { en: 'End', zh: '结束' },
    note: { en: 'note', zh: '备注' },
    relation: { en: 'relation as judged', zh: '关系按判断' },
    alike: { en: 'the same for others in the same words:', zh: '文字相同的其他句子同样处理：' },
    help: {
      en: 'y or Enter save · Space the first alone, Shift and 1–9 that one alone · n no counterpart · 1–9 tick · a–i clauses · j k next, previous · u undo · / search · drag from left to right, or click below, to link',
      zh: 'y 或回车保存 · 空格 仅第一句 · Shift+1–9 仅该句 · n 无对应 · 1–9 勾选 · a–i 分句 · j 下一题 · k 上一题 · u 撤销 · / 搜索 · 从左拖到右，或点击右侧句子，可建立对应',
    },
    empty: { en: 'No question is left here.', zh: '这里没有待回答的问题了。' },
    script: {
      saved: { en: 'Saved in', zh: '已保存到' },
      failed: { en: 'Not saved:', zh: '未保存：' },
      gone: {
        en: 'The program has ended: start it again to go on. What was answered is saved.',
        zh: '程序已结束：重新运行即可继续。已回答的都已保存。',
      },
      ended: { en: 'Ended. You may close this page.', zh: '已结束，可以关闭本页。' },
      answered: { en: 'answered', zh: '已回答' },
      alone: { en: 'this alone', zh: '仅此' },
      aside: {
        en: 'Unlikely: to be read where nothing above fits',
        zh: '可能性小：以上都不对应时再看',
      },
      now: { en: 'linked now', zh: '现对应' },
      'why-doubtful': { en: 'doubtful', zh: '存疑' },
      'why-unlinked': { en: 'not linked, fair candidate', zh: '未对应，有候选' },
      'why-clauses': { en: 'clauses in doubt', zh: '分句存疑' },
      'why-clear': { en: 'clear', zh: '较确定' },
      'by-hand': { en: 'by hand', zh: '人工' },
      'decided-yes': { en: 'by hand: yes', zh: '人工：是' },
      'decided-no': { en: 'by hand: no', zh: '人工：否' },
      verbatim: { en: 'verbatim', zh: '照搬' },
      adapted: { en: 'adapted', zh: '改写' },
      paraphrased: { en: 'paraphrased', zh: '转述' },
    },
  }),
);
