/** Corpora on disk: document heads, corpus.yaml, ids, aliases, data files. */
export { withDocuments } from './add.js';
export { type Cache, NO_CACHE, openCache } from './cache.js';
export { cacheFolder, programContent, programFingerprint } from './cache-folder.js';
export { cachedTokens } from './cache-tokens.js';
export { cleanTextOf, documentFileText, fileHeadOf, TEXT_FORMS } from './clean-text.js';
export {
  type CheckConfig,
  CONFIG_PARTS,
  configText,
  NO_CONFIG,
  readConfigFile,
} from './config-file.js';

export { readCorpusFile } from './corpus-file.js';
export {
  type DocumentFileHead,
  hasHead,
  readDocumentFile,
  readDocumentHead,
} from './document-file.js';
export { dropLitter, whileLocked } from './folder-lock.js';
export { changedSince, extractRevision, fileAtRevision, gitFolder } from './git.js';
export { keptFile, markUsed, removeKept } from './kept-file.js';
export { readCommitmentLexicon, readPhraseLexicon, readTargetLexicon } from './lexicon-file.js';
export { readLinksFile, readSwapsFile } from './links-file.js';
export { type LinksChange, linksText, subjectOf } from './links-text.js';
export {
  type Corpus,
  type CorpusEntry,
  corpusEntries,
  engineFolder,
  lexiconFile,
  lexiconNames,
  linksFile,
  openCorpus,
  ownFitPlace,
  ownLexiconBytes,
  type StoredTheme,
  themeFiles,
} from './load.js';
export { type LockFile, lockText, readLockFile } from './lock-file.js';
export { readMisreadings } from './misreadings-file.js';
export { compileNames, readNamesFile } from './names-file.js';
export { type CorpusOutput, documentOutputs, splitFiles } from './split.js';
export { answersText, editedTheme, readAnswers } from './theme-edit.js';
export { readTheme } from './theme-file.js';
export { readThemeFile, readThemes } from './theme-folder.js';
export { type ThemeDraft, themeFileText } from './theme-text.js';
export { writeWhole } from './write-whole.js';
export { YamlReader } from './yaml-reader.js';
