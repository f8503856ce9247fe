/** A member of a list: `[start, end)` in the sentence's text. */
export interface ListMember {
  readonly start: number;
  readonly end: number;
}

interface Mutable {
  start: number;
  end: number;
}

/** Verbs that begin a measure, and what may stand before them. */
const VERB =
  '推进|推动|加快|加强|加大|加密|实施|落实|完善|健全|提升|提高|深化|构建|建立|建设|建好|建成|打造|强化|促进|优化|扩大|做好|抓好|做强|做优|做大|开展|培育|增强|推行|推广|制定|制订|拓展|拓宽|实现|巩固|统筹|聚焦|弘扬|发挥|培养|引进|整治|防范|化解|遏制|打击|补齐|改善|畅通|增加|降低|减少|维护|保障|壮大|创建|编制|设立|组建|启动|完成|执行|规范|提供|解决|保持|带动|搭建|筑牢|夯实|支持|鼓励|引导|倡导|扶持|帮助|激励|吸引|协助|配合|参与|探索|争取|谋划|研究|开发|研制|研发|突破|发展|治理|改造|修复|监测|普及|宣传|示范|培训|组织|管理|保护|利用|使用|生产|选择|打通|延伸|延长|整合|集聚|汇聚|引入|吸纳|招引|招聘|对接|融入|承接|承办|举办|调整|淘汰|关停|控制|限制|禁止|严禁|查处|查办|清理|清除|取缔|简化|压缩|缩短|取消|放宽|放开|明确|确定|细化|量化|公布|公开|披露|发布|报告|报送|统计|评估|评价|考核|监督|检查|督促|督导|指导|协调|推荐|表彰|奖励|处罚|征收|征集|收集|回收|储备|供给|供应|配备|配置|配套|安排|布局|规划|设置|设计|新建|改建|扩建|续建|改扩建|升级|更新|更换|替代|转化|转移|转变|转型|创新|攻关|试点|试行|运用|应用|采用|采取|实行|推出|出台|修订|修改|废止|激发|释放|挖掘|盘活|活跃|繁荣|丰富|满足|防治|防控|防止|预防|救治|救助|救援|救济|修建|疏浚|种植|养殖|收储|销售|购买|租赁|转让|审批|审查|审核|验收|备案|登记|核准|许可|受理|办理|处理|处置|化验|检测|检验|检疫|认定|认证|鉴定|履行|承担|遵守|执法|尊重|关心|关爱|照顾|照料|赡养|陪伴|阻碍|阻挠|破坏|损坏|损毁|侵占|占用|挪用|截留|伪造|变造|冒用|倒卖|出租|出借|转借|泄露|传播|散布|歧视|虐待|侮辱|诽谤|殴打|威胁|拒绝|妨碍|干扰|扰乱|污染|倾倒|堆放|抛撒|焚烧|排放|携带|攀折|践踏|张贴|涂写|刻画|悬挂|饲养|燃放|拆除|拆卸|搬迁|移动|迁移|围堵|围垦|填埋|采伐|采挖|采集|开采|开垦|捕捞|捕猎|猎捕|收购|运输|运营|运行|贮存|储存|存放|保存|收藏|展示|展览|展出|传承|传授|挖潜|稳定|稳住|对标|瞄准|紧盯|做实|做细|做精|用好|管好|守住|守好|兜牢|兜住|织密|织牢|编织|绘制|赋予|授予|给予|享受|享有|符合|达到|具备|取得|获得|拥有|坚持';
const ADVERB =
  '全面|进一步|切实|积极|更加|继续|持续|不断|协同|共同|充分|有效|科学|率先|同步|高标准|高水平|高质量|高起点|合理|依法|主动|扎实|深度|更好|深入|大力|着力|全力|严格|有序|逐步|稳步|加速|尽快|抓紧|精准|优先|分类|及时|定期|重点|广泛|统筹|因地制宜|要|将|并|坚决|坚定|擅自|稳妥';
const HEAD = new RegExp(`^(?:${ADVERB})*(?:${VERB})`, 'u');
const FRAME = new RegExp(
  `^(?:${ADVERB})*(?:(?:${VERB})(?:和|、|并|与|好|一批|以|其|对|在)?)*(?:一批|各类|各项|各种|多种|有关|相关|现有)?`,
  'u',
);
/** Who is to do it: 县级以上人民政府应当…. */
const AGENT = /^[^、]{0,60}?(?:应当|应该|必须|不得|可以|要(?!求|素|点|闻|害|件))/u;
/** What is kept to, gone by or described, rather than done. */
const NOT_DONE =
  /坚持|坚定|贯彻|遵循|遵守|遵照|聚焦|符合|达到|具备|满足|取得|获得|拥有|享有|享受|实现/u;
