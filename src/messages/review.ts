import { catalogue } from './catalogue.js';
import { inLanguages } from './words.js';

/** What sheets for review, the page and the terminal say. */
export const REVIEW_WORDS = inLanguages(
  catalogue({
    title: { en: 'Review of {upstream} → {downstream}', zh: '对应审校：{upstream} → {downstream}' },
    sheet: { en: 'review', zh: '审校' },
    guide: { en: 'how to', zh: '填写说明' },
    columns: {
      id: { en: 'id', zh: '编号' },
      why: { en: 'why', zh: '缘由' },
      upstream: { en: 'upstream', zh: '上位编号' },
      upstreamText: { en: 'upstream text', zh: '上位原文' },
      linked: { en: 'linked now', zh: '现对应' },
      candidate1: { en: 'candidate 1', zh: '候选1' },
      candidate2: { en: 'candidate 2', zh: '候选2' },
      candidate3: { en: 'candidate 3', zh: '候选3' },
      decision: { en: 'decision', zh: '决定' },
      change: { en: 'change to', zh: '改为' },
      relation: { en: 'relation', zh: '关系' },
      note: { en: 'note', zh: '备注' },
      clauses: { en: 'clauses in doubt', zh: '存疑分句' },
      lacking: { en: 'clauses not carried', zh: '未承接分句' },
      alike: { en: 'same for', zh: '同此处理' },
      others: { en: 'more candidates', zh: '其他候选' },
      upstreamFile: { en: 'upstream file', zh: '上位文件' },
      downstreamFile: { en: 'downstream file', zh: '下位文件' },
    },
    answers: {
      confirm: { en: 'confirm', zh: '确认' },
      change: { en: 'change', zh: '改为' },
      none: { en: 'none', zh: '否' },
      note: { en: 'note', zh: '备注' },
    },
    relations: {
      verbatim: { en: 'verbatim', zh: '照搬' },
      adapted: { en: 'adapted', zh: '改写' },
      paraphrased: { en: 'paraphrased', zh: '转述' },
    },
    why: {
      doubtful: { en: 'doubtful', zh: '存疑' },
      unlinked: { en: 'not linked, fair candidate', zh: '未对应，有候选' },
      clauses: { en: 'clauses in doubt', zh: '分句存疑' },
      clear: { en: 'clear', zh: '较确定' },
    },
    carried: { en: 'carried', zh: '现有承接' },
    lacking: { en: 'missing', zh: '现未承接' },
    clause: { en: 'clause', zh: '分句' },
    alike: { en: 'same', zh: '同' },
    now: { en: 'now', zh: '现' },
    nothing: { en: '(none)', zh: '（无）' },
    guideLines: [
      {
        en: 'Each row asks of one upstream sentence: which downstream sentences answer it? What changes most stands first.',
        zh: '每行问一句上位原文：下位文件中哪些句子与它对应？影响最大的排在前面。',
      },
      {
        en: 'What is grey shares little with the sentence above and may be passed over (not in CSV).',
        zh: '灰色文字与上位原文关系不大，可以不看（CSV 不分颜色）。',
      },
      {
        en: '"decision" (choose from the list): confirm – what is linked now is right, and no candidate is; change – see the next column; none – nothing downstream answers it; note – only a note.',
        zh: '“决定”列（下拉选择）：确认——现对应无误，候选均不是；改为——见下一列；否——下位没有对应；备注——只写备注，不作决定。',
      },
      {
        en: '"change to": numbers of candidates, or addresses of downstream sentences; several with a comma; "now" keeps what is linked. 1,3 or now,2 or wuhan:7.1',
        zh: '“改为”列：候选的序号，或下位句子的编号；多个用逗号或顿号隔开；“现”表示保留现对应。例：1、3；现、2；wuhan:7.1',
      },
      {
        en: '"clauses in doubt" lists clauses of the sentence; "clauses not carried" takes the numbers of those that its counterparts do not carry (1,3), "all" or 0 for none; empty says nothing of them.',
        zh: '“存疑分句”列出本句中拿不准的分句；“未承接分句”列填其中没有承接的序号（1、3），都没有承接填“全”，都有承接填 0，不填表示不作判断。',
      },
      {
        en: '"same for" lists other sentences in the same words: the answer is theirs too. Delete a line of it to leave that one out.',
        zh: '“同此处理”列出文字相同的其他句子，本行的决定同样用于它们；不同意的，删去该行编号即可。',
      },
      {
        en: '"relation" may stay empty; "note" is kept with the decision.',
        zh: '“关系”可不填；“备注”随决定一并保存。',
      },
      {
        en: 'Rows may be sorted, filtered and deleted, and left empty. Do not change the other columns, merge cells or write formulas: such rows are refused.',
        zh: '可以排序、筛选、删除行，也可以留空。请勿改动其他列、合并单元格或写公式，否则该行无法读入。',
      },
      {
        en: 'Then: duibiao review import FILE',
        zh: '填好后运行：duibiao review import 文件',
      },
    ],
  }),
);

/** Words of sheets in one language. */
export type ReviewWords = (typeof REVIEW_WORDS)['zh'];
