import type { Diagnostic, DiagnosticCode } from '../model/index.js';
import { fill, type MessageLanguage } from './catalogue.js';

/** Remarks about a text in Chinese. A code of the model without a row here does not compile. */
const ZH: Readonly<Record<DiagnosticCode, string>> = {
  'ingest/blank-columns': '有 {lines} 行像是表格，但各列上下没有对齐，按文字读取。',
  'ingest/by-office': '该文件已由 LibreOffice 转换为 DOCX 后读取。',
  'ingest/damaged-pages': '第 {pages} 页已损坏，部分文字可能缺失。',
  'ingest/damaged-parts': '文件内部已损坏：{parts}。部分文字可能缺失或有误。',
  'ingest/damaged-places': '文件有 {count} 处损坏（第一处的位置：{at}），部分文字可能缺失或有误。',
  'ingest/doubtful-line': '该行识别的可信度只有 {percent}%，请与原图核对。',
  'ingest/embedded-part': '文件内嵌的 {count} 份文档没有读取。',
  'ingest/encoding-ignored': '文件以 {encoding} 标记开头，已忽略指定的编码 {stated}。',
  'ingest/found-encoding': '文件不是 UTF-8，已按 {encoding} 读取。',
  'ingest/markdown-as-text': '该 Markdown 解析耗时过长（{excess}），已按纯文本读取，标记未去除。',
  'ingest/lost-characters': '有 {count} 个字在生成该文件之前就已丢失（U+FFFD）。',
  'ingest/lost-numbers': '有 {count} 个段落的自动编号没有写在文件里，读取时不带编号。',
  'ingest/no-automatic-numbers':
    '旧版 Word 文件的自动编号和脚注位置没有读取：请安装 LibreOffice（soffice），或另存为 .docx。',
  'ingest/number-format': '“{format}”格式的自动编号已写成数字。',
  'ingest/office-failed': 'LibreOffice 未能在限定时间内转换该文件，只读取了其中的文字。',
  'ingest/pages-without-text': '第 {pages} 页没有文字：空白页，或是文字的图片。',
  'ingest/recognised':
    '文字由图片识别而来（OCR）：{pages} 页，{lines} 行，可信度 {percent}%；数字和名称可能有误。',
  'ingest/tracked-changes':
    '文件含修订（插入 {inserted} 处、删除 {deleted} 处），处理方式：{choice}。',
  'ingest/turned-text': '有 {count} 个倾斜或横排的字（水印、印章）未计入。',
  'parse/glued-heading': '“{label}”与上一句同在一行；编号缺它，已按标题分开。',
  'parse/glued-signature':
    '“{text}”像是与末句相连的署名和日期，未能确定从哪里分开，留在正文中：请在署名前换行。',
  'parse/no-body': '没有找到正文。',
  'parse/no-title': '没有找到标题。',
  'parse/site': '“{text}”视为网页内容（版权声明、导航、按钮），未计入正文。',
  'parse/noise': '“{text}”视为扫描噪声，未计入正文。',
  'parse/numbering-gap': '“{label}”接在“{previous}”之后，应为第 {expected} 个。',
  'parse/numbering-repeat': '“{label}”连续出现两次。',
  'parse/page-number': '“{text}”视为页码，未计入正文。',
  'parse/page-number-glued': '行首的“{text}”视为页码，未计入正文。',
  'parse/running-head': '“{text}”视为页眉或页脚，未计入正文。',
};

/** What a remark says in a language; its English text is made where it is found. */
export function remarkText(remark: Diagnostic, language: MessageLanguage): string {
  return language === 'zh' ? fill(ZH[remark.code], remark.params ?? {}) : remark.message;
}
