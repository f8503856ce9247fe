import type {
  Alignment,
  DistinctiveTerm,
  DocumentStats,
  DocumentUnits,
  ReuseShares,
  SentenceUnit,
  Theme,
} from '../../model/index.js';
import type { LabelsByUnit } from '../coverage/analyse.js';
import { characterCount } from '../shared/characters.js';
import { linkIndex } from '../shared/link-index.js';
import { type DistinctiveOptions, distinctiveTerms, gramsOf } from './terms.js';

interface StatsOptions extends DistinctiveOptions {
  /** Alignment to the level above, with the document downstream. */
  readonly above?: Alignment;
  /** What the document's terms are compared with; default the upstream side of `above`. */
  readonly reference?: readonly DocumentUnits[];
  /** Words of a sentence; without it, character n-grams are the terms. */
  readonly words?: (sentence: SentenceUnit) => readonly string[];
}

/**
 * Size, themes, reuse and distinctive terms of one document.
 *
 * Formulas: `docs/methods.md`, Statistics. *Cost*: linear in the texts and links.
 */
export function documentStats(
  document: DocumentUnits,
  labels: LabelsByUnit,
  themes: readonly Pick<Theme, 'id'>[],
  options: StatsOptions = {},
): DocumentStats {
  const { head, sections, sentences } = document;
  const characters = charactersOf(sentences);
  const reference = options.reference ?? options.above?.upstream.documents;
  return {
    document: head.id,
    ...(head.level !== undefined && { level: head.level }),
    characters,
    sentences: sentences.length,
    sections: sections.length,
    chapters: sections.filter((section) => section.parent === undefined).length,
    themes: themes.map((theme) => themeShare(theme.id, sentences, labels, characters)),
    ...(options.above !== undefined && { reuse: reuseOf(sentences, options.above) }),
    ...(reference !== undefined && { distinctive: distinctive(document, reference, options) }),
  };
}

function charactersOf(sentences: readonly SentenceUnit[]): number {
  return sentences.reduce((sum, sentence) => sum + characterCount(sentence.text), 0);
}

function themeShare(
  theme: string,
  sentences: readonly SentenceUnit[],
  labels: LabelsByUnit,
  total: number,
): DocumentStats['themes'][number] {
  const own = sentences.filter(({ id }) =>
    (labels.get(id) ?? []).some((label) => label.theme === theme),
  );
  const characters = charactersOf(own);
  return {
    theme,
    sentences: own.length,
    characters,
    share: own.length / Math.max(1, sentences.length),
    shareByCharacters: characters / Math.max(1, total),
  };
}

function reuseOf(sentences: readonly SentenceUnit[], above: Alignment): ReuseShares {
  const links = linkIndex(above.links).downstream;
  const count = { verbatim: 0, adapted: 0, paraphrased: 0, local: 0 };
  const characters = { ...count };
  for (const { id, text } of sentences) {
    const kind = links.get(id)?.best ?? 'local';
    count[kind] += 1;
    characters[kind] += characterCount(text);
  }
  return { sentences: count, characters };
}

function distinctive(
  document: DocumentUnits,
  reference: readonly DocumentUnits[],
  options: StatsOptions,
): readonly DistinctiveTerm[] {
  const terms = options.words ?? ((sentence: SentenceUnit) => gramsOf(sentence.text));
  const others = reference.filter((other) => other.head.id !== document.head.id);
  return distinctiveTerms(
    document.sentences.flatMap(terms),
    others.flatMap((other) => other.sentences.flatMap(terms)),
    options,
  );
}
