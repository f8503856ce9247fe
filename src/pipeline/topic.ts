import type { TraceView } from '../findings/index.js';
import {
  createPhraseIndex,
  lookUpPhrase,
  unitsOfPhrase,
  unitsOfSection,
  unitsOfTheme,
} from '../findings/index.js';
import type { Side } from '../model/index.js';
import { nearest, UserError } from '../text/index.js';
import { addressMaker, unitIdOf } from './addresses.js';
import { labelsOfSides, phraseLexicon, themesOf } from './knowledge.js';
import { distinctDocuments } from './read.js';
import type { Workspace } from './workspace.js';

/** What is to be followed: the units on it at every side, in document order. */
export interface Topic extends Pick<TraceView, 'topic'> {
  readonly units: readonly string[];
  /** Units are on the topic wherever they stand, so that what a level adds can be told. */
  readonly everywhere: boolean;
}

/**
 * A theme by id or label, a section or sentence by address, else a phrase.
 *
 * Errors: `cli/unknown-unit` for an address of a document of the chain that has no such unit.
 */
export function topicOf(ws: Workspace, wanted: string, sides: readonly Side[]): Topic {
  const theme = themesOf(ws).find(({ id, labels }) => [id, labels.zh, labels.en].includes(wanted));
  if (theme !== undefined) {
    const labels = labelsOfSides(sides, [theme], ws.cache);
    return {
      topic: { type: 'theme', name: theme.id },
      units: unitsOfTheme(sides, labels, theme.id),
      everywhere: true,
    };
  }
  const unit = unitTopic(ws, wanted, sides);
  if (unit !== undefined) return unit;
  const lexicon = phraseLexicon(ws);
  const seed = lexicon.seeds.find(({ text }) => text === wanted);
  const phrase = lookUpPhrase(
    createPhraseIndex(distinctDocuments(sides)),
    wanted,
    seed?.variants ?? [],
  );
  return {
    topic: { type: 'phrase', name: wanted },
    units: unitsOfPhrase(phrase),
    everywhere: true,
  };
}

function unitTopic(ws: Workspace, wanted: string, sides: readonly Side[]): Topic | undefined {
  const id = unitIdOf(ws, wanted);
  const documents = distinctDocuments(sides);
  const document = documents.find(({ head }) => id.startsWith(`${head.id}/`));
  if (document === undefined) {
    // `hubei:3` of a document that is not followed is a mistake, not a phrase.
    if (/^[\w-]+[:：]/.test(wanted)) throw unknownUnit(ws, wanted, sides);
    return undefined;
  }
  const section = document.sections.find((own) => own.id === id);
  if (section !== undefined) {
    const name = `${wanted} ${section.label}${section.heading}`;
    return {
      topic: { type: 'section', name },
      units: unitsOfSection(document, id),
      everywhere: false,
    };
  }
  if (!document.sentences.some((own) => own.id === id)) throw unknownUnit(ws, wanted, sides);
  return { topic: { type: 'sentence', name: wanted }, units: [id], everywhere: false };
}

/** With the nearest addresses of sections and sentences. */
export function unknownUnit(ws: Workspace, wanted: string, sides: readonly Side[]): Error {
  const address = addressMaker(ws);
  const known = distinctDocuments(sides).flatMap(({ sections, sentences }) =>
    [...sections, ...sentences].map(({ id }) => address(id)),
  );
  const near = nearest(wanted, known, 4);
  return new UserError('cli/unknown-unit', {
    unit: wanted,
    nearest: (near.length > 0 ? near : known.slice(0, 4)).join('  '),
  });
}
