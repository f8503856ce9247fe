import type { Change } from '../../model/index.js';

/** Wordings of one set phrase that mean the same: 房住不炒 and its long form. */
export type PhraseVariants = readonly string[];

interface Place {
  readonly start: number;
  readonly end: number;
  readonly wording: string;
}

/**
 * Differences that lie inside two wordings of one set phrase become one change of the whole phrase.
 *
 * *In*: changes in order. *Out*: the same, those inside a pair of wordings replaced.
 */
export function asPhraseVariants(
  changes: readonly Change[],
  upstream: string,
  downstream: string,
  groups: readonly PhraseVariants[],
): Change[] {
  let result = [...changes];
  for (const group of groups) {
    const ups = placesOf(upstream, group);
    if (ups.length === 0) continue;
    for (const down of placesOf(downstream, group)) {
      const up = ups.find((place) => place.wording !== down.wording && meets(result, place, down));
      if (up) result = replaced(result, up, down);
    }
  }
  return result;
}

function placesOf(text: string, group: PhraseVariants): Place[] {
  const places: Place[] = [];
  for (const wording of [...group].sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) {
      const end = at + wording.length;
      if (places.every((place) => end <= place.start || at >= place.end)) {
        places.push({ start: at, end, wording });
      }
    }
  }
  return places;
}

/**
 * Every change that touches one place lies inside both, and what is equal around the changes leads from
 * the borders of one place to those of the other.
 */
function meets(changes: readonly Change[], up: Place, down: Place): boolean {
  const inside = changes.filter(
    (change) =>
      touches(change.startUp, change.endUp, up) || touches(change.startDown, change.endDown, down),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return false;
  return (
    first.startUp >= up.start &&
    last.endUp <= up.end &&
    first.startUp - up.start === first.startDown - down.start &&
    up.end - last.endUp === down.end - last.endDown
  );
}

function touches(start: number, end: number, place: Place): boolean {
  return start < place.end && end > place.start;
}

function replaced(changes: readonly Change[], up: Place, down: Place): Change[] {
  const outside = (change: Change) =>
    change.endUp <= up.start && change.endDown <= down.start
      ? -1
      : change.startUp >= up.end && change.startDown >= down.end
        ? 1
        : 0;
  const whole: Change = {
    startUp: up.start,
    endUp: up.end,
    startDown: down.start,
    endDown: down.end,
    kind: 'set-phrase',
  };
  return [
    ...changes.filter((change) => outside(change) < 0),
    whole,
    ...changes.filter((change) => outside(change) > 0),
  ];
}
