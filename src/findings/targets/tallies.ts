import type { UnitWord } from '../../model/index.js';
import type { Numeral } from '../../text/index.js';
import type { Found } from './found.js';
import type { CompiledTargets } from './lexicon.js';

/**
 * A Han number up to ten with a measure word names or sums up (两个市场, 三大格局, 鄂西、鄂中、鄂东三个示范区),
 * unless a verb of making stands right before it (新增三个). 一 is an article more often than a number: never.
 */
export function isTally(
  numeral: Numeral,
  {
    written,
    before,
    rest,
  }: { readonly written: string; readonly before: string; readonly rest: string },
  word: UnitWord,
  lexicon: CompiledTargets,
): boolean {
  // 沿海、沿江等3条绿道: the sum of what stands before.
  if (word.kind === 'count' && numeral.value <= 20 && /等$/u.test(before)) return true;
  if (
    word.kind === 'count' &&
    numeral.value <= 10 &&
    /^(?:等级|档次|阶段|层次|级别|类别)/u.test(rest)
  )
    return true;
  // 自然指数前100名高校: a place in a ranking.
  if (word.kind === 'count' && /(?<![之以])前$/u.test(before) && /^[名位强家]$/u.test(word.text))
    return true;
  // 这3项技术, 最近1次公布: which ones, and not how many.
  if (
    word.kind === 'count' &&
    /(?:[这那]|如下|(?<![新以加])上|最近)$/u.test(before) &&
    numeral.value <= 20
  )
    return true;
  // 划分为三个层级, 按照7个子行业的需求: what the text goes on to list.
  if (
    word.kind === 'count' &&
    numeral.value <= 20 &&
    /(?:划?分[为成]|[归列]为|按照?)[\u4e00-\u9fff]{0,3}$/u.test(before)
  )
    return true;
  // 国家十四个煤炭基地之一: how many there are.
  if (word.kind === 'count' && /^[^，。；、]{0,20}之一/u.test(rest)) return true;
  // 连续2个记分周期 lasts, 360度 is all round.
  if (word.kind === 'count' && /连续$/u.test(before)) return true;
  if (word.unit === 'degree' && (numeral.value === 360 || numeral.value === 180)) return true;
  if (numeral.arabic || numeral.approximate) return false;
  if (word.kind === 'span')
    return written === '一' && !lexicon.boundBefore.test(before) && !/^以[上下内]/u.test(rest);
  // One-character units are nouns as well: 三方对接, 两头在外.
  const doubtful =
    word.kind === 'count' ||
    word.kind === 'ratio' ||
    (word.kind === 'quantity' && word.text.length === 1);
  // 人机物三元协同: of three elements; a sum of money is not that small without a word that bounds it.
  if (word.text === '元' && numeral.value < 10 && !lexicon.boundBefore.test(before)) return true;
  if (!doubtful) return written === '一' && !lexicon.boundBefore.test(before);
  // 一倍以上五倍以下罚款: what bounds it makes it a number.
  if (word.kind === 'ratio' && /^以[上下内]/u.test(rest)) return false;
  if (written === '一') return true;
  // 百家争鸣, 千家万户: round words alone are figures of speech.
  if (numeral.value > 10 && !/^[百千万]+$/u.test(written)) return false;
  if (numeral.value <= 10 && SUMMED_UP.test(before)) return true;
  return !lexicon.verbBefore.test(before) && !lexicon.boundBefore.test(before);
}

/** Parts of the paper itself, or of the work it orders. */
const MEASURES =
  /^(?:的)?(?:(?:年度|重点|主要|具体|重大|专项|保障|工作|政策|改革|整改|核心|关键|配套|创新|基本|标志性|一级|二级|三级|约束性|预期性)*)(?:[\u4e00-\u9fff]{0,6}(?:任务|措施|举措)|功能|方面|要求|原则|内容|环节|专题|板块|章节?|部分|指标|目标|条款|意见建议|制度机制)/u;
/** What was done or is to be: 完成12项整改任务 is a promise. */
const DONE = /(?:完成|新增|制定|出台|推出|落地|建立|形成|修订)(?:了|出|约|近|不少于|至少|超过)*$/u;

/** 提出4项重点任务, 共12项措施: counts what the paper itself lists. */
export function isTallyOfMeasures(
  { kind, unit }: Pick<Found, 'kind' | 'unit'>,
  { before, rest }: { readonly before: string; readonly rest: string },
): boolean {
  return (
    kind === 'count' && /^[项个条类大]$/u.test(unit) && MEASURES.test(rest) && !DONE.test(before)
  );
}

/** 通过实施四项任务, 围绕三个方面: what the text goes on to list. */
const SUMMED_UP = /(?:通过|围绕|按照|根据|依据|结合)[^，。；、：]{0,8}$/u;
