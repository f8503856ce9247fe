import type { DocumentUnits, Phrase } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';
import type { PhrasesJson } from './schema.js';

export function phrasesJson(
  documents: readonly DocumentUnits[],
  phrases: readonly Phrase[],
  absent: readonly string[],
): PhrasesJson {
  const used = new Set(
    phrases.flatMap((phrase) => [
      ...phrase.uses.flatMap((use) => [
        ...use.units,
        ...use.variants.flatMap((variant) => variant.units),
      ]),
      ...phrase.definitions.map(({ unit }) => unit),
    ]),
  );
  return {
    schema: 'duibiao.phrases/1',
    documents: documents.map(documentRef),
    phrases: phrases.map(phraseJson),
    absent: [...absent],
    units: sentencesJson(documents, used),
  };
}

function phraseJson(phrase: Phrase): PhrasesJson['phrases'][number] {
  const { first } = phrase;
  return {
    text: phrase.text,
    sources: [...phrase.sources],
    frequency: phrase.frequency,
    score: rounded(phrase.score),
    cohesion: phrase.cohesion === undefined ? null : rounded(phrase.cohesion),
    entropy: phrase.entropy === undefined ? null : rounded(phrase.entropy),
    first:
      first === undefined
        ? null
        : {
            document: first.document,
            unit: first.unit,
            date: first.date ?? null,
            level: first.level ?? null,
          },
    levels: phrase.levels.map(({ level, status, count, variants }) => ({
      level,
      status,
      count,
      variants,
    })),
    uses: phrase.uses.map((use) => ({
      document: use.document,
      level: use.level ?? null,
      date: use.date ?? null,
      status: use.status,
      count: use.count,
      units: [...use.units],
      variants: use.variants.map(({ text, kind, distance, units }) => ({
        text,
        kind,
        distance,
        units: [...units],
      })),
    })),
    definitions: phrase.definitions.map(({ document, unit, text, by }) => ({
      document,
      unit,
      text,
      by,
    })),
  };
}
