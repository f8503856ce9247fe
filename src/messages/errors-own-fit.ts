import type { ErrorSpec } from './errors-type.js';

/** What can be wrong with a fit on people's own decisions. */
export const OWN_FIT_ERRORS = {
  'own-fit/damaged': {
    en: {
      message: '"{path}" is damaged, or none of ours.',
      hint: 'Make it anew with "duibiao fit --own", or delete it to link by the engine as shipped.',
    },
    zh: {
      message: '“{path}”已损坏，或不是本程序的文件。',
      hint: '请用“duibiao fit --own”重新生成，或删除它以使用出厂引擎。',
    },
  },
  'own-fit/few': {
    en: {
      message:
        'There {count|is|are} {count} {count|decision|decisions} about pairs of sentences; {least} are needed to learn from. Nothing was written.',
      hint: 'Answer more questions: "duibiao review UP DOWN", or "duibiao review export".',
    },
    zh: {
      message: '关于句对的决定有 {count} 条，至少需要 {least} 条才能学习。未写入任何内容。',
      hint: '请多回答一些问题：“duibiao review 上位 下位”，或“duibiao review export”。',
    },
  },
  'own-fit/no-decisions': {
    en: {
      message: 'There are no decisions about pairs of sentences in "{path}". Nothing was written.',
      hint: 'Make some with "duibiao review UP DOWN", or name the papers and the file: "duibiao fit UP DOWN --links FILE".',
    },
    zh: {
      message: '“{path}”中没有关于句对的决定。未写入任何内容。',
      hint: '请先用“duibiao review 上位 下位”作出决定，或写明文件：“duibiao fit 上位 下位 --links 文件”。',
    },
  },
  'own-fit/odd': {
    en: {
      message: 'Papers are named in pairs, upstream first; {count} {count|was|were} named.',
      hint: 'For example: duibiao fit up1.txt down1.txt up2.txt down2.txt',
    },
    zh: {
      message: '文件须成对写出，上位在前；现写了 {count} 个。',
      hint: '例如：duibiao fit 上位1.txt 下位1.txt 上位2.txt 下位2.txt',
    },
  },
  'own-fit/only-mistakes': {
    en: {
      message:
        'Nearly all of the {count} decisions contradict the engine: they hold what was wrong, and not what was looked at and right. Nothing was written.',
      hint: 'What is not written down cannot be learned from: answer some questions of "duibiao review", the right ones too.',
    },
    zh: {
      message:
        '{count} 条决定几乎都与引擎相反：只记下了错处，没有记下看过而无误之处。未写入任何内容。',
      hint: '没有记下的就学不到：请用“duibiao review”回答一些问题，判断无误的也要确认。',
    },
  },
  'own-fit/only-no': {
    en: {
      message:
        'Of the decisions {yes} say yes and {no} no; at least {each} of each are needed. Nothing was written.',
      hint: 'Confirm right links too: in "duibiao review" with y, in a sheet with 确认.',
    },
    zh: {
      message: '决定中“是”{yes} 条、“否”{no} 条，两者各需至少 {each} 条。未写入任何内容。',
      hint: '正确的对应也请确认：在“duibiao review”中按 y，在表格中选“确认”。',
    },
  },
  'own-fit/only-yes': {
    en: {
      message:
        'Of the decisions {yes} say yes and {no} no; at least {each} of each are needed. Nothing was written.',
      hint: 'Say too what is no counterpart: "duibiao review" takes what is not ticked as no.',
    },
    zh: {
      message: '决定中“是”{yes} 条、“否”{no} 条，两者各需至少 {each} 条。未写入任何内容。',
      hint: '不对应的也请说明：在“duibiao review”中，未勾选的即为“否”。',
    },
  },
  'own-fit/other-engine': {
    en: {
      message: '"{path}" was fitted beside engine {fitted}; this is engine {version}.',
      hint: 'Run "duibiao fit --own" again, or delete the file to link by the engine as shipped.',
    },
    zh: {
      message: '“{path}”是配合引擎 {fitted} 拟合的，现在的引擎是 {version}。',
      hint: '请重新运行“duibiao fit --own”，或删除该文件以使用出厂引擎。',
    },
  },
  'own-fit/other-model': {
    en: {
      message:
        '"{path}" was fitted with another model of your own than the one in use (semantics in duibiao.config.yaml).',
      hint: 'Run "duibiao fit --own" again, go back to that model, or delete the file.',
    },
    zh: {
      message: '“{path}”拟合时所用的自己的模型与现在的不同（duibiao.config.yaml 的 semantics）。',
      hint: '请重新运行“duibiao fit --own”，换回原来的模型，或删除该文件。',
    },
  },
  'own-fit/unknown-papers': {
    en: {
      message:
        'The decisions in "{path}" are about papers that are not of the corpus. Nothing was written.',
      hint: 'Name the papers, in pairs: duibiao fit UP DOWN --own',
    },
    zh: {
      message: '“{path}”中的决定所涉文件都不在语料库中。未写入任何内容。',
      hint: '请成对写明文件：duibiao fit 上位 下位 --own',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
