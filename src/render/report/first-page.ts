import {
  listTitle,
  type NoteView,
  noteOf,
  partnerOf,
  type ShownEntry,
  shownOf,
  textsOf,
} from '../../findings/index.js';
import { BRIEF_WORDS } from '../../messages/index.js';
import { BRIEF_LISTS, type BriefList, type Report, type ReportPair } from '../../model/index.js';
import { itemAt, percent } from '../../text/index.js';
import { pairTitle } from './look-up.js';

/** One place of a list, as a line. */
interface FirstPageLine {
  readonly address: string;
  /** Where the partner stands, what changed; empty where there is neither. */
  readonly note: string;
  readonly text: string;
  readonly theme: string | undefined;
  readonly weight: number;
  readonly change: string | undefined;
  /** Address of the first sentence it rests on besides its own. */
  readonly partner: string | undefined;
  /** Clauses, members, changes or links that it stands for. */
  readonly held: number;
}

interface FirstPageList {
  readonly list: BriefList;
  /** `未承接 412（这里含 7 处，另有 405 处）`. */
  readonly title: string;
  readonly lines: readonly FirstPageLine[];
}

export interface FirstPage {
  readonly title: string;
  /** `67% ±3` by clause; a dash where there is nothing to carry. */
  readonly coverage: string;
  readonly lists: readonly FirstPageList[];
  /** Lists without an entry, named. */
  readonly nothing: string;
}

/** What every report says first, pair by neighbouring pair; `limit` places a list, of what is missing twice as many. */
export function firstPages(report: Report, language: 'zh' | 'en', limit: number): FirstPage[] {
  return report.pairs
    .filter(({ upstream, downstream }) => downstream === upstream + 1)
    .map((pair) => firstPage(report, pair, language, limit));
}

function firstPage(
  report: Report,
  pair: ReportPair,
  language: 'zh' | 'en',
  limit: number,
): FirstPage {
  const words = BRIEF_WORDS[language];
  const { brief } = pair;
  const [up, down] = [itemAt(report.sides, pair.upstream), itemAt(report.sides, pair.downstream)];
  const addressOf = (unit: string): string =>
    (up.units.get(unit) ?? down.units.get(unit))?.address ?? unit;
  const textOf = textsOf(brief);
  const lists = BRIEF_LISTS.map((list) =>
    shownOf(brief, list, list === 'missing' ? 2 * limit : limit, textOf),
  );
  const view = { arrow: '→', language, addressOf };
  return {
    title: pairTitle(report, pair),
    coverage: clauseShare(brief.coverage, brief.expectedError),
    lists: lists
      .filter(({ count }) => count > 0)
      .map((group) => ({
        list: group.list,
        title: listTitle(group, words),
        lines: group.shown.map((entry) => lineOf(entry, view)),
      })),
    nothing: lists
      .filter(({ count }) => count === 0)
      .map(({ list }) => words.lists[list])
      .join(words.and),
  };
}

function lineOf(entry: ShownEntry, view: NoteView): FirstPageLine {
  const { unit, text, theme, weight, change } = entry;
  const partner = partnerOf(entry);
  return {
    address: view.addressOf(unit),
    note: noteOf(entry, view).trim(),
    text: text.trim(),
    theme,
    weight,
    change: change === undefined ? undefined : `${change.from} → ${change.to}`,
    partner: partner === undefined ? undefined : view.addressOf(partner),
    held: entry.held,
  };
}

/** `67% ±3`: a share of clauses with what it may be off by, in points. */
export function clauseShare(share: number | undefined, error = 0): string {
  return share === undefined ? '—' : `${percent(share)} ±${Math.max(1, Math.round(error * 100))}`;
}
