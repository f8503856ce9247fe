import { endsSentence } from '../../text/index.js';
import { lineKinds } from '../blocks.js';
import type { BodyLine, DocumentInput, DocumentRule } from '../types.js';

/** Shorter lines without a full stop are titles, signatures, list heads. */
const LEAST_LENGTH = 12;
/** What a new paragraph of its own begins with: a marker, a quotation, a note. */
const OPENS =
  /^\s*(?:[（(《【*#|\\—\-–]|[①-⑳]|第?[一二三四五六七八九十百]{1,4}[、是，．.章节条]|\d{1,3}[.．、）)])/;

/** Captions, references, cells of figures: no sentences, whatever they end with. */
const NO_SENTENCE =
  /^\s*(?:[表图]\s?[\d一二三四五六七八九十A-Z]|注\s?[\d：:]|\[\d+\]|(?:GB|DB|HJ|ISO)[/T\s\d]|[A-Z]\.\d)|\d\.*%?\s+\d|式中/;

/** Annexes, and fields of a list or a form: 主要职责：. */
const LABEL = /^(?:附[件表录]|[\u4e00-\u9fff]{2,8}[：:])/;

/** A full stop of another script: `mixed-width` speaks of it, the sentence has ended. */
const LATIN_STOP = /[\u4e00-\u9fff”’）][.．]$/;

/** A line may be the rest of a sentence: it opens nothing, and is running text itself or ends a sentence. */
function isRest(line: string): boolean {
  const text = line.trim();
  return (
    !OPENS.test(line) &&
    !NO_SENTENCE.test(text) &&
    !LABEL.test(text) &&
    (/[，。；、]/.test(text) || endsSentence(text))
  );
}

interface Loose {
  readonly line: BodyLine;
  /** The line that goes on with the sentence. */
  readonly next?: BodyLine;
}

/** Text lines that end inside a sentence. */
function looseEnds(input: DocumentInput): Loose[] {
  const kinds = lineKinds(input);
  return input.lines.flatMap((line, i): Loose[] => {
    const text = line.text.trim();
    if (kinds[i] !== 'text' || text.length < LEAST_LENGTH || endsSentence(text)) return [];
    // A bracket closes a note, a formula, an abbreviation as often as it stands inside a sentence.
    if (/[）)〕\]…]$|——$/.test(text) || NO_SENTENCE.test(text)) return [];
    // A heading hangs at the end of the text: `heading-body-glued` speaks of it.
    if (
      /[。！？][”’）]?\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；]{2,30}$/.test(
        text,
      )
    )
      return [];
    // A line without marks of a sentence inside is a heading no marker shows: 痛点：结构性污染问题突出.
    if (!/[，。；]/.test(text)) return [];
    const next = input.lines[i + 1];
    const goesOn =
      next !== undefined && kinds[i + 1] === 'text' && !LATIN_STOP.test(text) && isRest(next.text);
    return [{ line, ...(goesOn && { next }) }];
  });
}

/** A paragraph cut in two by a line break. */
export const brokenLine: DocumentRule = {
  id: 'broken-line',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Line break inside a sentence', zh: '句中断行' },
  help: {
    en: 'A corpus text has one paragraph a line, so that git shows edits by paragraph. Join the two lines.',
    zh: '语料正文一段一行，便于按段查看修改。请把断开的两行接上。',
  },
  message: {
    en: 'The sentence is broken by a line end; it goes on with "{next}".',
    zh: '句子在行尾断开，下一行接“{next}”。',
  },
  bad: '坚持把扩大内需作为战略基点，加快\n培育完整的内需体系，促进消费升级。',
  good: '坚持把扩大内需作为战略基点，加快培育完整的内需体系，促进消费升级。',
  run: (input) =>
    looseEnds(input).flatMap(({ line, next }) => {
      if (next === undefined) return [];
      const end = line.start + line.text.trimEnd().length;
      return [input.at(end - 1, end, { next: next.text.trim().slice(0, 8) })];
    }),
};

