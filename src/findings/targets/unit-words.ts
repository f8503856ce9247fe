import type { UnitWord } from '../../model/index.js';
import { valueAt } from '../../text/index.js';
import type { CompiledTargets } from './lexicon.js';

/** Words that begin like a measure word: 5部门, 3家庭. */
const OTHER_WORD =
  /^(?:部[门委分曲署队]|家[庭园具电]|单位|对[接象口外内比]|种[植养质业]|支[持撑付部队]|口岸|场[所景地馆]|对应|所[示述列指称]|台账|条[件例款]|名[录单牌义]|项目|人[民才工员均群类机])/u;

/** The unit that follows, unless it is the beginning of another word: 三日均值, 五成为, 10月3日. */
export function unitIn(rest: string, before: string, lexicon: CompiledTargets): string | undefined {
  const unit = lexicon.unit.exec(rest)?.[0];
  if (unit === '日' && (/[月第]$/u.test(before) || /^日[均常益本报照]/u.test(rest)))
    return undefined;
  // 5256兆焦: 兆 is the head of another unit.
  if (unit === '兆' && /^兆[焦帕赫伏欧]/u.test(rest)) return undefined;
  if (unit !== undefined && OTHER_WORD.test(rest)) return undefined;
  if (unit === '成' && !/^成(?:以[上下]|左右|[、，。；的]|$)/u.test(rest)) return undefined;
  return unit;
}

/** 度 is a degree but where power is spoken of, or ten thousands of it. */
export function unitWordOf(
  unit: string,
  {
    written,
    text,
    start,
  }: { readonly written: string; readonly text: string; readonly start: number },
  lexicon: CompiledTargets,
): UnitWord {
  const word = valueAt(lexicon.units, unit);
  const ofPower =
    word.unit === 'degree' &&
    (/[万亿]$/u.test(written) ||
      /电[^，。；]{0,8}$/u.test(text.slice(Math.max(0, start - 12), start)));
  return ofPower ? { ...word, unit: 'kWh' } : word;
}