/** Nouns of action that close a list as its common head: …、D建设. */
const CLOSING_HEAD =
  /(?:建设|发展|改革|改造|治理|管理|服务|应用|研发|推广|利用|衔接|协同|融合|开发|创新|提升|升级|转型|攻关|保护|修复|监管|监测|布局|合作|试点|示范|工作|工程|行动|项目|领域|产业|企业|产品|技术|设施|机制|制度|体系|平台|能力|水平|融资|权益|短板|深度|共同|联动){1,12}$/u;
/** What follows a list of manners, principles, features, places or agents: none of its members is a measure. */
const NO_MEASURES =
  /^等[\d一二三四五六七八九十两]+[个家市县]|(?:有关|其他).{0,4}(?:部门|单位|机关)$|(?:^|等|的|多种)(?:基本|工作|多种|各种|各类|有关|相关|多个|不同|国家){0,8}(?:原则|理念|思想|精神|方针|思路|方式|形式|途径|渠道|手段|方法|规定|法律|法规|因素|情形|特征|特点|特性|优势(?!特色|产业)|力量|部门|单位|机构|人员|主体|组织|团体|要求|标准|条件|内容|城市|地区|区域|市|县|省|于一体|为一体|一体化的|相结合|有机统一|并重|并举|牵头|负责|相适应|为重点|为核心|为主)/u;
const MODAL =
  /^[^，；：。]{0,14}?(?:应当|应该|必须|可以|不得|有权|负责|会同|按照|依照|依据|根据|按职责)/u;
/** Names of places and of texts, and qualities: 更大范围. */
const NOT_A_MEASURE =
  /^[《<〈]|^更|(?:省|(?<!城)市|县|(?<![社园小片景库])区|州|镇|乡|村|政府|委员会|局|厅|部门|法|条例|办法|化|性)$/u;
/** Who does it; of such a list nothing is left out but who is asked. */
const AGENTS =
  /(?:企业|高校|学校|院校|院所|机构|组织|团体|协会|联盟|单位|部门|家庭|个人|人员|者|人|群众|主体|媒体|社区|家长|教师|智库|政府)$/u;
/** Verbs after which enterprises and people are what is aimed at. */
const RAISED = /培育|引进|招引|吸引|壮大|培养|打造|做强|做大|发展|建设|保障|帮助|救助/u;
const LETTER = /[\p{Script=Han}A-Za-z0-9]/gu;
/** A word in both lists would be read in two ways, a run of them in two to the power of its length. */
const ONLY_ADVERB = ADVERB.split('|').filter((word) => !VERB.split('|').includes(word));
const VERBS_ALONE = new RegExp(`^(?:${VERB}|${ONLY_ADVERB.join('|')})+$`, 'u');
/** The clause goes on inside the last part. */
const GOES_ON =
  /.{2}(?:不再|应当|实现|提供|开展|参与|达到|加强|推进|推动|制定|采取|打通|联合|共建|纳入|作为|向(?![量导上好])|对(?![话接外标口策象应]))./u;
/** Closes a list that could go on. */
const ET_CETERA = /(?<=.)等(?![级于待候]|离子)/u;
const JOINED =
  /(?<![饱共温调缓总求])和(?![谐平睦美解])|以及|(?<![参赋给])与(?![会时])|(?<![普涉波以顾])及(?![时其早格第])/u;

const LONGEST_HEAD = 20;
/** Letters of a measure with a verb of its own, at least. */
const LEAST_VERBAL = 4;
/** Lists of objects: the shorter their members, the more of them. */
const LONG = [
  { members: 3, letters: 5 },
  { members: 4, letters: 3 },
  { members: 5, letters: 2 },
];
/** A first or last part so much longer than the longest between holds more than a member. */
const FRAMED_TIMES = 1.8;
const FRAMED_MORE = 3;
/** Members of a clause that are told apart at most. */
const MOST_MEMBERS = 64;

/**
 * Members of the 、-lists of a clause that are measures of their own: 开展甲、推进乙、建设丙, or a long list of objects each of
 * which may be taken up or left out. Lists of manners, principles, qualities, places and agents are none.
 *
 * *In* a clause as it stands in the sentence's text. *Out* members in order, apart; what frames them (加快…等领域建设) is none's.
 * *Cost* linear in the clause.
 */
