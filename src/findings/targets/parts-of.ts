import type { TargetBound } from '../../model/index.js';
import type { Found } from './found.js';
import { clauseBefore } from './noun-phrases.js';

const BOUNDS: Readonly<Record<string, TargetBound>> = {
  超过: 'at-most',
  高于: 'at-most',
  大于: 'at-most',
  低于: 'at-least',
  少于: 'at-least',
  小于: 'at-least',
};
const PART =
  /^(?<part>[^不]{0,60}?)(?:一般|原则上|最高){0,2}不(?:得|应|能)?(?<word>超过|高于|大于|低于|少于|小于)(?<whole>[^，。；：0-9]{2,24}?)的?(?<row>(?:[0-9.]{1,8}[%％][、和]){0,8})$/u;

/** 资助金额不超过项目总投资的30%: what bounds a share stands before its whole. */
export function partOf(
  item: Found,
  text: string,
  clauseStart: number,
): { readonly noun: string; readonly bound: TargetBound } | undefined {
  if (item.kind !== 'share' || item.bound !== 'exact') return undefined;
  const about = /^(?:大约|约)(占[^，。；：]{2,24})的$/u.exec(
    text.slice(clauseStart, item.start),
  )?.[1];
  if (about !== undefined) return { noun: about, bound: 'about' };
  const {
    part = '',
    word = '',
    whole = '',
  } = PART.exec(text.slice(clauseStart, item.start))?.groups ?? {};
  const bound = BOUNDS[word];
  if (bound === undefined) return undefined;
  const own = part.replace(
    /^[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.]|^(?:按照?|以|且|并)+|(?<=.)(?:按照?|以)$/u,
    '',
  );
  const what = own === '' ? clauseBefore(text, item.start, 0) : own;
  return { noun: what === undefined ? whole : `${what}占${whole}`, bound };
}
