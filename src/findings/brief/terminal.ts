import { BRIEF_WORDS, type BriefWords } from '../../messages/index.js';
import { BRIEF_LISTS, type Brief, type BriefEntry, type Theme } from '../../model/index.js';
import { type AnalysisView, aside, titled, wrapped } from '../../render/index.js';
import {
  displayWidth,
  harmless,
  inkOf,
  percent,
  TRUNCATION_MARKS,
  truncate,
} from '../../text/index.js';
import { type BriefGroup, listTitle, type NoteView, noteOf, shownOf, textsOf } from './lines.js';

interface BriefOptionsView {
  readonly themes: readonly Pick<Theme, 'id' | 'labels'>[];
  /** Places a list at most; what is missing gets twice as many. */
  readonly limit: number;
  /** Texts in full, wrapped, instead of one line each. */
  readonly whole: boolean;
}

/** Themes named in the line of themes. */
const MOST_THEMES = 5;

/** One screen: coverage, the themes that lost most, then each list with its heaviest places. */
export function renderBrief(brief: Brief, options: BriefOptionsView, view: AnalysisView): string {
  const words = BRIEF_WORDS[view.language];
  const textOf = textsOf(brief);
  const groups = BRIEF_LISTS.map((list) =>
    shownOf(brief, list, list === 'missing' ? 2 * options.limit : options.limit, textOf),
  );
  const empty = groups.filter(({ count }) => count === 0).map(({ list }) => words.lists[list]);
  const first = groups.flatMap(({ shown }) => shown)[0];
  const lines = [
    ...headLines(brief, options, words, view),
    ...groups
      .filter(({ count }) => count > 0)
      .flatMap((own) => groupLines(own, options, words, view)),
    ...(empty.length > 0 ? aside(`${words.nothing}${empty.join(words.and)}`, 0, view) : []),
    ...(first === undefined
      ? []
      : aside(
          words.open({
            up: brief.upstream.name,
            down: brief.downstream.name,
            address: view.addressOf(first.unit),
          }),
          0,
          view,
        )),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(
  { upstream, downstream, coverage, expectedError = 0, themes }: Brief,
  options: BriefOptionsView,
  words: BriefWords,
  view: AnalysisView,
): string[] {
  const arrow = view.ascii ? '->' : '→';
  const labels = new Map(options.themes.map(({ id, labels: own }) => [id, own[view.language]]));
  const error = `${view.ascii ? '+-' : '±'}${Math.max(1, Math.round(expectedError * 100))}`;
  const share = coverage === undefined ? '—' : `${percent(coverage)} ${error}`;
  const lost = themes
    .filter(({ missing }) => missing > 0)
    .slice(0, MOST_THEMES)
    .map(
      (own) => `${labels.get(own.theme) ?? own.theme} ${percent(own.coverage)}（-${own.missing}）`,
    );
  return [
    ...titled(
      `${words.brief}  ${upstream.name} ${arrow} ${downstream.name}   ${words.coverage} ${share}`,
      view,
    ),
    ...(lost.length > 0 ? wrapped(`${words.byTheme}${lost.join('  ')}`, 0, view) : []),
  ];
}

function groupLines(
  group: BriefGroup,
  { whole }: BriefOptionsView,
  words: BriefWords,
  view: AnalysisView,
): string[] {
  return [
    ...titled(listTitle(group, words), view),
    ...group.shown.flatMap((entry) => (whole ? inFull(entry, view) : [oneLine(entry, view)])),
  ];
}

/** `  hubei:11.3  确保 → 鼓励  text…`, never wider than the screen. */
function oneLine(entry: BriefEntry, view: AnalysisView): string {
  const { dim } = inkOf(view.color);
  const address = harmless(view.addressOf(entry.unit));
  const before = noteOf(entry, noteView(view));
  const room = view.width - 4 - displayWidth(address, view.ambiguousWidth);
  if (room < 12) return inFull(entry, view).join('\n');
  const text = truncate(
    harmless(before + entry.text.trim()),
    room,
    TRUNCATION_MARKS[view.language],
    view.ambiguousWidth,
  );
  return `  ${dim(address)}  ${text}`;
}

function inFull(entry: BriefEntry, view: AnalysisView): string[] {
  return wrapped(
    `${view.addressOf(entry.unit)}  ${noteOf(entry, noteView(view))}${entry.text.trim()}`,
    2,
    view,
  );
}

function noteView({ ascii, language, addressOf }: AnalysisView): NoteView {
  return { arrow: ascii ? '->' : '→', language, addressOf };
}
