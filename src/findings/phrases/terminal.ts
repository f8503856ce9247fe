import { PHRASES_WORDS } from '../../messages/index.js';
import type { Level, Phrase, PhraseLevel, PhraseStatus } from '../../model/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  type PlaceOf,
  rangeText,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import { inkOf, itemAt } from '../../text/index.js';

const SIGNS: Readonly<Record<PhraseStatus, string>> = { identical: '=', variant: '~', absent: '-' };

/** Set phrases × levels: who has them in the same words, varied, not at all. */
export function renderPhrases(
  phrases: readonly Phrase[],
  view: AnalysisView & { readonly limit: number },
): string {
  const words = PHRASES_WORDS[view.language];
  if (phrases.length === 0) return `${words.none}\n`;
  const levels = itemAt(phrases, 0).levels.map(({ level }) => level);
  const names = COMPARE_WORDS[view.language].levels;
  const shown = phrases.slice(0, view.limit);
  const rows = shown.map((phrase) => [
    phrase.text,
    ...levels.map((level) => levelText(phrase.levels.find((own) => own.level === level))),
    phrase.first === undefined
      ? ''
      : `${view.addressOf(phrase.first.unit)}${phrase.first.date === undefined ? '' : ` ${phrase.first.date}`}`,
  ]);
  const head = [words.phrase, ...levels.map((level: Level) => names[level]), words.first];
  const more =
    shown.length < phrases.length
      ? aside(words.more({ shown: shown.length, all: phrases.length }), 0, view)
      : [];
  return `${tableOf(head, rows, view)}${[...aside(words.legend, 0, view), ...more].join('\n')}\n`;
}

function levelText(own: PhraseLevel | undefined): string {
  if (own === undefined) return '';
  if (own.status === 'absent') return SIGNS.absent;
  const identical = own.count > 0 ? [`${SIGNS.identical} ${own.count}`] : [];
  const varied = own.variants > 0 ? [`${SIGNS.variant} ${own.variants}`] : [];
  return [...identical, ...varied].join('  ');
}

/** One phrase in every document: its sentences, its variants and how they differ, what it is said to mean. */
export function renderPhrase(
  phrase: Phrase,
  similar: readonly string[],
  placeOf: PlaceOf,
  view: AnalysisView,
): string {
  const words = PHRASES_WORDS[view.language];
  const { bold } = inkOf(view.color);
  if (phrase.first === undefined) {
    const near =
      similar.length === 0 ? [] : wrapped(words.nearest({ texts: similar.join(' · ') }), 0, view);
    return `${[...wrapped(words.absentHere({ text: phrase.text }), 0, view), ...near].join('\n')}\n`;
  }
  const sentence = (unit: string): string[] => {
    const place = placeOf(unit);
    const at = `${view.addressOf(unit)} ${words.line}${rangeText(place?.span.lines)}`;
    return wrapped(`${at}  ${place?.unit.text ?? ''}`, 4, view);
  };
  const uses = phrase.uses
    .filter(({ status }) => status !== 'absent')
    .flatMap((use) => [
      ...wrapped(
        `${SIGNS[use.status]} ${view.addressOf(use.document)}  ${words.status[use.status]}`,
        0,
        view,
      ),
      ...use.units.flatMap(sentence),
      ...use.variants.flatMap((variant) => [
        ...wrapped(`${SIGNS.variant} ${variant.text}  (${words.kinds[variant.kind]})`, 2, view),
        ...variant.units.flatMap(sentence),
      ]),
    ]);
  const without = phrase.uses.filter(({ status }) => status === 'absent');
  const absent =
    without.length === 0
      ? []
      : wrapped(
          `${SIGNS.absent} ${words.status.absent}: ${without.map(({ document }) => view.addressOf(document)).join(', ')}`,
          0,
          view,
        );
  const definitions = phrase.definitions.flatMap(({ unit, text }) =>
    wrapped(`${words.means}  ${text}  (${view.addressOf(unit)})`, 0, view),
  );
  const first = `${words.first} ${view.addressOf(phrase.first.unit)} ${phrase.first.date ?? ''}`;
  return `${[
    ...titled(phrase.text, view).map((line) => bold(line)),
    ...aside(first.trimEnd(), 0, view),
    ...uses,
    ...absent,
    ...definitions,
  ].join('\n')}\n`;
}
