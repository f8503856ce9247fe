import type { DocumentRule } from '../types.js';

const HAN = '[一二三四五六七八九十]{1,3}';
/** Almost a marker: wrong mark after the number, a closing bracket alone, a blank inside. */
const NEARLY = new RegExp(
  `^(?:${HAN}\\s+、|${HAN}[,，;；:：](?=[^，。；]{2,30}$)|${HAN}[）)]|\\d{1,2}[,，。](?=[\\u4e00-\\u9fff])|[（(]\\s+${HAN}\\s*[）)]|[（(]${HAN}\\s+[）)])`,
);
/** A line that begins with something that is almost a section marker. */
export const unknownMarker: DocumentRule = {
  id: 'unknown-marker',
  scope: 'document',
  group: 'structure',
  severity: 'warning',
  title: { en: 'Damaged section marker', zh: '序号残缺' },
  help: {
    en: 'GB/T 9704 knows 一、 （一） 1. （1）. A line that begins with nearly one of them (一， （二 三） 1，) is not read as a section.',
    zh: 'GB/T 9704 的层次序数为“一、”“（一）”“1.”“（1）”。行首形近而不完整的序号（一，、（二、三）、1，）不会识别为章节。',
  },
  message: { en: '"{text}" is not a section marker.', zh: '“{text}”不是规范的层次序数。' },
  bad: '一，产业发展\n坚持把发展经济着力点放在实体经济上。',
  good: '一、产业发展\n坚持把发展经济着力点放在实体经济上。',
  run: ({ lines, at }) =>
    lines.flatMap((line) => {
      const text = line.text.trimStart();
      const match = NEARLY.exec(text);
      if (match === null) return [];
      const start = line.end - text.length;
      return [at(start, start + match[0].length, { text: match[0] })];
    }),
};