/** After the last sentence an item of a list, a named table, figures: 7.备案机构名录, 合计, 1.02. */
const TAIL_OF_LIST =
  /(?:\d{1,2}[.．、][^，。；\d]{4,40}|(?<=[。；])\d{1,2}[^，。；\d]{4,40}|[A-Za-z=+×−][)）]?|(?<=[。；])[^，。；]{0,40}(?:名单|名录|目录|合计|[表图])|[\d.%<>≤≥~～-]{3})$/;

/** Who answers for what was said, by name: 责任单位：市林业局. */
const BODIES = /(?:责任|牵头|配合|参与|协办|主办|承办)(?:单位|部门)[:：][^。；]{0,400}$/;

/** Lists, contacts, forms and rows of tables end as they please. */
function isNoProse(text: string): boolean {
  const figures = text.match(/[\d.%≤≥/]/g)?.length ?? 0;
  return (
    /电话|传真|邮箱|邮编|联系人|@|https?:|www\.|\.(?:docx?|pdf|xlsx?|rar|zip)/i.test(text) ||
    /^\s*附?[件表录图][：:\d]|[》〉]\s*$|^[^，。；]*[：:][^，。；：:]{0,40}$/.test(text) ||
    figures * 4 > text.length ||
    /约束性|预期性|指标属性/.test(text) ||
    TAIL_OF_LIST.test(text) ||
    BODIES.test(text) ||
    !/[，。；]/.test(text)
  );
}

/** What hangs at the end of the last sentence: the office that signs. */
const SIGNATURE =
  /[。！](?<office>[\u4e00-\u9fff]{2,24}(?:政府|委员会|办公[厅室]|[委部局厅院署办]))$/;

/** What is the matter with the end of a paragraph. */
function endOf(text: string): { readonly what: string; readonly whatZh: string } {
  const office = SIGNATURE.exec(text)?.groups?.office;
  if (office === undefined) return { what: 'has no end', whatZh: '没有结尾' };
  return {
    what: `has a signature at its end, ${office}, that wants a line of its own`,
    whatZh: `末尾连着落款“${office}”，应另起一行`,
  };
}

/** A paragraph without its end or its beginning. */
export const halfSentence: DocumentRule = {
  id: 'half-sentence',
  scope: 'document',
  group: 'text',
  severity: 'warning',
  title: { en: 'Half a sentence', zh: '句子不完整' },
  help: {
    en: 'A paragraph ends with 。！？；： and does not begin with a mark that closes something. Compare with the original; where the original has it so, ignore it with that reason.',
    zh: '段落应以。！？；：结束，且不以收尾标点开头。请对照原文；原文如此的，请注明忽略的理由。',
  },
  message: { en: 'The paragraph {what}.', zh: '段落{whatZh}。' },
  bad: '坚持农业农村优先发展，全面推进乡村\n一、强化粮食安全保障',
  good: '坚持农业农村优先发展，全面推进乡村振兴。\n一、强化粮食安全保障',
  run: (input) => {
    const kinds = lineKinds(input);
    const ends = looseEnds(input).flatMap(({ line, next }) => {
      if (next !== undefined || isNoProse(line.text)) return [];
      const end = line.start + line.text.trimEnd().length;
      return [input.at(end - 1, end, endOf(line.text.trimEnd()))];
    });
    const begins = input.lines.flatMap((line, i) => {
      const text = line.text.trimStart();
      const before = input.lines[i - 1]?.text.trim() ?? '。';
      if (kinds[i] !== 'text' || !/^[，。、；：！？）》”’]/.test(text)) return [];
      if (kinds[i - 1] === 'text' && !endsSentence(before)) return [];
      const start = line.end - text.length;
      return [
        input.at(start, start + 1, {
          what: 'begins with a closing mark',
          whatZh: '以收尾标点开头',
        }),
      ];
    });
    return [...ends, ...begins];
  },
};
