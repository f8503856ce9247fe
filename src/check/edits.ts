import type { FindingPlace } from '../model/index.js';
import { itemAt, valueAt } from '../text/index.js';
import { linePlace } from './place.js';
import { unitKey } from './snapshot.js';
import type { DocumentFacts, RawFinding, Snapshot, SnapshotUnit, UnitFact } from './types.js';

/** What became of a sentence that no longer reads as before. */
export interface Edit {
  readonly type: 'edited' | 'deleted' | 'document-removed';
  readonly document: string;
  readonly path: string;
  /** Where it was: of an edited sentence where it is, of a deleted one the sentence before it. */
  readonly place: FindingPlace;
  readonly section?: string;
  readonly before: string;
  /** Key of what it became. */
  readonly becomes?: string;
}

export interface Edits {
  /** By the key of the sentence before; those that still stand are absent. */
  readonly gone: ReadonlyMap<string, Edit>;
  /** Keys that were not there before. */
  readonly fresh: ReadonlySet<string>;
  /** Text and place of every sentence there is now. */
  readonly now: ReadonlyMap<string, NowUnit>;
  /** Sentences there were. */
  readonly then: ReadonlyMap<string, SnapshotUnit>;
}

export interface NowUnit extends UnitFact {
  readonly document: string;
  readonly path: string;
}

type Before = Snapshot['documents'][number];

/**
 * What happened to the sentences of all documents. A sentence is the same if it says the same, wherever it stands.
 * One that is gone was edited if an unknown one stands in its place, between the same neighbours; else deleted.
 */
export function findEdits(before: Snapshot, after: readonly DocumentFacts[]): Edits {
  const gone = new Map<string, Edit>();
  const fresh = new Set<string>();
  const now = new Map<string, NowUnit>();
  const then = new Map<string, SnapshotUnit>();
  const byId = new Map(after.flatMap((document) => (document.id ? [[document.id, document]] : [])));
  for (const document of after) {
    if (document.id === undefined) continue;
    for (const unit of document.units) {
      const key = unitKey(document.id, unit.print);
      if (!now.has(key)) now.set(key, { ...unit, document: document.id, path: document.path });
    }
  }
  for (const old of before.documents) {
    for (const unit of old.units) then.set(unitKey(old.id, unit.print), unit);
    const current = likeKept(old, byId.get(old.id));
    for (const edit of current === undefined ? removed(old) : editsOf(old, current))
      gone.set(edit.key, edit);
    // Where only sentences with figures are known, an unknown one need not be new.
    if (old.only === 'figures') continue;
    const known = new Set(old.units.map(({ print }) => print));
    for (const { print } of current?.units ?? [])
      if (!known.has(print)) fresh.add(unitKey(old.id, print));
  }
  return { gone, fresh, now, then };
}

/** A document that has come to be compared with others since then keeps more of its sentences now. */
function likeKept(old: Before, current: DocumentFacts | undefined): DocumentFacts | undefined {
  if (current === undefined || old.only !== 'figures') return current;
  return { ...current, units: current.units.filter(({ numbers }) => numbers.length > 0) };
}

interface KeyedEdit extends Edit {
  readonly key: string;
}

function removed(old: Before): KeyedEdit[] {
  return old.units.map(({ print, text = '' }) => ({
    key: unitKey(old.id, print),
    type: 'document-removed',
    document: old.id,
    path: old.path,
    place: linePlace(1),
    before: text,
  }));
}

function editsOf(old: Before, current: DocumentFacts): KeyedEdit[] {
  const position = new Map<string, number>();
  current.units.forEach((unit, i) => {
    if (!position.has(unit.print)) position.set(unit.print, i);
  });
  const known = new Set(old.units.map(({ print }) => print));
  const isFresh = (i: number): boolean =>
    current.units[i] !== undefined && !known.has(current.units[i].print);
  const edits: KeyedEdit[] = [];
  for (let i = 0; i < old.units.length; ) {
    if (position.has(itemAt(old.units, i).print)) {
      i += 1;
      continue;
    }
    let end = i;
    while (end < old.units.length && !position.has(itemAt(old.units, end).print)) end += 1;
    const left = i === 0 ? -1 : valueAt(position, itemAt(old.units, i - 1).print);
    const right =
      end === old.units.length
        ? current.units.length
        : valueAt(position, itemAt(old.units, end).print);
    const places = freshRun(left, right, isFresh);
    const partners = pairUp(old.units.slice(i, end), places, current.units);
    for (let k = i; k < end; k += 1)
      edits.push(editOf(old, itemAt(old.units, k), current, { partner: partners[k - i], left }));
    i = end;
  }
  return edits;
}

