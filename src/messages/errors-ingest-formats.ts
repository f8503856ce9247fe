import type { ErrorSpec } from './errors-type.js';

/** What is wrong with a file of one format: Word, OpenDocument, PDF, OFD, RTF, sheets, pages of the web, pictures. */
export const FORMAT_ERRORS = {
  'ingest/doc-broken': {
    en: {
      message:
        '"{path}" is a damaged Word file of the old kind (.doc, .wps), or of a version before Word 97.',
      hint: 'Open it in a word processor and save it as .docx.',
    },
    zh: {
      message: '“{path}”是已损坏的旧版 Word 文件（.doc、.wps），或早于 Word 97 的版本。',
      hint: '请用文字处理软件打开后另存为 .docx。',
    },
  },
  'ingest/docx-no-document': {
    en: {
      message: '"{path}" is a DOCX without a readable text part (word/document.xml).',
      hint: 'Open it in a word processor and save it again as .docx.',
    },
    zh: {
      message: '“{path}”这个 DOCX 里没有可读的正文（word/document.xml）。',
      hint: '请用文字处理软件打开后重新另存为 .docx。',
    },
  },
  'ingest/external-entity': {
    en: {
      message:
        '"{path}" declares a document type or entities in {part}: this is not read, for safety.',
      hint: 'No word processor writes this. Open the file and save it again if you trust it.',
    },
    zh: {
      message: '“{path}”的 {part} 中声明了文档类型或实体，为安全起见不予读取。',
      hint: '正常的文字处理软件不会写出这样的文件；如来源可信，请打开后重新保存。',
    },
  },
  'ingest/image-broken': {
    en: {
      message: '"{path}" is a damaged picture, or one far too large.',
      hint: 'Fetch or scan it again; A4 at 200 dpi is best.',
    },
    zh: {
      message: '“{path}”是已损坏或过大的图片。',
      hint: '请重新下载或扫描；以 A4 纸、200 dpi 为宜。',
    },
  },
  'ingest/image-needs-ocr': {
    en: {
      message:
        '"{path}" is a picture: its text has to be recognised (OCR), and no recogniser is installed.',
      hint: 'Install one, which works without a network: npm install {package} (add -g where duibiao was installed with -g).',
    },
    zh: {
      message: '“{path}”是图片，需做文字识别（OCR），但没有安装识别程序。',
      hint: '请安装（可离线使用）：“npm install {package}”；如 duibiao 为全局安装，请加“-g”。',
    },
  },
  'ingest/mhtml-broken': {
    en: {
      message:
        '"{path}" is a damaged web archive: the parts that its head announces are not there, or have no end.',
      hint: 'Save the page from the browser again, as "Webpage, Single File" or as HTML.',
    },
    zh: {
      message: '“{path}”这个网页存档已损坏：文件头所列的各部分缺失，或层层嵌套没有尽头。',
      hint: '请在浏览器里重新保存为“网页，单个文件”或 HTML。',
    },
  },
  'ingest/mhtml-no-page': {
    en: {
      message: '"{path}" is a saved web archive without a page: it holds pictures or files only.',
      hint: 'Save the page from the browser again, as "Webpage, Single File" or as HTML.',
    },
    zh: {
      message: '“{path}”这个网页存档里没有网页，只有图片或其他文件。',
      hint: '请在浏览器里重新保存为“网页，单个文件”或 HTML。',
    },
  },
  'ingest/no-article': {
    en: {
      message:
        '"{path}" is a web page without an article: only menus, links or scripts were found.',
      hint: 'The text may be loaded by a script: save the page from the browser after it has loaded, or copy its text to a .txt file.',
    },
    zh: {
      message: '“{path}”这个网页里没有正文：只有菜单、链接或脚本。',
      hint: '正文可能由脚本载入：请在浏览器里等页面载入后再保存，或把文字复制到 .txt 文件。',
    },
  },
  'ingest/odt-no-content': {
    en: {
      message: '"{path}" is an OpenDocument file without a readable text part (content.xml).',
      hint: 'Open it in a word processor and save it again.',
    },
    zh: {
      message: '“{path}”这个 OpenDocument 文件里没有可读的正文（content.xml）。',
      hint: '请用文字处理软件打开后重新保存。',
    },
  },
  'ingest/ofd-broken': {
    en: {
      message: '"{path}" is an OFD whose part {part} is missing.',
      hint: 'Fetch it again, or open it in an OFD reader and save or print it to a PDF.',
    },
    zh: {
      message: '“{path}”这个 OFD 缺少 {part}。',
      hint: '请重新下载，或用 OFD 阅读器打开后另存或打印为 PDF。',
    },
  },
  'ingest/ofd-no-text': {
    en: {
      message:
        '"{path}" is an OFD of {pages} page(s) without text: it holds pictures or outlines only.',
      hint: 'Print it to a PDF from an OFD reader: the pages of a PDF can be read by text recognition (OCR). Or find a copy with text.',
    },
    zh: {
      message: '“{path}”这个 OFD 有 {pages} 页但没有文字，只有图片或轮廓。',
      hint: '请用 OFD 阅读器打印为 PDF，再作文字识别（OCR）；或另找带文字的版本。',
    },
  },
  'ingest/page-instead': {
    en: {
      message:
        '"{path}" is a web page that holds no paper: an error or login page of the site, it seems.',
      hint: 'Open the address in a browser and download the file again.',
    },
    zh: {
      message: '“{path}”是网页而不是文件，里面没有正文：看来是网站的出错或登录页面。',
      hint: '请在浏览器里打开网址，重新下载该文件。',
    },
  },
  'ingest/pdf-blank': {
    en: {
      message: '"{path}" has {pages} page(s) with nothing on them: neither text nor pictures.',
      hint: 'Check that the right file was printed or downloaded, and in full.',
    },
    zh: {
      message: '“{path}”有 {pages} 页，但都是空白页：没有文字，也没有图片。',
      hint: '请检查是否打印或下载了正确、完整的文件。',
    },
  },
  'ingest/pdf-broken': {
    en: {
      message: '"{path}" is not a readable PDF: {reason}',
      hint: 'Fetch it again, or open it in a PDF reader and print it to a new PDF.',
    },
    zh: {
      message: '“{path}”不是可读的 PDF：{reason}',
      hint: '请重新下载，或用 PDF 阅读器打开后打印成新的 PDF。',
    },
  },
  'ingest/pdf-scanned': {
    en: {
      message:
        '"{path}" has {pages} page(s) but no text: it is a scan, and no recogniser (OCR) is installed.',
      hint: 'Install one, which works without a network: npm install {package} (add -g where duibiao was installed with -g). Or find a copy with text.',
    },
    zh: {
      message: '“{path}”有 {pages} 页但没有文字，应是扫描件，而没有安装文字识别（OCR）程序。',
      hint: '请安装（可离线使用）：“npm install {package}”；如 duibiao 为全局安装，请加“-g”。也可另找带文字的版本。',
    },
  },
  'ingest/pdf-undecodable': {
    en: {
      message:
        '"{path}" holds text that cannot be decoded: {percent} % of its characters have no meaning.',
      hint: 'Its fonts do not say which characters they draw. Run text recognition (OCR), or find another copy.',
    },
    zh: {
      message: '“{path}”里的文字无法解码：{percent}% 的字符没有含义。',
      hint: '其字体没有注明对应的字符。请做文字识别（OCR），或另找版本。',
    },
  },
  'ingest/rtf-broken': {
    en: {
      message: '"{path}" is a damaged RTF file: it breaks off before its end.',
      hint: 'Fetch it again, or open it in a word processor and save it again.',
    },
    zh: {
      message: '“{path}”这个 RTF 文件已损坏：没有到结尾就断开了。',
      hint: '请重新下载，或用文字处理软件打开后重新保存。',
    },
  },
  'ingest/scan-empty': {
    en: {
      message: '"{path}" has {pages} page(s) of pictures, and no text was recognised on them.',
      hint: 'Check that the pages show text and stand upright; scan them again at 200 dpi.',
    },
    zh: {
      message: '“{path}”有 {pages} 页图片，但没有识别出文字。',
      hint: '请检查页面是否有文字、方向是否正确；可按 200 dpi 重新扫描。',
    },
  },
  'ingest/scan-long': {
    en: {
      message: '"{path}" is a scan of {pages} pages: more than {limit} are not recognised at once.',
      hint: 'Cut it into parts.',
    },
    zh: {
      message: '“{path}”是 {pages} 页的扫描件，一次最多识别 {limit} 页。',
      hint: '请拆分后再读取。',
    },
  },
  'ingest/sheet-broken': {
    en: {
      message: '"{path}" is a damaged workbook.',
      hint: 'Fetch it again, or open it in a spreadsheet program and save it as .xlsx.',
    },
    zh: {
      message: '“{path}”是已损坏的电子表格。',
      hint: '请重新下载，或用表格软件打开后另存为 .xlsx。',
    },
  },
  'ingest/too-deep': {
    en: {
      message: '"{path}" nests its elements more than {limit} deep: it is not read, for safety.',
      hint: 'No word processor or web site writes this. Copy the text to a .txt file.',
    },
    zh: {
      message: '“{path}”的元素嵌套超过 {limit} 层，为安全起见不予读取。',
      hint: '正常的软件和网站不会写出这样的文件；请把文字复制到 .txt 文件。',
    },
  },
  'ingest/xml-broken': {
    en: {
      message: '"{path}" is damaged: {part} breaks off or is not well formed.',
      hint: 'Open it in a word processor and save it again, or fetch it again.',
    },
    zh: {
      message: '“{path}”已损坏：{part} 不完整或格式有误。',
      hint: '请用文字处理软件打开后重新保存，或重新下载。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
