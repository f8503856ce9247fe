import { QUALITY_WORDS } from '../../messages/index.js';
import type { DocumentUnits, Doubt, TextQuality } from '../../model/index.js';
import { harmless, percent } from '../../text/index.js';

type Language = 'zh' | 'en';

/** Doubts about the text itself, on which every figure rests; a guessed head alone spoils none. */
const OF_TEXT: ReadonlySet<Doubt> = new Set(['lost-text', 'open-paragraphs', 'damaged-lines']);
/** Longest title shown, in characters. */
const LONGEST_TITLE = 40;

/** What is doubtful about a text, in words; empty where nothing is. */
export function doubtsText(quality: TextQuality, language: Language): string {
  const words = QUALITY_WORDS[language];
  const shares = { open: percent(quality.open), damaged: percent(quality.damaged) };
  return quality.doubts
    .map((doubt) => {
      const said = words.doubts[doubt];
      return typeof said === 'string' ? said : said(shares);
    })
    .join(words.between);
}

/** What is doubtful about texts, for programs; nothing where none is. */
export function doubtsJson(documents: readonly DocumentUnits[]): {
  readonly doubtful?: { document: string; doubts: Doubt[] }[];
} {
  const said = new Map<string, { document: string; doubts: Doubt[] }>(
    documents.flatMap(({ head, quality }) =>
      quality === undefined || quality.doubts.length === 0
        ? []
        : [[head.id, { document: head.id, doubts: [...quality.doubts] }] as const],
    ),
  );
  return said.size === 0 ? {} : { doubtful: [...said.values()] };
}

/**
 * The one line that goes before figures resting on doubtful texts; `undefined` where none does.
 * A document named by several sides is said once.
 */
export function doubtfulTexts(
  documents: readonly DocumentUnits[],
  language: Language,
): string | undefined {
  const words = QUALITY_WORDS[language];
  const said = new Map<string, string>();
  for (const { head, quality } of documents) {
    if (quality === undefined || !quality.doubts.some((doubt) => OF_TEXT.has(doubt))) continue;
    const { length } = head.title;
    const title = length === 0 ? head.id : head.title.slice(0, LONGEST_TITLE);
    said.set(
      head.id,
      words.document({
        title: harmless(length > LONGEST_TITLE ? `${title}…` : title),
        doubts: doubtsText(quality, language),
      }),
    );
  }
  if (said.size === 0) return undefined;
  return words.rests({ documents: [...said.values()].join(words.between) });
}
