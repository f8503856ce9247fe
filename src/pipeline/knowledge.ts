/** Themes, labels and lexicons of a corpus. */
import { type CompiledThemes, compileThemes, labelThemes } from '../align/index.js';
import {
  type Cache,
  lexiconFile,
  NO_CACHE,
  readCommitmentLexicon,
  readPhraseLexicon,
  readTargetLexicon,
} from '../corpus/index.js';
import {
  type CompiledCommitment,
  type CompiledTargets,
  compileCommitment,
  compileTargets,
  labelsByUnit,
} from '../findings/index.js';
import type { DocumentUnits, PhraseLexicon, Side, Theme, ThemeLabel } from '../model/index.js';
import { contentKey } from '../text/index.js';
import { once } from './once.js';
import type { Workspace } from './workspace.js';

/** Themes of the corpus, in the order of their files. */
export function themesOf(ws: Workspace): readonly Theme[] {
  return ws.themes();
}

/** Labels of one document; compile the themes once where several documents are labelled. */
export function labelsOf(
  document: DocumentUnits,
  themes: readonly Theme[] | CompiledThemes,
): readonly ThemeLabel[] {
  return labelThemes(document, themes);
}

/** Labels of all sentences of some sides, by unit. */
export function labelsOfSides(
  sides: readonly Side[],
  themes: readonly Theme[],
  cache: Cache = NO_CACHE,
): ReadonlyMap<string, readonly ThemeLabel[]> {
  const documents = new Map(
    sides.flatMap((side) =>
      side.documents.map((document) => [document.head.id, document] as const),
    ),
  );
  const compiled = once(() => compileThemes(themes));
  return labelsByUnit(
    [...documents.values()].flatMap((document) => {
      const key = (): string => contentKey(JSON.stringify(document), JSON.stringify(themes));
      return cache.remember('labels', key, () => labelThemes(document, compiled()));
    }),
  );
}

/** Units, measure words and bounds of the corpus, ready for `extractTargets`. */
export function targetLexicon(ws: Workspace): CompiledTargets {
  const { path, content } = lexiconFile(ws.corpus, 'units.yaml');
  const key = (): string => contentKey(path, content);
  return compileTargets(ws.cache.remember('lexicon', key, () => readTargetLexicon(content, path)));
}

/** Words of commitment of the corpus, ready for `compareCommitment`. */
export function commitmentLexicon(ws: Workspace): CompiledCommitment {
  const { path, content } = lexiconFile(ws.corpus, 'commitment.yaml');
  const key = (): string => contentKey(path, content);
  return compileCommitment(
    ws.cache.remember('lexicon', key, () => readCommitmentLexicon(content, path)),
  );
}

/** Drafters' verbs and the adverbs before them, without those that are nouns too. */
export function draftersWords(ws: Workspace): ReadonlySet<string> {
  const { path, content } = lexiconFile(ws.corpus, 'commitment.yaml');
  const { words, adverbs } = readCommitmentLexicon(content, path);
  return new Set([
    ...words.flatMap(({ text, ambiguous }) => (ambiguous ? [] : [text])),
    ...adverbs,
  ]);
}

/** Set phrases known beforehand. */
export function phraseLexicon(ws: Workspace): PhraseLexicon {
  const { path, content } = lexiconFile(ws.corpus, 'set-phrases.yaml');
  const key = (): string => contentKey(path, content);
  return ws.cache.remember('lexicon', key, () => readPhraseLexicon(content, path));
}
