/**
 * Patterns of text that should stay in one piece: on a line (`wrap`), and in a diff (tokens).
 * Sources of regular expressions for the flags `gu`, to be joined with `|`.
 */

const HAN_DIGIT = '〇零○一二三四五六七八九';
const HAN_NUMBER = `[${HAN_DIGIT}两十百千万亿几]`;
/** A numeral in Han is shorter than this; without an end a whole text of numerals is tried from each of its places. */
const NUMERAL_LENGTH = '{1,32}';
const FIGURE = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?';
const MULTIPLIER = '[十百千万亿]{0,3}[余多]?';

/** Units of policy texts, longest first where one begins another. */
const UNITS = [
  '个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|千瓦时|千瓦|兆瓦|吨标准煤|吨|公斤',
  '美元|元|人次|人|户|家|个月|个|条|项|件|次|倍|年代|年|月|日|天|周|岁|小时|分钟|所|座|名|辆|套|张|份',
  '届|期|批|类|种|级|位|村|镇|街道|社区|季度|世纪|成|米|厘米|层|亩|艘|架|只|株|台|轮',
  '[kKMGT]?[WBbm](?:h|ps)?|km|mm|cm|kg|℃|°C?',
].join('|');

const PERCENT = '[%％‰]';
/** What follows a year; 前沿, 初步, 起步 are words of their own. */
const DAY_EDGE =
  '(?:底|末|初(?![步级心期始创])|以前|之前|前(?![沿景瞻列期])|以后|之后|起(?![步到草来]))?';
/** 统一, 唯一, 同一 … end in a numeral that is none. */
const NOT_NUMERAL = '(?<![统唯专单划同归不])';

/** `2030年前`, `二〇三五年`, `5月1日`, `“十四五”`, `本世纪中叶`. */
export const DATE = [
  `(?:1[89]|20)\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?!代)${DAY_EDGE}`,
  `\\d{1,2}月\\d{1,2}日`,
  `[一二][${HAN_DIGIT}]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?${DAY_EDGE}`,
  `[“"]?十[一二三四五六七八九]五[”"](?:时期|期间)?`,
  `十[一二三四五六七八九]五(?:时期|期间|规划)`,
  '本世纪(?:中叶|末|初)',
].join('|');

/** `12%`, `5万亿元`, `1100余条`, `三十年`, `百分之八十`, `第十三条`, `3—5年`. */
export const QUANTITY = [
  `第(?:${FIGURE}|[${HAN_DIGIT}十百]${NUMERAL_LENGTH})(?:${UNITS}|章|节|款|编)?`,
  `百分之${HAN_NUMBER}${NUMERAL_LENGTH}|[${HAN_DIGIT}十]${NUMERAL_LENGTH}分之[${HAN_DIGIT}十]${NUMERAL_LENGTH}`,
  `[+\\-−]?${FIGURE}${PERCENT}?(?:[—–~～-]{1,2}${FIGURE})?(?:${PERCENT}|${MULTIPLIER}(?:${UNITS})?)(?![A-Za-z\\d])`,
  `${NOT_NUMERAL}${HAN_NUMBER}${NUMERAL_LENGTH}[余多]?(?:${UNITS})`,
].join('|');

/** A web address; ends at the first character outside ASCII or at a closing bracket. */
export const URL_PATTERN = "(?:https?|ftp)://[!-'*-~]+|www\\.[!-'*-~]+";

/** A word of an alphabetic script with what belongs to it: `5G`, `COVID-19`, `R&D`, `don’t`. */
export const LATIN =
  "[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}\\p{Mn}]*(?:[-+&/._'’@][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}\\p{Mn}]*)*\\+*";

/** A title in book marks, without titles inside. */
export const TITLE = '《[^《》\\n]{1,80}》';
