import type { ErrorSpec } from './errors-type.js';

/** What is wrong with a file that is read, whatever its format. */
export const INGEST_ERRORS = {
  'ingest/bad-encoding': {
    en: {
      message: '"{path}" is not valid {encoding}: byte {offset} (line {line}) fits no character.',
      hint: 'Leave --encoding out to have it found, or name another: utf-8, gb18030, big5, utf-16le.',
    },
    zh: {
      message: '“{path}”不是有效的 {encoding} 文本：第 {line} 行（字节 {offset}）无法解码。',
      hint: '去掉 --encoding 以自动识别，或换一种：utf-8、gb18030、big5、utf-16le。',
    },
  },
  'ingest/binary': {
    en: {
      message: '"{path}" is not a text: it holds binary data (byte {offset}).',
      hint: 'Give a text, Markdown, HTML, Word, OpenDocument, Excel, PDF or OFD file.',
    },
    zh: {
      message: '“{path}”不是文本：含有二进制数据（字节 {offset}）。',
      hint: '请提供文本、Markdown、HTML、Word、OpenDocument、Excel、PDF 或 OFD 文件。',
    },
  },
  'ingest/cut-off': {
    en: {
      message: '"{path}" ends in the middle of a character (byte {offset}, line {line}).',
      hint: 'The file seems to be cut off: fetch or save it again.',
    },
    zh: {
      message: '“{path}”在一个字的中间断开（字节 {offset}，第 {line} 行）。',
      hint: '文件似乎不完整：请重新下载或另存。',
    },
  },
  'ingest/directory': {
    en: {
      message: '"{path}" is a directory.',
      hint: 'Name a file in it, or use --corpus for a folder of documents.',
    },
    zh: { message: '“{path}”是一个目录。', hint: '请指定其中的文件；语料库目录用 --corpus。' },
  },
  'ingest/empty': {
    en: {
      message: '"{path}" holds no text.',
      hint: 'Check that the file was saved or downloaded in full.',
    },
    zh: { message: '“{path}”里没有文字。', hint: '请检查文件是否完整保存或下载。' },
  },
  'ingest/not-found': {
    en: {
      message: 'There is no file "{path}".',
      hint: 'Check the path; "-" reads standard input.',
    },
    zh: { message: '没有文件“{path}”。', hint: '请检查路径；“-”表示读取标准输入。' },
  },
  'ingest/not-utf8': {
    en: {
      message:
        '"{path}" is not UTF-8 (byte {offset}, line {line}), and not a readable GB18030 text either.',
      hint: 'Name the encoding if you know it, for example --encoding big5, or save the file as UTF-8.',
    },
    zh: {
      message: '“{path}”不是 UTF-8（字节 {offset}，第 {line} 行），也不是可读的 GB18030 文本。',
      hint: '如知道编码请写明，例如 --encoding big5；或将文件另存为 UTF-8。',
    },
  },
  'ingest/other-content': {
    en: {
      message: '"{path}" is plain text, not a file of the kind that its ending {ending} says.',
      hint: 'If it is the text you want, rename it to .txt; else fetch the file again.',
    },
    zh: {
      message: '“{path}”是纯文本，与其扩展名 {ending} 不符。',
      hint: '如内容正是所需文字，请将扩展名改为 .txt；否则请重新下载。',
    },
  },
  'ingest/over-budget': {
    en: {
      message: '"{path}" takes more than {allowed} to read: it is not read, for safety.',
      hint: 'Policy documents stay far below: check the file, or cut it into parts. All limits: docs/limits.md.',
    },
    zh: {
      message: '读取“{path}”会超过{allowed}的限额，为安全起见不予读取。',
      hint: '政策文件一般远小于此：请检查文件，或拆分后再读取。全部限额见 docs/limits.md。',
    },
  },
  'ingest/password': {
    en: {
      message: '"{path}" has a password.',
      hint: 'Open it with the password and save a copy without one.',
    },
    zh: { message: '“{path}”设有密码。', hint: '请用密码打开后另存一份不加密的副本。' },
  },
  'ingest/too-large': {
    en: {
      message: '"{path}" is larger than {limit} MB.',
      hint: 'Policy documents are far smaller: check the file, or cut it into parts.',
    },
    zh: {
      message: '“{path}”超过 {limit} MB。',
      hint: '政策文件一般远小于此：请检查文件，或拆分后再读取。',
    },
  },
  'ingest/unknown-encoding': {
    en: {
      message: 'No encoding "{encoding}" is known.',
      hint: 'Known: utf-8, gb18030, gbk, big5, utf-16le, utf-16be.',
    },
    zh: {
      message: '没有名为“{encoding}”的编码。',
      hint: '可用：utf-8、gb18030、gbk、big5、utf-16le、utf-16be。',
    },
  },
  'ingest/unreadable': {
    en: { message: '"{path}" cannot be read ({reason}).', hint: 'Check its permissions.' },
    zh: { message: '无法读取“{path}”（{reason}）。', hint: '请检查文件权限。' },
  },
  'ingest/unsupported': {
    en: {
      message: '"{path}" is {kind}, which is not read.',
      hint: 'Save or export it as DOCX, PDF, HTML or plain text.',
    },
    zh: {
      message: '“{path}”是 {kind}，无法读取。',
      hint: '请另存或导出为 DOCX、PDF、HTML 或纯文本。',
    },
  },
  'ingest/zero-bytes': {
    en: {
      message: '"{path}" is empty: it has no text, not a single byte.',
      hint: 'The download or copy failed: fetch the file again.',
    },
    zh: {
      message: '“{path}”是空文件（0 字节），没有文字。',
      hint: '下载或复制没有完成：请重新获取该文件。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
