import type { PhraseLexicon } from '../../model/index.js';
import { lettersOf } from './text.js';

/**
 * Shortest repeated string taken for a formula. Read by hand on carbon plans: of those of four to six letters
 * nine in ten are common words (大力发展, 基础设施), of seven or eight most name things (持久性有机污染物).
 */
export const SHORTEST_FORMULA = 9;
/** Offices, indicators and measures are named alike without being a formula. */
const NAME_TAIL =
  /(?:领导小组|委员会|办公室|部门|人民政府|有限公司|[省市县区厅局部]|利用|应用|改造|认证|监管|问题|建设|规划|保护|回收|处置|治理|单位|项目|领域|平台|设施|行业|企业|产品|技术|基础上|办法|条例|方案|机构|人员|活动|服务|标准|制度|资源|资金|比重|占比|总量|总值|面积|规模|强度|[^效]率|等|以上|以下|法|权重|装机|机制|产业|评估|审核|督察|执法|预案|清单|水源|水源地|水体|纲要|基地|示范区|试点|工程|地区|城市|规范|意见|通知|任务|合同|会议|成员|权益)$/u;
/** Pieces of rules: what they apply to is not in them. */
const PIECE =
  /^(?:应当|可以|不得|以上|级以上|违反本|按照|依照|根据|依据|到[0-9]|[0-9]|年|月|日|第|本条例|本办法|县级|国务院|单位|个人|的|其他|有关|主管|设区|上人)|(?:应当|可以|不得|根据|按照|依照|以及|应|并|加快|推动|推进|开展|加强|实施|完善|建立|健全|关于|达到|进行|发展|工作|管理|相关|及其|规定|行为|责任|情况|要求|或者|人民|国务)$/u;

/** An action with what it is done to is a measure that is copied, not a formula. */
const MEASURE =
  /^(?:继续|充分认识|有效控制|因地制宜|实施|开展|加大|完善|提高|强化|大力|加快|严格|组织|提升|逐步|合理|落实|推进|推动|推行|推广|加强|建立|健全|支持|鼓励|部门|优化|构建|深化|促进|探索|制定|积极|研究|引导|培育|打造|发展|提供|做好|严控|巩固|依法|重点|采取|给予|处以|造成|责令|未|对|由|向|经|受|拒|违反|进行|负责|坚持集中|编制|纳入|不再|禁止|擅自|逾期|新建|改造|增强|扩大|拓展|形成|完成|实现)/u;

/** What is reported or promised of a whole: 绿色生活方式普遍推广, 居民收入增长和经济增长基本同步. */
const PREDICATE =
  /(?:显著|明显|更加|普遍|基本|持续|有效|全面|不断|大幅|得到|初步|根本)[\u4e00-\u9fff]{0,4}(?:增强|提升|提高|改善|优化|形成|牢固|推广|管控|遏制|好转|完善|建立|健全|突破|现代化|同步|衔接|统一|显现|实现|深化|巩固|消除)$|(?:成效显著|深入人心|有效衔接)$/u;
/** What calls to something: the beginning of a slogan or of an instruction that all repeat. */
const CALL =
  /^(?:坚持|贯彻|全面准确|践行|高举|弘扬|坚定|坚决|维护|打好|打赢|办好|全面建|全面从|全面深|全面依|全面推|全面贯|全面落|深入打|深入实|深入贯|深入推|充分发挥|统筹|走.*路$|把|让|以|不忘|牢记|解放|创新和完善|牢牢|筑牢|夯实|共建|共享|守住|始终|确保经济|确保国家)/u;
/** What the doctrine of the day is made of. */
const DOCTRINE =
  /思想$|思想为|主义|精神$|精神文明|中国特色|现代化(?:$|国家|经济体系|强国|建设|新征程|基本)|共同体|核心价值|初级阶段|金山银山|山水林田湖|攻坚战|总基调|新格局|发展格局|新理念|发展理念|发展战略|发展道路|党的|共产党|党中央|党对|伟大|中华民族|民族复兴|高质量发展|生态文明|市场活力|获得感|一个中国|乡村振兴|改革开放/u;

/** Whether a string says what such texts repeat word by word; names of things and measures do not. */
function isSaying(text: string): boolean {
  return PREDICATE.test(text) || CALL.test(text) || DOCTRINE.test(text);
}

/** Whether a string that articles of a statute repeat is a saying; what they rule on is repeated because it is ruled on. */
export function isDoctrine(text: string): boolean {
  return DOCTRINE.test(text);
}

/** A string that begins inside a listed phrase or ends inside one is cut out of it (碳中和工作 of 碳达峰、碳中和工作). */
function cutsSeed(text: string, seeds: readonly string[]): boolean {
  return seeds.some((seed) => {
    if (text.includes(seed)) return false;
    for (let length = 3; length < seed.length; length += 1) {
      if (text.startsWith(seed.slice(-length)) || text.endsWith(seed.slice(0, length))) return true;
    }
    return false;
  });
}

/** Whether a repeated string reads like a formula: no name, no piece of a rule, no measure, whole at its ends. */
export function isFormula(text: string, lexicon: PhraseLexicon): boolean {
  const { start, end } = lexicon.edges;
  const seeds = lexicon.seeds.map((seed) => lettersOf(seed.text));
  return (
    isSaying(text) &&
    /^[\u4e00-\u9fff0-9]+$/u.test(text) &&
    !NAME_TAIL.test(text) &&
    !MEASURE.test(text) &&
    !text.includes('等') &&
    !cutsSeed(text, seeds) &&
    !PIECE.test(text) &&
    !start.includes(text.charAt(0)) &&
    !end.includes(text.slice(-1)) &&
    !/^[0-9]|[0-9]$/u.test(text)
  );
}
