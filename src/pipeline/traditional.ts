/** Texts in traditional characters: read and compared through a mapping to simplified ones, shown as they are. */
import type { DocumentUnits, SectionUnit, SentenceUnit, Side } from '../model/index.js';
import { hasTraditional } from '../text/index.js';

/** Character by character, so that every place stays where it is. */
type Simplify = (text: string) => string;

/** Loaded only where a text asks for it: 110 kB of OpenCC's tables (`opencc-js`). */
async function loadSimplifier(): Promise<Simplify> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert = Converter({ from: 't', to: 'cn' });
  const known = new Map<string, string>();
  const one = (char: string): string => {
    const kept = known.get(char);
    if (kept !== undefined) return kept;
    const found = convert(char);
    const same = found.length === char.length ? found : char;
    known.set(char, same);
    return same;
  };
  return (text) => text.replace(/[\u3400-\u9fff]/g, one);
}

/** What reads a text in traditional characters; `undefined` for any other. */
export async function simplifierFor(text: string): Promise<Simplify | undefined> {
  return hasTraditional(text) ? loadSimplifier() : undefined;
}

/** A side as it is compared: the same units at the same places, in simplified characters. */
export async function inSimplified(side: Side): Promise<Side> {
  const traditional = side.documents.some(isTraditional);
  if (!traditional) return side;
  const simplify = await loadSimplifier();
  return {
    ...side,
    documents: side.documents.map((document) =>
      isTraditional(document) ? simplified(document, simplify) : document,
    ),
  };
}

function isTraditional({ sentences }: DocumentUnits): boolean {
  return hasTraditional(sentences.map(({ text }) => text).join('\n'));
}

function simplified(document: DocumentUnits, simplify: Simplify): DocumentUnits {
  const section = (unit: SectionUnit): SectionUnit => ({
    ...unit,
    heading: simplify(unit.heading),
  });
  const sentence = (unit: SentenceUnit): SentenceUnit => ({
    ...unit,
    text: simplify(unit.text),
    content: { ...unit.content, text: simplify(unit.content.text) },
  });
  const { title, subtitles } = document.head;
  return {
    ...document,
    head: { ...document.head, title: simplify(title), subtitles: subtitles.map(simplify) },
    sections: document.sections.map(section),
    sentences: document.sentences.map(sentence),
  };
}
