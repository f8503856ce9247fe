import { BRIEF_WORDS, type BriefWords, COMPARE_TEXTS } from '../../messages/index.js';
import type { Brief, BriefEntry, BriefList, SentenceUnit } from '../../model/index.js';
import { groupBy, valueAt } from '../../text/index.js';

/** An entry as a page shows it, with how many of the list it holds. */
export interface ShownEntry extends BriefEntry {
  readonly held: number;
}

/** A list as a page shows it: the first entries, clauses that follow each other in one sentence as one. */
export interface BriefGroup {
  readonly list: BriefList;
  /** Entries of the whole list. */
  readonly count: number;
  readonly shown: readonly ShownEntry[];
  /** Entries that are addressed to other places. */
  readonly elsewhere: number;
  /** Entries that no shown one holds. */
  readonly more: number;
}

/** The first `limit` places of a list; entries of one sentence that touch are one place, as heavy as the heaviest. */
export function shownOf(
  brief: Brief,
  list: BriefList,
  limit: number,
  textOf: (unit: string) => string | undefined,
): BriefGroup {
  const all = brief.lists[list];
  const bySentence = groupBy(all.filter(isClause), ({ unit }) => unit);
  const shown: ShownEntry[] = [];
  const taken = new Set<BriefEntry>();
  for (const entry of all) {
    if (shown.length === limit) break;
    if (taken.has(entry)) continue;
    const text = textOf(entry.unit);
    const run = isClause(entry) ? runAround(entry, valueAt(bySentence, entry.unit), text) : [entry];
    for (const own of run) taken.add(own);
    shown.push({ ...joined(entry, run, text), held: run.length });
  }
  const elsewhere = all.filter((entry) => entry.elsewhere !== undefined).length;
  return { list, count: all.length, shown, elsewhere, more: all.length - taken.size };
}

/** Neither a change nor a link: changes stand alone. */
function isClause({ change, relation }: BriefEntry): boolean {
  return change === undefined && relation === undefined;
}

/** Clauses of the sentence that follow each other around this one, and of which it is one who says so. */
function runAround(
  entry: BriefEntry,
  clauses: readonly BriefEntry[],
  text: string | undefined,
): BriefEntry[] {
  const touch = (one: BriefEntry | undefined, next: BriefEntry | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    one.decided === next.decided &&
    (one.elsewhere === undefined) === (next.elsewhere === undefined) &&
    (one.end === next.start || JOINT.test(text?.slice(one.end, next.start) ?? ''));
  const own = [...clauses].sort((a, b) => a.start - b.start);
  const at = own.indexOf(entry);
  let [from, to] = [at, at];
  while (touch(own[from - 1], own[from])) from -= 1;
  while (touch(own[to], own[to + 1])) to += 1;
  return own.slice(from, to + 1);
}

/** What joins members of a list. */
const JOINT = /^(?:[、和及与]|以及)$/u;

function joined(entry: BriefEntry, run: readonly BriefEntry[], text = entry.text): BriefEntry {
  if (run.length === 1) return entry;
  const start = Math.min(...run.map((own) => own.start));
  const end = Math.max(...run.map((own) => own.end));
  return {
    ...entry,
    start,
    end,
    text: text.slice(start, end),
    ids: [...new Set(run.flatMap(({ ids }) => ids))],
  };
}

/** Texts of the sentences of both sides. */
export function textsOf({ upstream, downstream }: Brief): (unit: string) => string | undefined {
  const texts = new Map<string, string>(
    [...upstream.documents, ...downstream.documents].flatMap(({ sentences }) =>
      sentences.map(({ id, text }: SentenceUnit) => [id, text] as const),
    ),
  );
  return (unit) => texts.get(unit);
}

/** `未承接 430（这里含 16 处，另有 414 处）`: what is shown and what is not add up, though some of it is shown as one. */
export function listTitle({ list, count, elsewhere, more }: BriefGroup, words: BriefWords): string {
  const rest = more > 0 ? words.more({ held: count - more, more }) : '';
  const apart = elsewhere > 0 ? words.elsewhere({ count: elsewhere }) : '';
  return `${words.lists[list]} ${count}${apart}${rest}`;
}

/** The first sentence it rests on besides its own; targets and links are not sentences. */
export function partnerOf({ ids }: BriefEntry): string | undefined {
  return ids.slice(1).find((id) => id.includes('/') && !id.includes('#'));
}

/** How the note of an entry is written. */
export interface NoteView {
  readonly arrow: string;
  readonly language: 'zh' | 'en';
  readonly addressOf: (unit: string) => string;
}

/** Where the partner stands, and what changed or why it is doubtful; empty where there is neither. */
export function noteOf(entry: BriefEntry, { arrow, language, addressOf }: NoteView): string {
  const { change, relation, decided, elsewhere } = entry;
  const partner = partnerOf(entry);
  const byHand = decided === true ? `${COMPARE_TEXTS[language].decided}  ` : '';
  const where = partner === undefined ? byHand : `${arrow} ${addressOf(partner)}  `;
  if (change !== undefined) return `${where}${change.from} ${arrow} ${change.to}  `;
  if (elsewhere !== undefined)
    return `${where}${BRIEF_WORDS[language].to({ places: elsewhere.join('、') })}`;
  if (relation === undefined) return where;
  return `${where}${COMPARE_TEXTS[language].relations[relation]}${BRIEF_WORDS[language].doubt}  `;
}
