import type { ErrorSpec } from './errors-type.js';

/** What can be wrong with sheets that come back from review. */
export const REVIEW_ERRORS = {
  'review/bad-line': {
    en: {
      message: '{path}:{line}: "{field}" is not what this format holds. Nothing was written.',
      hint: 'The first line of the exported file holds the schema of answers.',
    },
    zh: {
      message: '{path} 第 {line} 行：“{field}”不合格式。未写入任何内容。',
      hint: '导出文件的第一行写有答案的格式。',
    },
  },
  'review/bad-rows': {
    en: {
      message: '{count} {count|row|rows} could not be read. Nothing was written.',
      hint: 'Put these rows right, or delete them, and import again.',
    },
    zh: {
      message: '有 {count} 行无法读入。未写入任何内容。',
      hint: '请改正或删除这些行，再重新导入。',
    },
  },
  'review/changed-head': {
    en: {
      message:
        '{path}, line {line}: the headings were changed; missing or twice: {columns}. Nothing was written.',
      hint: 'Write the headings as they were exported; columns may be moved, not renamed or deleted.',
    },
    zh: {
      message: '{path} 第 {line} 行：表头已被改动，缺少或重复：{columns}。未写入任何内容。',
      hint: '请按导出时的表头改回；列可以移动，不能改名或删除。',
    },
  },
  'review/macros': {
    en: {
      message: '"{path}" holds macros and is not read.',
      hint: 'Save it as .xlsx or .docx without macros.',
    },
    zh: {
      message: '“{path}”含有宏，不予读取。',
      hint: '请另存为不含宏的 .xlsx 或 .docx。',
    },
  },
  'review/no-answers': {
    en: {
      message: 'No row is filled in. Nothing was written.',
      hint: 'Fill the column "decision", then import again.',
    },
    zh: {
      message: '没有填写任何一行。未写入任何内容。',
      hint: '请填写“决定”列后再导入。',
    },
  },
  'review/no-papers': {
    en: {
      message: '"{path}" does not say which papers its decisions are about. Nothing was written.',
      hint: 'Add --up PATH --down PATH.',
    },
    zh: {
      message: '“{path}”没有写明判断所涉及的文件。未写入任何内容。',
      hint: '请加上 --up 路径 --down 路径。',
    },
  },
  'review/no-questions': {
    en: {
      message:
        'There is nothing to ask about {upstream} and {downstream}: no link and no candidate.',
      hint: 'Check that these are the two papers that are meant.',
    },
    zh: {
      message: '{upstream} 与 {downstream} 之间没有可问的：没有对应，也没有候选。',
      hint: '请确认所选的两份文件无误。',
    },
  },
  'review/no-table': {
    en: {
      message: '"{path}" holds no table that "review export" wrote. Nothing was written.',
      hint: 'Import the file that was exported and filled in (.xlsx, .ods, .docx, .csv, .jsonl).',
    },
    zh: {
      message: '“{path}”中没有“review export”导出的表格。未写入任何内容。',
      hint: '请导入填写好的导出文件（.xlsx、.ods、.docx、.csv、.jsonl）。',
    },
  },
  'review/old-office': {
    en: {
      message: '"{path}" is in an old or encrypted Office format. Nothing was written.',
      hint: 'Save it as .xlsx or .docx without a password.',
    },
    zh: {
      message: '“{path}”是旧版或加密的 Office 格式。未写入任何内容。',
      hint: '请另存为不加密的 .xlsx 或 .docx。',
    },
  },
  'review/other-papers': {
    en: {
      message:
        '{path}, line {line}: this row is of {found}, others are of {known}. Nothing was written.',
      hint: 'Import sheets of one pair of papers at a time.',
    },
    zh: {
      message: '{path} 第 {line} 行属于 {found}，其他行属于 {known}。未写入任何内容。',
      hint: '每次只导入同一对文件的表格。',
    },
  },
  'review/unknown-unit': {
    en: { message: 'There is no sentence "{unit}" in these papers.', hint: 'Load the page again.' },
    zh: { message: '这两份文件中没有句子“{unit}”。', hint: '请重新载入页面。' },
  },
} as const satisfies Record<string, ErrorSpec>;