export function membersOf(text: string, start: number, end: number): ListMember[] {
  const clause = text.slice(start, end);
  if (!clause.includes('、')) return [];
  return apart(enumerations(clause).flatMap((run) => measuresOf(clause, run)))
    .slice(0, MOST_MEMBERS)
    .map((member) => ({ start: start + member.start, end: start + member.end }));
}

/** Parts between the 、 of one list, before what frames them is taken off. */
interface Enumeration {
  readonly parts: readonly ListMember[];
}

/** In order; of lists inside each other the one that begins first. */
function apart(members: readonly ListMember[]): ListMember[] {
  let end = 0;
  return [...members]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((member) => {
      if (member.start < end) return false;
      end = member.end;
      return true;
    });
}

const OPEN = '（“‘《【〔(';
const CLOSE = '）”’》】〕)';
/** Ends a list inside a clause: 、C等领域的D、E. What follows opens the next. */
const LIST_END = /(?<=.)等(?![级于待候]|离子)(?:[^、]{0,12}的)?/u;

/** Lists by the quotation they stand in; brackets hold remarks. */
function enumerations(clause: string): Enumeration[] {
  const found: Enumeration[] = [];
  const open: ListMember[][] = [[]];
  const starts = [0];
  const close = (end: number): void => {
    const parts = [...(open.pop() ?? []), { start: starts.pop() ?? 0, end }];
    if (parts.length > 1) found.push(...splitAtEnds(clause, parts));
  };
  for (let at = 0; at < clause.length; at += 1) {
    const char = clause.charAt(at);
    if (OPEN.includes(char)) {
      open.push([]);
      starts.push(at + 1);
    } else if (CLOSE.includes(char) && open.length > 1) close(at);
    else if (char === '、' || (open.at(-1)?.length !== 0 && clause.startsWith('以及', at))) {
      open.at(-1)?.push({ start: starts.at(-1) ?? 0, end: at });
      starts[starts.length - 1] = at + (char === '、' ? 1 : 2);
    }
  }
  while (open.length > 0) close(bodyEnd(clause));
  return found;
}

function bodyEnd(clause: string): number {
  let end = clause.length;
  while (end > 0 && !/[\p{L}\p{N}”’）)》]/u.test(clause.charAt(end - 1))) end -= 1;
  return end;
}

function splitAtEnds(clause: string, parts: readonly ListMember[]): Enumeration[] {
  const runs: ListMember[][] = [[]];
  for (const part of parts) {
    runs.at(-1)?.push(part);
    const ending = LIST_END.exec(clause.slice(part.start, part.end));
    // What closes the one list opens the next.
    if (ending) runs.push([{ start: part.start + ending.index + ending[0].length, end: part.end }]);
  }
  return runs.filter((run) => run.length > 1).map((run) => ({ parts: run.slice(0, MOST_MEMBERS) }));
}

/** A clause in which somebody is to do something: whatever stands before its first verb. */
function actionOf(clause: string): { readonly start: number; readonly end: number } | undefined {
  const modal = AGENT.exec(clause)?.[0].length ?? 0;
  const frame = FRAME.exec(clause.slice(modal))?.[0].length ?? 0;
  return frame === 0 ? undefined : { start: modal, end: modal + frame };
}

function measuresOf(clause: string, { parts }: Enumeration): readonly ListMember[] {
  const action = actionOf(clause);
  if (action === undefined || NOT_DONE.test(clause.slice(action.start, action.end))) return [];
  // 鼓励、支持甲、乙: the verbs before the first object are no members.
  const own = parts.filter(({ end }) => end > action.end);
  const members = trimmed(clause, own);
  const [first, ...later] = members;
  if (first === undefined || later.length === 0) return [];
  first.start = Math.max(first.start, action.start);
  const texts = later.map(({ start, end }) => clause.slice(start, end));
  if (texts.every((text) => HEAD.test(text) && lettersOf(text) >= LEAST_VERBAL))
    return verbalMembers(clause, members);
  return objectMembers(clause, withoutHead(clause, members), action);
}

/** Each with a verb of its own. */
function verbalMembers(clause: string, members: readonly ListMember[]): readonly ListMember[] {
  const texts = members.map(({ start, end }) => clause.slice(start, end));
  // 引导、支持企业…: two verbs of one object.
  if (texts.some((own) => lettersOf(own) < LEAST_VERBAL)) return [];
  return isAttribute(clause, members) || /的$/u.test(texts.at(-1) ?? '') ? [] : members;
}

