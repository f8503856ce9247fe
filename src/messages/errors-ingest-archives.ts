import type { ErrorSpec } from './errors-type.js';

/** What is wrong with an archive: too much in it, nothing in it, or several papers. */
export const ARCHIVE_ERRORS = {
  'ingest/zip-bomb': {
    en: {
      message: '"{path}" unpacks to more than {limit} MB: it is not opened, for safety.',
      hint: 'A policy document is far smaller. Save it again from a word processor if you trust it.',
    },
    zh: {
      message: '“{path}”解压后超过 {limit} MB，为安全起见不予打开。',
      hint: '政策文件远小于此。如来源可信，请用文字处理软件重新保存。',
    },
  },
  'ingest/zip-broken': {
    en: {
      message: '"{path}" is damaged: its zip archive cannot be opened.',
      hint: 'Fetch it again, or save it again from the program that made it.',
    },
    zh: {
      message: '“{path}”已损坏：无法打开其压缩包。',
      hint: '请重新下载，或用原来的软件重新保存。',
    },
  },
  'ingest/zip-many': {
    en: {
      message: '"{path}" holds {count} files: more than {limit} are not looked through.',
      hint: 'Unpack it and name the papers that are wanted.',
    },
    zh: {
      message: '“{path}”含 {count} 个文件，超过 {limit} 个，不予查找。',
      hint: '请解压后指定需要的文件。',
    },
  },
  'ingest/zip-no-member': {
    en: {
      message: 'There is no "{member}" in "{path}".',
      hint: '[Did you mean {nearest}? ]Papers inside: {members}.',
    },
    zh: {
      message: '“{path}”里没有“{member}”。',
      hint: '[是否指 {nearest}？]其中的文件：{members}。',
    },
  },
  'ingest/zip-none': {
    en: {
      message: '"{path}" holds no paper in a format that is read.',
      hint: '[Inside: {members}. ]Read are DOCX, DOC, WPS, PDF, OFD, RTF, ODT, XLSX, XLS, HTML, Markdown, text and pictures.',
    },
    zh: {
      message: '“{path}”里没有可读取的文件。',
      hint: '[其中有：{members}。]可读取 DOCX、DOC、WPS、PDF、OFD、RTF、ODT、XLSX、XLS、HTML、Markdown、文本和图片。',
    },
  },
  'ingest/zip-outside': {
    en: {
      message:
        '"{path}" holds a file whose name leads outside the archive ("{member}"): it is not opened, for safety.',
      hint: 'No packer writes this by itself. Unpack it with care and name the papers.',
    },
    zh: {
      message: '“{path}”中有路径指向压缩包以外的文件（“{member}”），为安全起见不予打开。',
      hint: '正常的压缩软件不会写出这样的路径。如需使用，请谨慎解压后指定文件。',
    },
  },
  'ingest/zip-several': {
    en: {
      message: '"{path}" holds {count} papers: {members}.',
      hint: 'Name one: "{path}#{first}". "corpus add" takes them all.',
    },
    zh: {
      message: '“{path}”里有 {count} 份文件：{members}。',
      hint: '请指定其中一份：“{path}#{first}”；“duibiao corpus add”可一次全部加入。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