/** Unknown sentences right after the left neighbour, else right before the right one. */
function freshRun(left: number, right: number, isFresh: (i: number) => boolean): number[] {
  const after: number[] = [];
  for (let i = left + 1; isFresh(i); i += 1) after.push(i);
  if (after.length > 0) return after;
  const before: number[] = [];
  for (let i = right - 1; isFresh(i); i -= 1) before.unshift(i);
  return before;
}

/** New position of each old sentence: in order where there are as many, else by likeness. */
function pairUp(
  old: readonly Before['units'][number][],
  places: readonly number[],
  units: readonly UnitFact[],
): (number | undefined)[] {
  if (old.length === places.length) return [...places];
  const free = new Set(places);
  return old.map(({ text = '' }) => {
    const ranked = [...free]
      .map((i) => ({ i, likeness: likeness(text, itemAt(units, i).text) }))
      .sort((a, b) => b.likeness - a.likeness || a.i - b.i);
    const best = ranked[0];
    if (best === undefined || best.likeness < LEAST_LIKENESS) return undefined;
    free.delete(best.i);
    return best.i;
  });
}

/** A sentence that lost or won a fifth of its length was cut, joined or written anew. */
const MOST_GROWTH = 0.2;

/** A sentence reads as another did from end to end, its figures aside. */
export function readsAlike(a: SnapshotUnit, b: SnapshotUnit): boolean {
  const longer = Math.max(a.size ?? 0, b.size ?? 0);
  const grown = Math.abs((a.size ?? longer) - (b.size ?? longer));
  if (grown > MOST_GROWTH * longer) return false;
  const words = (text = '') => text.replaceAll(/[\d０-９,.．%％‰\s]/gu, '');
  const [first, second] = [words(a.text), words(b.text)];
  return first === second || likeness(first, second) >= LEAST_LIKENESS;
}

/** Things of before that no longer stand, each with at most one thing of now that reads like it. */
export function likePartners<Item>(
  before: readonly Item[],
  after: readonly Item[],
  textOf: (item: Item) => string,
): Item[] {
  const free = new Set(after);
  return before.flatMap((old) => {
    const [best] = [...free]
      .map((item) => ({ item, alike: likeness(textOf(old), textOf(item)) }))
      .filter(({ alike }) => alike >= LEAST_LIKENESS)
      .sort((a, b) => b.alike - a.alike);
    if (best === undefined) return [];
    free.delete(best.item);
    return [best.item];
  });
}

/** Half of the character pairs in common: a sentence with a clause rewritten has more, another sentence under 0.2. */
const LEAST_LIKENESS = 0.5;

/** Share of the shorter text's character pairs that the other has; the lock keeps only the opening words. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set([...text].slice(0, -1).map((c, i) => c + text[i + 1]));
  const [first, second] = [pairs(a), pairs(b)];
  const least = Math.min(first.size, second.size);
  if (least === 0) return 0;
  return [...first].filter((pair) => second.has(pair)).length / least;
}

function editOf(
  old: Before,
  unit: Before['units'][number],
  current: DocumentFacts,
  { partner, left }: { readonly partner: number | undefined; readonly left: number },
): KeyedEdit {
  const at = current.units[partner ?? Math.max(0, left)];
  return {
    key: unitKey(old.id, unit.print),
    type: partner === undefined ? 'deleted' : 'edited',
    document: old.id,
    path: current.path,
    place: at?.place ?? linePlace(1),
    ...(at?.section !== undefined && { section: at.section }),
    before: unit.text ?? '',
    ...(partner !== undefined && {
      becomes: unitKey(old.id, itemAt(current.units, partner).print),
    }),
  };
}

/** Characters of a sentence quoted in a message. */
const QUOTED = 20;

/** The opening of a sentence, for a message. */
export function quote(text: string | undefined): string {
  if (text === undefined || text === '') return '…';
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** What a finding says of where an edit is. */
export type AtEdit = Pick<RawFinding, 'path' | 'place' | 'document' | 'section'>;

export function placeOf({ path, place, document, section }: Edit): AtEdit {
  return { path, place, document, ...(section !== undefined && { section }) };
}
