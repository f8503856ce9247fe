/** Character classes of Chinese text, by code unit. */

export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Blank inside a line: space, tab, no-break space, ideographic space, the Unicode space block. */
export function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Characters without width or meaning of their own: zero-width marks, BOM inside text, variation of bidi. */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0xad
  );
}

/** Ends a sentence. */
export const TERMINALS = '。！？；';
/** May follow a terminal and still belong to its sentence. */
const CLOSERS = '”’」』）〉》】〕"\')';

/** The text ends as a sentence or an introduction (：) does, closing quotes left aside. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i >= 0 && (CLOSERS.includes(text.charAt(i)) || isBlank(text.charCodeAt(i)))) i -= 1;
  return i >= 0 && '。！？；：:!?;'.includes(text.charAt(i));
}

/** Traditional characters that simplified texts do not have, of the most frequent of any paper. */
const TRADITIONAL =
  /[們國會對與關為發業說這個來時實現經濟產進動過還學習點問題標準從縣區強華東車長門開電設計劃護態環總體務農鄉鎮財稅資質檢監責單辦廳級項條規範應當統籌織領導機構]/g;
/** Fewest of them, and their least share of a text in traditional characters: there it is over a tenth. */
const FEWEST_TRADITIONAL = 3;
const LEAST_SHARE = 0.03;

/** The text is written in traditional characters. Cost: linear. */
export function hasTraditional(text: string): boolean {
  const found = text.match(TRADITIONAL)?.length ?? 0;
  if (found < FEWEST_TRADITIONAL) return false;
  return found >= LEAST_SHARE * (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0);
}
