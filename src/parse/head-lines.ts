import type { ElementKind } from '../model/index.js';
import { endsSentence } from '../text/index.js';
import { markerOf } from './markers.js';

/**
 * What one line before the body is (GB/T 9704-2012 for red-head papers; agency practice for reports).
 * Patterns speak of clean text.
 */
const REPORTERS = '(?:[（(](?:[^（）()]{0,10}记者|通讯员)[^（）()]{1,40}[）)])?';
/** Words that 电, 讯 or 消息 is only a part of, and marks that a dateline is not followed by. */
const RUNS_ON = '(?![，。、；：！？”》的力网子源价费量器站厂池动能视信讯息])(?!消费|技术)';
const DAY = '\\d{1,2}月\\d{1,2}日';
/** An agency named as one: what is between it and its 电 is a place, a day, at most a reporter. */
const OF_AGENCY = `(?:新华社|中新社|本报|央视网|人民网|新华网|中新网|[\\u4e00-\\u9fff]{2,6}(?:日报|晚报|时报|新闻网|新闻))(?:[\\u4e00-\\u9fff]{0,8}(?:\\d{4}年)?${DAY}|[\\u4e00-\\u9fff]{0,4}|(?:记者|通讯员)[^，。、；]{1,20})(?:电|讯|消息)`;
/** Any other site (…网, …在线) is one only where it says 讯 or 消息, or names the day: 配电网…供电 is a net of another kind. */
const OF_SITE = `[\\u4e00-\\u9fff]{1,5}(?<!互联|物联|车联|局域|[电管路干专内外光水渔信务])(?:网|在线)(?:(?:[\\u4e00-\\u9fff]{0,8}${DAY})(?:电|讯|消息)|(?:讯|消息))`;
const DATELINE = new RegExp(`^(?:${OF_AGENCY}|${OF_SITE})${REPORTERS}${RUNS_ON}`);
const ADOPTION =
  /^[（(].{0,80}?(?:\d{4}|[〇零一二三四五六七八九]{4})年.{0,200}(?:通过|批准|公布|发布|修订|修正|施行)/;
export const FULL_DATE =
  '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|[二一][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)';
/** From when a text is in force. */
const IN_FORCE = `自${FULL_DATE}起(?:施行|实施|生效|执行)`;
/** The same as official databases print it, a line for each step: `2021年9月30日 …会议批准第一次修正`. */
const ADOPTION_LINE = new RegExp(
  `^(?:(?:根据)?${FULL_DATE}(?!电)[^。；，]{0,220}(?:通过|批准|公布|发布|修订|修正|修改|施行|公告|令第?\\d{1,4}号)(?:的?决定》?)?(?:第[一二三四五六七八九十]+次(?:修正|修订))?(?:根据)?(?:[，,]?${IN_FORCE})?|${IN_FORCE})[）)]?$`,
);
const NUMBER_BODY =
  '[\\u4e00-\\u9fff]{1,14}(?:字)?[〔［\\[（(【](?:19|20)\\d{2}[〕］\\]）)】J](?:第)?\\d{1,5}号';
const NUMBER_LINE = new RegExp(`^[（(]?(${NUMBER_BODY})[）)]?(?:签发人[:：].*)?$`);
/** What a registry of a government's papers gives them: `ABCR-2021-01028`, `ABPR—2021—01001`. */
const REGISTERED = /^[A-Z]{2,6}\d{0,2}[-—–]{1,2}\d{4}[-—–]{1,2}\d{3,6}$/;
const NUMBER_ANYWHERE = new RegExp(NUMBER_BODY);
/** A date, or the blanks for one in a draft: `2024年 月 日`. */
const DATE_LINE = new RegExp(`^[（(]?(?:${FULL_DATE}|20\\d{2}年(?:\\d{1,2})?月日)[）)]?$`);
const SOURCE_NOTE =
  /^(?:来源|发布时间|发布日期|发文日期|成文日期|索引号|主题分类|发布机构|信息来源|字体|浏览次数|阅读次数|文号)|^(?:信息索引号|主题词|信息分类|体裁分类|组配分类|服务对象|公文种类|文种|发文机[关构]|发文单位|发布机关|发布单位|制发机关|生成日期|印发日期|公开日期|公布日期|[生失]效日期|[施实]行日期|实施日期|废止日期|标题|名称|信息名称|文件名称|发文字号|文件编号|公开方式|公开范围|公开责任部门|有效性|是否有效|效力状态|时效性|文件状态|内容概述|关键词)[:：]|^20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*来源.*)?$/;
