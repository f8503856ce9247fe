import type { PhraseLexicon } from '../../model/index.js';
import { lettersOf } from './text.js';

/**
 * Shortest repeated string taken for a formula. Read by hand on carbon plans: of those of four to six letters
 * nine in ten are common words (大力发展, 基础设施), of seven or eight most name things (持久性有机污染物).
 */
export const SHORTEST_FORMULA = 9;
/** Offices, indicators and measures are named alike without being a formula. */
const NAME_TAIL =
  /(?:领导小组|委员会|办公室|部门|人民政府|有限公司|[省市县区厅局部]|利用|应用|改造|认证|监管|问题|建设|规划|保护|回收|处置|治理|单位|项目|领域|平台|设施|行业|企业|产品|技术|基础上|办法|条例|方案|机构|人员|活动|服务|标准|制度|资源|资金|比重|占比|总量|总值|面积|规模|强度|[^效]率|等|以上|以下)$/u;
/** Pieces of rules: what they apply to is not in them. */
const PIECE =
  /^(?:应当|可以|不得|以上|级以上|违反本|按照|依照|根据|依据|到[0-9]|[0-9]|年|月|日|第|本条例|本办法|县级|国务院|单位|个人|的|其他|有关|主管|设区|上人)|(?:应当|可以|不得|根据|按照|依照|以及|应|并|加快|推动|推进|开展|加强|实施|完善|建立|健全|关于|达到|进行|发展|工作|管理|相关|及其|规定|行为|责任|情况|要求|或者|人民|国务)$/u;

/** An action with what it is done to is a measure that is copied, not a formula. */
const MEASURE =
  /^(?:继续|充分认识|有效控制|因地制宜|实施|开展|加大|完善|提高|强化|大力|加快|严格|组织|提升|逐步|合理|落实|推进|推动|推行|推广|加强|建立|健全|支持|鼓励|部门|优化|构建|深化|促进|探索|制定|积极|研究|引导|培育|打造|发展|提供|做好|严控|巩固|依法|重点|采取|给予|处以|造成|责令|未|对|由|向|经|受|拒|违反|进行|负责|坚持集中|编制|纳入|不再|禁止|擅自|逾期|新建|改造|增强|扩大|拓展|形成|完成|实现)/u;

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
