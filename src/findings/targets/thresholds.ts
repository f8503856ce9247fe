import type { Found } from './found.js';
import type { CompiledTargets } from './lexicon.js';

/** 100万以上的城市, 百万吨级工程: what a thing must measure to be meant, not what is to be reached. */
export function isScale(
  text: string,
  found: Omit<Found, 'bound'>,
  lexicon: CompiledTargets,
): boolean {
  const rest = text
    .slice(found.end, found.end + 120)
    .replace(/^(?:[（(]不?含[^（）()]{0,8}[）)]|[）)](?=及以[上下]))/u, '')
    .replace(ROW_AFTER, '')
    .replace(RANGE_AFTER, '')
    .replace(/^二氧化碳当量/u, '');
  const lead = text
    .slice(Math.max(0, found.start - 32), found.start)
    .replace(ROW_BEFORE, '')
    .replace(RANGE_BEFORE, '');
  // 面积在八公顷以上，并具备下列条件的湿地.
  if (/(?<![持制定])在$/u.test(lead) && /^以[上下]，?[并且]/u.test(rest)) return true;
  // 以70%以上的程度; 规模超过100个标准机架的数据中心.
  if (/以$/u.test(lead) && /^(?:以[上下])?的程度/u.test(rest)) return true;
  if (
    found.kind === 'count' &&
    /(?:规模|数量|人数|户数)(?:达到?|超过?|大于|高于|低于|小于|不足)$/u.test(lead) &&
    /^(?:以[上下])?[\u4e00-\u9fff]{2,8}(?:[（(][^）)]{1,12}[）)])?的[\u4e00-\u9fff]/u.test(rest)
  )
    return true;
  if (found.kind === 'span')
    return (
      /(?:满|不足|超过|龄在)$/u.test(lead) &&
      /^(?:以[上下])?(?:不[足满][0-9一二三四五六七八九十]+(?:年|个月|日))?的(?!期限)/u.test(rest)
    );
  // 能耗在5千至1万吨标煤的企业.
  if (
    /(?<!控制|保持|稳定|维持)(?:在|介于|的为)$/u.test(lead) &&
    /^(?:以[上下])?(?:或[^，。；]{2,30})?的(?!水平|目标|范围|区间|比例|速度)/u.test(rest)
  )
    return true;
  if (
    found.kind === 'money' &&
    /^以下(?!的?[罚奖补资])(?![并且其和及与或为时的左])[\u4e00-\u9fff]/u.test(rest)
  )
    return true;
  if (found.kind !== 'money' && /^(?:等级|级(?!别))/u.test(rest)) return true;
  if (found.kind !== 'count' && /^(?:及?以[上下]|以内)的(?!罚|处罚|奖|补)/u.test(rest)) return true;
  if (
    /^时级/u.test(rest) ||
    /^(?:范围|区域(?:为|内|范围|以)|半径|为半径|以上(?:重点|大型))/u.test(rest)
  )
    return true;
  if (found.kind !== 'count' && /^及以[上下](?=[\u4e00-\u9fff])/u.test(rest)) return true;
  const bound = lexicon.boundAfter.exec(rest)?.[0];
  const counted = text.slice(Math.max(0, found.start - 4), found.start);
  if (
    bound !== undefined &&
    /人口$/u.test(counted) &&
    /^的?[\u4e00-\u9fff]/u.test(rest.slice(bound.length))
  )
    return true;
  if (
    bound !== undefined &&
    /^的?(?:城市|县城?|乡镇|企业|园区|建筑|项目|单位|机组|锅炉|公共机构|家庭|人口|用户)/u.test(
      rest.slice(bound.length),
    )
  ) {
    return (
      (!lexicon.verbBefore.test(text.slice(Math.max(0, found.start - 8), found.start)) &&
        found.kind !== 'count') ||
      /^的/u.test(rest.slice(bound.length))
    );
  }
  const before = text.slice(Math.max(0, found.start - 8), found.start);
  if (
    bound !== undefined &&
    found.kind === 'quantity' &&
    found.unit !== 'degree' &&
    isMeasured(rest, before, lexicon)
  )
    return true;
  // 对投资额达500万元以上并纳入统计的项目: who is meant, and not what is to be.
  if (
    found.kind !== 'count' &&
    /(?:^|[，。；、：])(?:（?[0-9一二三四五六七八九十]+[）、.])?对[^，。；]{2,28}(?:达到?|超过|高于)$/u.test(
      text.slice(Math.max(0, found.start - 40), found.start),
    ) &&
    /^(?:以上)?(?:并|且|的)/u.test(rest)
  )
    return true;
  // 采购最后1公里.
  if (/最后$/u.test(before) && found.unit === 'm') return true;
  // 大于200万元将不予受理, 在500万元至2000万元之间的企业.
  if (/^的?[，,]?[将则]?(?:不予|视为)/u.test(rest) && /[于过足到满]$/u.test(before)) return true;
  if (/^之间的?(?!比例|比重|差距)[\u4e00-\u9fff]/u.test(rest)) return true;
  if (
    found.kind !== 'count' &&
    OVER.test(before) &&
    WHO_MEASURES.test(rest.replace(/[“”]|两高/gu, ''))
  )
    return true;
  return (
    /^的/u.test(rest) &&
    /(?:超过|超|(?<![超不通])过|高于|低于|大于|小于|不足|不到|满|达到|突破|达)$/u.test(lead)
  );
}

