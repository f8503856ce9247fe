import type { DocumentKind, ElementKind, FurnitureKind, Level } from '../model/index.js';
import type { MessageLanguage } from './catalogue.js';

type Term = Level | DocumentKind | ElementKind | FurnitureKind;

/** The vocabulary of documents in Chinese; in English it is that of the model. A term without a row does not compile. */
const ZH: Readonly<Record<Term, string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  communique: '公报',
  resolution: '决议',
  proposal: '建议',
  explanation: '说明',
  plan: '规划方案',
  opinion: '意见',
  notice: '通知',
  report: '报告',
  law: '法规',
  speech: '讲话',
  other: '其他',
  title: '标题',
  subtitle: '副标题',
  dateline: '电头',
  'adoption-note': '通过说明',
  author: '作者',
  'issuer-line': '发文机关标志',
  'document-number': '发文字号',
  addressee: '主送机关',
  'date-line': '成文日期',
  signature: '署名',
  'copy-to': '抄送',
  'print-note': '印发说明',
  'publication-note': '公开说明',
  'source-note': '来源说明',
  'responsible-note': '责任分工',
  'annex-label': '附件标记',
  contents: '目录',
  'page-number': '页码',
  'running-head': '页眉页脚',
  noise: '扫描噪声',
  site: '网站内容',
};

/** A term of the model as a person reads it; in English it is the term itself. */
export function termIn(term: string, language: MessageLanguage): string {
  return language === 'zh' ? ((ZH as Readonly<Record<string, string>>)[term] ?? term) : term;
}