const ISSUER_LINE = /^(?:中共|中国共产党)?[\u4e00-\u9fff]{2,24}(?:文件|令)$/;
const ADDRESSEE =
  /^(?:各[市州区县盟旗]|(?:各|市直|省直|区直|有关|机关|驻|自治区|国务院|中央|[\u4e00-\u9fff]{2,6}(?:市|县|区)人民政府)[^。]{2,})[：:]$/;
/** One government by itself, as replies address it. */
const ONE_ADDRESSEE =
  /^[\u4e00-\u9fff]{2,10}(?:[省市县区州盟旗]人民政府|区管(?:理委员|委)会)[：:]$/;
/** What introduces a list or a change, whoever it names first: `国务院决定对《…》作如下修改：`, `各县应当：`. */
const INTRODUCES =
  /[《》]|(?:如下|以下|下列)[\u4e00-\u9fff]{0,6}[：:]$|(?:应|应当|必须|须|要|做到|做好|指出|强调|认为|要求|规定|决定|明确|提出|包括|负责|是|为)[：:]$/;
/** `附件` above the title of a paper that was itself an annex. */
const ANNEX_LABEL = /^附(?:件\s*[\d一二三四五六七八九十]{0,2}|\s*\d{1,2})[：:]?$/;
/** Some papers close with it: `（新华社北京2021年10月21日电）`. */
const CLOSING_DATELINE = /^[（(]新华社[\u4e00-\u9fff]{2,6}(?:\d{4}年)?\d{1,2}月\d{1,2}日电[）)]$/;
const AUTHOR = /^(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]{2,4}[（(][^（）()]{2,30}[）)])$/;
const PUBLICATION =
  /^[（(]?此件(?:公开|主动公开|依申请公开|不予公开|删减后公开|有删减|发至)[^）)]*[）)]?$/;
const COPY_TO = /^(?:抄送|抄报|主送)[:：]/;
const PRINT_NOTE =
  /^(?:[\u4e00-\u9fff]{4,24}(?:办公厅|办公室|秘书处|局|厅|委|部)?)?\s?\d{4}年\d{1,2}月\d{1,2}日(?:印发|印)$/;
/** Dots that lead to the page number; some fonts give them private characters. */
const LEADER =
  /(?:\.{5}|…{3}|·{5}|[\u{f0000}-\u{10fffd}]{5})[\s\-—(（]*(?:(?:\d{1,4}|[)）])[\s\-—)）]*)?$/u;
/** Headings without a marker that open or close a text: 序言 of a statute, 前言 of a plan, 结束语 of a white paper. */
const PREAMBLE = /^(?:序言|前言|引言|导言|引论|结束语|结语|后记)$/;
const SIGNATURE =
  /^(?:中共|中国共产党)?[\u4e00-\u9fff、]{2,30}(?:人民政府|委员会|办公厅|办公室|常务委员会|国务院|委|厅|局|部|院|署|银行|监会|总工会|妇联|总社|中心|小组)$/;

/** Nouns that end the title of a policy paper. */
export const TITLE_NOUN =
  /(?:决议|决定|建议|说明|意见|通知|通报|公报|公告|方案|规划|计划|纲要|要点|措施|办法|规定|细则|条例|规则|规程|预案|修正案|法|解释|报告|讲话|批复|函|清单|目录|指南|标准|政策|倡议|协议|规范|工程|行动)(?:[（(][^（）()]{1,20}[）)])*(?:的通知|解读|全文)?$/;

/** What a line of a paper's index states, by its label. */
export function indexField(text: string, label: 'number' | 'issuer' | 'date'): string | undefined {
  return INDEX_FIELDS[label].exec(text)?.[1];
}

