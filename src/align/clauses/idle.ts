import type { SentenceUnit } from '../../model/index.js';

/** Clauses that hold nothing to carry: when, by what right, to what end, by whom, under what condition of breach. */

const ARTICLE = /^第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?[\s\u3000]*/u;
/** 到2025年，力争到2020年，“十四五”期间， */
const TIME =
  /^(?:(?:其中|力争|预计)?[,，]?(?:力争)?(?:到|至)?\d{4}年(?:底|末)?(?:以?前)?|(?:到|至)?“?十[一二三四五]五”?(?:时期|期间|末)|近期|今后.{0,6}|当前|同时|其中)[,，:：]?$/u;
/** A sentence that says why the text itself is made: 为了……，制定本条例。 */
const PURPOSE =
  /(?:制定|制订)本(?:条例|办法|规定|方案|意见|计划|细则|法|决定|规划|行动)|特制定|提出(?:如下|以下).{0,6}意见/u;
/** 违反本条例规定，逾期不改正的， */
const CONDITION =
  /^(?:违反(?:本|前款|法律|.{0,14}规定)|有下列.{0,10}(?:之一|情形|行为)|(?:发生|有)前款.{0,6}(?:行为|情形)|逾期[不未].{0,6}的|(?:情节|后果)(?:特别)?严重的|[有没]有?违法所得.{0,14}的|违法所得.{0,20}的|构成犯罪的|(?:法律|行政法规|法规).{0,14}另有规定的)/u;
/** 根据……规定，按照……要求，结合本省实际，以……思想为指导，深入贯彻……精神， */
const BASIS =
  /^(?:应当)?(?:根据|按照|依照|依据|遵照|参照)[^，]{0,30}(?:规定|法律|法规|章程|精神|要求|部署|职责|情况|实际|需要|需求)(?:等.{0,8})?[,，。]?$|^结合.{0,10}实际|^(?:坚持)?以习近平.{0,30}(?:指导|引领)|^(?:全面|深入|认真)?(?:学习)?(?:贯彻|落实|学习)(?:落实)?.{0,8}(?:党的|习近平|党中央|中央|全国|省委|市委).{0,40}(?:精神|论述|思想|部署|决策|要求)/u;
/** 本条例自……起施行，下列用语的含义，本条例所称…… */
const FORMAL =
  /自.{2,16}(?:起施行|起实施|起执行)|同时废止|用语的含义|^本(?:条例|办法|法|规定)所称/u;
/** （省发展改革委牵头），责任单位：…… */
const BODIES =
  /^[（(].{0,80}(?:牵头|负责|配合|实施|参与|落实)[^）)]{0,10}[）)]$|^[（(]?(?:责任|牵头|配合)(?:单位|部门)/u;
const GOES_ON = /[,，:：]\s*$/u;

/** A sentence that only says why the text is made: none of its clauses has anything to carry. */
export function saysPurpose({ text, heading }: SentenceUnit): boolean {
  return !heading && PURPOSE.test(text);
}

/**
 * A clause has nothing to carry: a date, a citation, a note of responsible bodies, a condition of breach.
 *
 * *In* its text as printed. *See also* {@link saysPurpose}, which is asked once for a sentence, however many clauses it has.
 */
export function isIdle(clause: string): boolean {
  const text = clause.trim();
  const body = text.replace(ARTICLE, '');
  if (BODIES.test(text) || TIME.test(body) || BASIS.test(body) || FORMAL.test(body)) return true;
  return CONDITION.test(body) && GOES_ON.test(body);
}