function objectMembers(
  clause: string,
  members: Mutable[],
  action: { readonly end: number },
): readonly ListMember[] {
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined) return [];
  first.start = objectStart(clause, first, action.end);
  const texts = members.map(({ start, end }) => clause.slice(start, end));
  if (!isLong(texts) || isAttribute(clause, members) || isFramed(texts)) return [];
  if (texts.filter((own) => NOT_A_MEASURE.test(own)).length * 2 >= texts.length) return [];
  const after = clause.slice(last.end);
  if (NO_MEASURES.test(after) || MODAL.test(after) || NO_MEASURES.test(texts.at(-1) ?? ''))
    return [];
  const agents = texts.filter((own) => AGENTS.test(own)).length * 2 > texts.length;
  return agents && !RAISED.test(clause.slice(0, action.end)) ? [] : members;
}

/** Enough members, and long enough, for each to be a measure that may be left out. */
function isLong(texts: readonly string[]): boolean {
  const letters = texts.map(lettersOf);
  if (letters.some((own) => own < 2)) return false;
  if (texts.some((own) => lettersOf(own) === 2 && VERBS_ALONE.test(own))) return false;
  const mean = letters.reduce((sum, own) => sum + own, 0) / letters.length;
  return LONG.some(({ members, letters: least }) => letters.length >= members && mean >= least);
}

/** What stands before the only 的 is no longer than the members before it: qualities of one thing (开放、协同、高效的体系). */
function isAttribute(clause: string, members: readonly ListMember[]): boolean {
  const texts = members.map(({ start, end }) => clause.slice(start, end));
  const last = members.at(-1);
  const at = texts.findIndex((own) => /的(?!行为|活动|违法)/u.test(own));
  if (at < 0) return last !== undefined && clause.charAt(last.end) === '的';
  if (at === 0) return false;
  const before = Math.max(...texts.slice(0, at).map(lettersOf));
  return lettersOf((texts[at] ?? '').split('的')[0] ?? '') <= before + 1;
}

/** A part holds more than a member: 宾馆、酒店、民宿不再主动提供…. */
function isFramed(texts: readonly string[]): boolean {
  const letters = texts.map(lettersOf);
  const middle = letters.slice(1, -1);
  const most = Math.max(...middle);
  const [first = 0, last = 0] = [letters[0], letters.at(-1)];
  if (Math.max(first, last) > FRAMED_TIMES * most + FRAMED_MORE) return true;
  const going = texts.filter((own) => GOES_ON.test(own)).length;
  return going > 0 && going < texts.length;
}

/** Members without what follows the last; the last two are often joined by 和. */
function trimmed(clause: string, parts: readonly ListMember[]): Mutable[] {
  const own = parts.map((part) => ({ ...part }));
  const last = own.at(-1);
  if (last === undefined) return [];
  const tail = clause.slice(last.start, last.end);
  const ending = ET_CETERA.exec(tail);
  if (ending !== null) last.end = last.start + ending.index;
  const joined = JOINED.exec(clause.slice(last.start, last.end));
  if (joined === null || joined.index < 2) return own;
  const right = { start: last.start + joined.index + joined[0].length, end: last.end };
  if (right.end - right.start < 2) return own;
  last.end = last.start + joined.index;
  return [...own, right];
}

/** A common head behind the last member, which none of the others has, is none's: …、D建设. */
function withoutHead(clause: string, members: Mutable[]): Mutable[] {
  const last = members.at(-1);
  if (last === undefined || clause.charAt(last.end) === '等') return members;
  const from = Math.max(last.start, last.end - LONGEST_HEAD);
  const head = CLOSING_HEAD.exec(clause.slice(from, last.end));
  if (head === null || from + head.index < last.start + 2) return members;
  const others = members.slice(0, -1);
  const ends = ({ start, end }: ListMember): string =>
    clause.slice(Math.max(start, end - LONGEST_HEAD), end);
  if (others.some((own) => CLOSING_HEAD.test(ends(own)))) return members;
  last.end = from + head.index;
  return members;
}

/** Where the first object begins: behind the verb, and behind what it is of (…的) or in (…在). */
function objectStart(clause: string, { start, end }: ListMember, action: number): number {
  const from = Math.max(start, action < end - 1 ? action : start);
  const part = clause.slice(from, end);
  const inner = Math.max(part.lastIndexOf('的'), part.lastIndexOf('在'), part.lastIndexOf('向'));
  return inner >= 0 && part.length - inner > 2 ? from + inner + 1 : from;
}

function lettersOf(text: string): number {
  return text.match(LETTER)?.length ?? 0;
}
