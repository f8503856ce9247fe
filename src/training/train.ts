import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBackground, quantiseCount, segmentWords, writeBackground } from '../align/index.js';
import { discoverWords } from './discover-words.js';
import { goldTexts, isGold } from './gold-texts.js';
import { countNgrams } from './ngrams.js';
import { mineParallel, type ParallelText, parallelText } from './parallel.js';
import { hanRuns, roughSentences } from './rough-sentences.js';
import { tuneVectors } from './tune-vectors.js';
import { quantise, wordVectors } from './vectors.js';
import { settleVocabulary } from './vocabulary.js';

const USAGE = `usage: npm run train -- DIR[@SHARE]… [--output corpus/engine/background.bin] [--gold fixtures] [--words 28000] [--dimensions 96]

Trains the background (word list, n-gram counts, word vectors) from the .txt files below each DIR, or a SHARE of them (0.4),
so that no genre drowns the others. Vectors are then drawn together by sentences in which texts of different places on one
subject, by the names of all files, say the same.
--gold DIR: texts named in its groups.tsv and readings, and texts that share half of a reading's sentences, are left out.`;

interface Text {
  /** Of the share that is counted; all are searched for sentences that say the same. */
  readonly counted: boolean;
  readonly sentences: readonly string[];
  readonly parallel: ParallelText;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      output: { type: 'string', default: 'corpus/engine/background.bin' },
      gold: { type: 'string', default: 'fixtures' },
      words: { type: 'string', default: '28000' },
      dimensions: { type: 'string', default: '96' },
    },
  });
  if (positionals.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const dimensions = Number(values.dimensions);
  const texts = readAll(positionals, values.gold);
  const sentences = [
    ...new Set(texts.filter(({ counted }) => counted).flatMap((text) => text.sentences)),
  ];
  report(`${texts.length} texts, ${sentences.length} distinct sentences`);
  const discovered = discoverWords(sentences);
  report(`${discovered.length} strings look like words`);
  const vocabulary = settleVocabulary(sentences, discovered, Number(values.words));
  report(`${vocabulary.words.length} words kept`);
  const vectors = wordVectors(vocabulary, dimensions);
  report('vectors done');
  const data = {
    sentences: sentences.length,
    words: vocabulary.words,
    occurrences: Uint8Array.from(vocabulary.occurrences, quantiseCount),
    sentenceCounts: Uint8Array.from(vocabulary.sentenceCounts, quantiseCount),
    dimensions,
    vectors: quantise(vectors, dimensions),
    ngrams: countNgrams(sentences),
  };
  const background = parseBackground(writeBackground(data));
  const pairs = mineParallel(texts.map(({ parallel }) => parallel));
  report(`${pairs.length} pairs of sentences that say the same`);
  const idsOf = (text: string): number[] =>
    hanRuns(text)
      .flatMap((run) => segmentWords(background, run))
      .filter((id) => id >= 0);
  const tuned = Float32Array.from(
    background.vectors,
    (value, i) => value * background.vectorScales[Math.floor(i / dimensions)]!,
  );
  tuneVectors(
    tuned,
    background.wordInformation,
    pairs.map(([a, b]) => [idsOf(a), idsOf(b)]),
    report,
  );
  const bytes = writeBackground({ ...data, vectors: quantise(tuned, dimensions) });
  writeFileSync(values.output, bytes);
  report(`${values.output}: ${bytes.length} bytes`);
}

/** *In* folders, each with the share of its texts that is counted. */
function readAll(folders: readonly string[], gold: string): Text[] {
  const annotated = goldTexts(gold);
  return folders.flatMap((folder) => {
    const [, directory = folder, share = '1'] = /^(.*?)(?:@([\d.]+))?$/u.exec(folder) ?? [];
    return textFiles(directory).flatMap((path): Text[] => {
      const text = readFileSync(path, 'utf8');
      const sentences = roughSentences(text);
      if (isGold(annotated, path, sentences)) {
        report(`left out, annotated: ${path}`);
        return [];
      }
      const counted = isDrawn(path, Number(share));
      return [{ counted, sentences, parallel: parallelText(basename(path), text) }];
    });
  });
}

function textFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a text is of the share that is counted: by its name, so that another run draws the same. */
function isDrawn(path: string, share: number): boolean {
  const name = basename(path).normalize('NFC');
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32 < share;
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

main();
