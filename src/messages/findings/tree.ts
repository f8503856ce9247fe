import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `parse` prints. */
export const TREE_WORDS = inLanguages(
  catalogue({
    document: {
      en: '{count} {count|document|documents} in {path}',
      zh: '{path} 中共 {count} 份文件',
    },
    characters: { en: 'chars', zh: '字' },
    lines: { en: 'lines', zh: '行' },
    page: { en: 'p.', zh: '页' },
    paragraph: { en: '¶', zh: '段' },
    elements: { en: 'recognised', zh: '已识别' },
    cleanup: { en: 'cleaned up', zh: '已清理' },
    evidence: { en: 'begins here because of', zh: '划分依据' },
    quiet: {
      en: '{errors} errors, {warnings} warnings, {infos} remarks; --diagnostics lists them',
      zh: '错误 {errors}、警告 {warnings}、提示 {infos}；用 --diagnostics 查看',
    },
    breaks: {
      en: 'line breaks: {joined} lines joined to the one before, {broken} begin a paragraph',
      zh: '断行：{joined} 行接上一行，{broken} 行另起一段',
    },
    break: { en: 'break', zh: '另起' },
    join: { en: 'join', zh: '接续' },
    severities: {
      error: { en: 'error', zh: '错误' },
      warning: { en: 'warning', zh: '警告' },
      info: { en: 'note', zh: '提示' },
    },
  }),
);