const INDEX_FIELDS = {
  number: /^(?:发文字号|文号|文件编号)[:：]?(.+)$/,
  issuer: /^(?:发文机[关构]|发文单位|制发机关)[:：]?([\u4e00-\u9fff、（）]{2,60})$/,
  date: /^(?:成文日期|发文日期|印发日期)[:：]?(.+)$/,
} as const;

/** The dateline a paragraph opens with: `新华社北京12月18日电`. */
export function datelineOf(text: string): string | undefined {
  return DATELINE.exec(text)?.[0];
}

/** 发文字号 in normal form, `国发〔2021〕4号`, or `undefined`. */
export function documentNumberIn(text: string): string | undefined {
  const found = NUMBER_ANYWHERE.exec(text)?.[0];
  if (found === undefined) return undefined;
  return found.replace(/[［[（(【]/, '〔').replace(/[］\]）)】J](?=第?\d{1,5}号)/, '〕');
}

const OFFICE = /(?:厅|局|委|办|行|院|会|政府|公司|集团|部门|单位|中心|支行|区)$/;

/** `省科技厅、省财政厅，人行石家庄中心支行：` */
function isOfficeList(text: string): boolean {
  if (!/[：:]$/.test(text) || /[。；]/.test(text)) return false;
  const members = text
    .slice(0, -1)
    .replaceAll(/[（(][^（）()]*[）)]/g, '')
    .split(/[，、,]/);
  return members.length >= 2 && members.every((member) => OFFICE.test(member));
}

/** Longest line of a head or tail, in characters: an addressee of eleven offices has 120. */
const LONGEST_HEAD_LINE = 240;

/** The kind of a line that stands alone in a document's head or tail; `undefined`: title or body. */
export function headLineKind(text: string): ElementKind | undefined {
  if (text.length > LONGEST_HEAD_LINE) return undefined;
  if (ADOPTION.test(text) || ADOPTION_LINE.test(text)) return 'adoption-note';
  if (NUMBER_LINE.test(text) || REGISTERED.test(text)) return 'document-number';
  if (DATE_LINE.test(text)) return 'date-line';
  if (SOURCE_NOTE.test(text)) return 'source-note';
  if (PUBLICATION.test(text)) return 'publication-note';
  if (COPY_TO.test(text)) return 'copy-to';
  if (PRINT_NOTE.test(text)) return 'print-note';
  if (ISSUER_LINE.test(text)) return 'issuer-line';
  if (isContentsTitle(text) || CONTENTS_LINE.test(text) || isContentsEntry(text)) return 'contents';
  if (ANNEX_LABEL.test(text)) return 'annex-label';
  if (isAddressee(text)) return 'addressee';
  if (CLOSING_DATELINE.test(text)) return 'dateline';
  return undefined;
}

function isAddressee(text: string): boolean {
  if (ONE_ADDRESSEE.test(text) || isOfficeList(text)) return true;
  return ADDRESSEE.test(text) && !INTRODUCES.test(text);
}

/** A whole table of contents on one line: `目录 第一章 总则 第二章 保护`. */
const CONTENTS_LINE =
  /^目[录次][:：]?第[^。；，]{1,3}[编篇章](?=[^。；]*$)[^。；]*第[^。；，]{1,3}[编篇章节]/;

/** The page of an entry whose dots are lost or stand on the next line: `一、总体要求（5）`, `第一章 总则 3`. */
export const PAGE_REFERENCE = /(?<!\s)\s*(?:[（(]\d{1,3}[）)]|\d{1,3})$/;

/** What stands over a table of contents. */
export function isContentsTitle(text: string): boolean {
  return /^[【〔[]?目[录次][】〕\]]?[:：]?$/.test(text);
}

/** An entry of a table of contents: dots lead to its page. */
export function isContentsEntry(text: string): boolean {
  return LEADER.test(text);
}

/** 2–4 Han characters by themselves: a name, where an author is due. */
export function isAuthorLine(text: string): boolean {
  return AUTHOR.test(text) && !TITLE_NOUN.test(text);
}

export function isPreamble(text: string): boolean {
  return PREAMBLE.test(text);
}

