const PAGE_NUMBER = /^[\s—–\-－]*\d{1,4}[\s—–\-－]*$/u;
const MARKER =
  /^(第[一二三四五六七八九十百]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,3}[.．、]|[（(]\d+[）)]|——|附件)/u;
const CONTENTS = /\.{6,}|…{3,}|·{6,}/u;
const SENTENCE_END = /(?<=[。！？；;])/u;

/** Shorter pieces are headings and table cells: they would teach little but names. */
const MIN_LENGTH = 6;
/** Longer ones are tables or texts whose stops were lost. */
const MAX_LENGTH = 400;

/**
 * Sentences of a plain text as extracted from a PDF, good enough to count with.
 *
 * Lines are joined unless a marker or a stop says otherwise; page numbers and tables of contents are dropped.
 * The real parser (src/parse) is more careful; statistics over millions of characters do not need it.
 */
export function roughSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const raw of text.normalize('NFKC').split(/\r?\n/u)) {
    if (PAGE_NUMBER.test(raw) || CONTENTS.test(raw)) continue;
    const line = raw.replace(/\s+/gu, '');
    if (line === '') continue;
    if (MARKER.test(line)) {
      sentences.push(open);
      open = '';
    }
    const pieces = (open + line).split(SENTENCE_END);
    open = /[。！？；;]$/u.test(pieces.at(-1) ?? '') ? '' : (pieces.pop() ?? '');
    sentences.push(...pieces);
  }
  sentences.push(open);
  return sentences.filter(isSentence);
}

function isSentence(piece: string): boolean {
  if (piece.length < MIN_LENGTH || piece.length > MAX_LENGTH) return false;
  const han = piece.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= piece.length * 0.6;
}

/** Runs of Han characters: words do not cross punctuation, digits or Latin letters. */
export function hanRuns(sentence: string): string[] {
  return sentence.match(/\p{Script=Han}+/gu) ?? [];
}
