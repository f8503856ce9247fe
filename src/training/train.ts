import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { quantiseCount, writeBackground } from '../align/index.js';
import { discoverWords } from './discover-words.js';
import { countNgrams } from './ngrams.js';
import { roughSentences } from './rough-sentences.js';
import { wordVectors } from './vectors.js';
import { settleVocabulary } from './vocabulary.js';

const USAGE = `usage: npm run train -- DIR… [--output corpus/lexicon/background.bin] [--exclude FILE]… [--words 22000] [--dimensions 96]

Trains the background (word list, word vectors, n-gram counts) from every .txt below DIR.
--exclude FILE leaves FILE out, and every text that shares half of its sentences: for measuring on texts not seen.`;

/** Share of common sentences from which two texts count as the same document. */
const SAME_DOCUMENT = 0.5;

interface Text {
  readonly name: string;
  readonly sentences: readonly string[];
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      output: { type: 'string', default: 'corpus/lexicon/background.bin' },
      exclude: { type: 'string', multiple: true, default: [] },
      words: { type: 'string', default: '22000' },
      dimensions: { type: 'string', default: '96' },
    },
  });
  if (positionals.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const excluded = new Set(
    values.exclude.flatMap((path) => roughSentences(readFileSync(path, 'utf8'))),
  );
  const texts = positionals.flatMap(readTexts).filter((text) => !isExcluded(text, excluded));
  const sentences = [...new Set(texts.flatMap((text) => text.sentences))].filter(
    (s) => !excluded.has(s),
  );
  report(`${texts.length} texts, ${sentences.length} distinct sentences`);
  const discovered = discoverWords(sentences);
  report(`${discovered.length} strings look like words`);
  const vocabulary = settleVocabulary(sentences, discovered, Number(values.words));
  report(`${vocabulary.words.length} words kept`);
  const vectors = wordVectors(vocabulary, Number(values.dimensions));
  report('vectors done');
  const bytes = writeBackground({
    sentences: sentences.length,
    words: vocabulary.words,
    occurrences: Uint8Array.from(vocabulary.occurrences, quantiseCount),
    sentenceCounts: Uint8Array.from(vocabulary.sentenceCounts, quantiseCount),
    dimensions: Number(values.dimensions),
    vectors,
    ngrams: countNgrams(sentences),
  });
  writeFileSync(values.output, bytes);
  report(`${values.output}: ${bytes.length} bytes`);
}

function readTexts(directory: string): Text[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({
      name: relative(directory, path),
      sentences: roughSentences(readFileSync(path, 'utf8')),
    }));
}

function isExcluded(text: Text, excluded: ReadonlySet<string>): boolean {
  if (excluded.size === 0 || text.sentences.length === 0) return false;
  const shared = text.sentences.filter((sentence) => excluded.has(sentence)).length;
  if (shared < text.sentences.length * SAME_DOCUMENT) return false;
  report(`left out: ${text.name}`);
  return true;
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

main();