/** The last chapter, which some statutes leave without a number. */
export function isLastChapter(text: string): boolean {
  return text === '附则';
}

export function isSignature(text: string): boolean {
  return SIGNATURE.test(text) && text.length <= 34;
}

/** `附件：1.甲表`, `附：一、甲表`, `附件：（1）甲表`: the first annex of a list, on the line of its label. */
const OPENED = /^附[件录表]?(?:\s*[：:])?\s*(?:[1一][.．、]|[（(][1一][）)])/;
export function opensAnnexes(text: string): boolean {
  return OPENED.test(text);
}

/** Who signs an order: `省长 李明`. */
const OFFICER =
  /^(?:[\u4e00-\u9fff]{0,12}(?:主席|总理|主任)|代?[省市州县区盟旗局厅部署行院]长)[：:]?[\u4e00-\u9fff·]{2,4}$/;

/** An official with the name: a signature where a date stands below. */
export function isOfficer(text: string): boolean {
  return OFFICER.test(text);
}

/** Longest title in one line, in characters: that of a notice of seven offices has 110, of fifteen 180. */
const LONGEST_TITLE = 240;

/** Titles of joint notices name every office; no text of a paper says 关于…的通知 without a mark. */
function isLongTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && /关于|印发|转发/.test(text) && TITLE_NOUN.test(text);
}

/** Could be (part of) a title: no sentence, no marker, no head line of another kind. */
export function isTitleLike(text: string): boolean {
  return (
    (text.length <= 60 || isLongTitle(text)) &&
    !endsSentence(text) &&
    !/[。；]/.test(text.replace(/《[^》]{0,400}》/g, '')) &&
    !/[，、]$/.test(text) &&
    markerOf(text) === undefined &&
    !isPreamble(text) &&
    headLineKind(text) === undefined &&
    datelineOf(text) === undefined
  );
}

const NOTE_OPENING =
  /^(?:责任(?:单位|部门|领导|主体|人)|牵头(?:单位|部门|领导)|配合(?:单位|部门)|主办(?:单位|部门)|完成时限)[:：]/;
const NOTE_ENDING =
  /(?:按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实|推进)|分工负责|(?:牵头|配合|参与|共同|组织)?负责(?:落实|实施|推进)?|牵头(?:落实|推进)?|配合|等(?:部门|单位))[。]?$/;
/** Words without which no bracket holds a note. */
const NOTE_HINT = /负责|责任|牵头|配合/;
const NOTE_BODY = /(?:委|局|厅|部|办|院|政府|公司|集团|单位|部门|银行|会|社|中心|各[市县区])/;

/**
 * Responsible-body notes: `（责任单位：…）`, `（省发展改革委牵头，…按职责分工负责）`.
 * Out: `[start, end)` in the text, brackets included; a note that closes its paragraph may have lost the last
 * bracket. Cost: linear.
 */
export function responsibleNotes(text: string): readonly { start: number; end: number }[] {
  const notes: { start: number; end: number }[] = [];
  if (!/[）)〕\]]/.test(text.slice(-3)) && !NOTE_HINT.test(text)) return notes;
  let open = -1;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if ('（(〔['.includes(char)) {
      if (depth === 0) open = i;
      depth += 1;
    } else if ('）)〕]'.includes(char) && depth > 0) {
      depth -= 1;
      if (depth === 0 && isNote(text.slice(open + 1, i))) notes.push({ start: open, end: i + 1 });
    }
  }
  if (depth > 0 && isUnclosedNote(text, open)) notes.push({ start: open, end: text.length });
  return notes;
}

/** After a sentence, and to its last word a note: `…（省科技厅、省财政厅按职责分工负责`. */
function isUnclosedNote(text: string, open: number): boolean {
  const inner = text.slice(open + 1);
  const apart = /(?:^|[。；！？])$/.test(text.slice(0, open)) && !inner.includes('。');
  return apart && NOTE_ENDING.test(inner) && NOTE_BODY.test(inner);
}

function isNote(inner: string): boolean {
  if (NOTE_OPENING.test(inner)) return true;
  return inner.length >= 6 && NOTE_ENDING.test(inner) && NOTE_BODY.test(inner);
}