/** 在1万元（含）至10万元（含）的个人: both ends of the range bound who is meant. */
const RANGE_AFTER =
  /^[至到][0-9.]{1,9}[万亿]{0,2}[^0-9.，。；、的（(]{1,3}(?:[（(]不?含[）)])?(?=的)/u;
const RANGE_BEFORE =
  /(?<=在|介于)[0-9.]{1,9}[万亿]{0,2}[^0-9.，。；、（(]{1,3}(?:[（(]不?含[）)])?[至到]$/u;

/** 首次达到2000万元、5000万元、1亿元的: one word bounds the whole row, and what follows it follows all. */
const ROW_AFTER = /^(?:[、和或][0-9.]+[万亿]*[^0-9，。；、的]{1,4})+(?=的)/u;
const ROW_BEFORE = /(?:[0-9.]{1,9}[万亿]{0,2}[^0-9.，。；、和或]{1,3}[、和或]){1,4}$/u;

/** Of a size, 50米以上公共建筑 or 150万吨/年以下加氢裂化: the noun follows at once, and nothing before says that so much is made. */
function isMeasured(rest: string, before: string, lexicon: CompiledTargets): boolean {
  const side =
    /^(?:及?以)([上下])(?!水平|目标|范围|标准)(?![并且其和及与或为时的左])[\u4e00-\u9fff]/u.exec(
      rest,
    )?.[1];
  if (side === undefined) return false;
  return side === '下' || (!lexicon.verbBefore.test(before) && !lexicon.boundBefore.test(before));
}

/** 年营收超10亿元企业, 投资过亿元项目: how large those are that are meant. */
const OVER = /(?:超过|超|过|达到|达|突破)$/u;
const WHO_MEASURES =
  /^的?(?:重大|重点|龙头|骨干|领军|规上|工业|大型|优质|标杆)*(?:企业|项目|园区|乡镇|街道|村|县|单品|品牌|商户|用户|单位|机构|学校|城市)/u;

/** 年营业收入达到2000万元以上、每年稳定增长的，给予…; 达到设计使用年限三分之二的，…: on what condition something follows. */
export function isCondition(text: string, { start, end }: Omit<Found, 'bound'>): boolean {
  // 连续两年增长的，给予…: how long it has to last is part of the condition.
  const reached =
    /(?:(?:达到|超过|超|不足|不满|满|低于|高于|少于)|连续|(?:达到|超过|不足|低于|高于|少于)[\u4e00-\u9fff]{2,10})$/u.test(
      text.slice(Math.max(0, start - 14), start),
    );
  return (
    (reached || /^以[上下]/u.test(text.slice(end))) &&
    CONDITION.test(text.slice(end, end + CONDITION_AHEAD))
  );
}

const CONDITION_AHEAD = 60;
const CONDITION =
  /^(?:以[上下])?(?:的|(?:[、或且并][^，。；：]{2,40}|[\u4e00-\u9fff]{1,6})的)，(?:给予|奖励|补助|补贴|可以?|应当?|由|按|处|责令|予以|不予|视为|或|免|减|享受|一次性|分别|经|每|[^，。；：]{2,16}(?:应当|可以|给予|不得))/u;
