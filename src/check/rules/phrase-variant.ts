import type { CorpusRule, DocumentFacts, Mention } from '../types.js';

const ORDER = ['national', 'province', 'city', 'county'];

/** One document quotes a phrase of a higher level with another character in it. */
export const phraseVariant: CorpusRule = {
  id: 'phrase-variant',
  scope: 'corpus',
  group: 'phrase',
  severity: 'warning',
  title: { en: 'Variant of an upstream set phrase', zh: '提法与上位文件不一致' },
  help: {
    en: 'A phrase in “” that differs by one character from one quoted upstream, and that the upstream never uses: “四个意思” for “四个意识”. Phrases that differ in a numeral, and those several documents use, are other phrases. A note where fewer than three documents have the upstream phrase.',
    zh: '下位文件引号中的提法与上位文件只差一字，而上位文件没有这种说法，如“四个意识”写成“四个意思”。数字不同、或多个文件都用的，视为另一提法；提法见于不足三个文件时仅作提示。',
  },
  message: {
    en: '“{text}” differs by one character from “{upstream}” in {document}.',
    zh: '“{text}”与{document}的“{upstream}”只差一字。',
  },
  bad: 'Upstream: 增强“四个意识”。 Downstream: 增强“四个意思”。',
  good: 'Upstream: 增强“四个意识”。 Downstream: 增强“四个意识”。',
  run: ({ documents }) => {
    const users = new Map<string, number>();
    for (const { quoted } of documents)
      for (const { text } of quoted) users.set(text, (users.get(text) ?? 0) + 1);
    const frames = framesOf([...users.keys()]);
    return documents.flatMap((document) => variantsIn(document, { documents, users, frames }));
  },
};

interface Quoted {
  readonly documents: readonly DocumentFacts[];
  /** Documents by phrase. */
  readonly users: ReadonlyMap<string, number>;
  /** How many characters fill a phrase's gap, by the phrase with a gap. */
  readonly frames: ReadonlyMap<string, number>;
}

/** What a phrase is with one character left out, for each of them. */
const gaps = (text: string): string[] =>
  [...text].map((_, i) => `${text.slice(0, i)}_${text.slice(i + 1)}`);

function framesOf(phrases: readonly string[]): Map<string, number> {
  const frames = new Map<string, number>();
  for (const text of phrases)
    for (const gap of gaps(text)) frames.set(gap, (frames.get(gap) ?? 0) + 1);
  return frames;
}

function variantsIn(document: DocumentFacts, { documents, users, frames }: Quoted) {
  const level = ORDER.indexOf(document.level ?? '');
  const above = documents.filter((other) => {
    const rank = ORDER.indexOf(other.level ?? '');
    return rank >= 0 && rank < level;
  });
  const phrases = new Map<string, DocumentFacts>();
  for (const other of above)
    for (const { text } of other.quoted) if (!phrases.has(text)) phrases.set(text, other);
  return document.quoted.flatMap((mention: Mention) => {
    const { text, place, section } = mention;
    // A mould that each fills with its own: 互联网+监测.
    if (/[+＋]/.test(text)) return [];
    if (phrases.has(text) || (users.get(text) ?? 0) > 1) return [];
    const found = [...phrases].find(([phrase]) => differsByOne(text, phrase));
    if (found === undefined) return [];
    const [upstream, owner] = found;
    const known = users.get(upstream) ?? 0;
    // 一企一策, 一园一策, 一人一策: a mould, not a slip.
    const shared = gaps(text).find((gap) => gaps(upstream).includes(gap));
    if ((frames.get(shared ?? '') ?? 0) >= MOULD || isSibling(text, known, documents.length))
      return [];
    return [
      {
        path: document.path,
        place,
        params: { text, upstream, document: owner.id ?? owner.path },
        key: text,
        // A phrase of one document alone may have a sibling of its own right: 多网合一, 多规合一.
        ...(known < ESTABLISHED && { severity: 'info' as const }),
        ...(document.id !== undefined && { document: document.id }),
        ...(section !== undefined && { section }),
      },
    ];
  });
}

/** So many documents make a wording a set phrase; two may share a passing one. */
const ESTABLISHED = 3;

/** So many phrases of one mould: any may be meant. */
const MOULD = 3;

/** Short phrases have siblings of other meaning (海滨城市, 海绵城市): in many documents only a longer one gives a slip away. */
const LONG = 6;
const MANY_DOCUMENTS = 20;

function isSibling(text: string, known: number, documents: number): boolean {
  if (documents <= MANY_DOCUMENTS) return false;
  return text.length < LONG || known < ESTABLISHED;
}

const MARK = /[^\p{L}\p{N}]/u;
const NUMERAL = /[一二三四五六七八九十百千万两零〇\d]/;

/** One character replaced, none a numeral or a mark. */
function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  const replaced = a.charAt(at) + b.charAt(at);
  if (at < 0 || NUMERAL.test(replaced) || MARK.test(replaced)) return false;
  return a.slice(at + 1) === b.slice(at + 1);
}
