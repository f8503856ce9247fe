import { SEARCH_WORDS } from '../../messages/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import { percent } from '../../text/index.js';
import type { Source, SourcePassage } from './analyse.js';
import { type SourcesView, sentenceTexts } from './view.js';

const SIGNS = { verbatim: '=', adapted: '~', paraphrased: '≈' } as const;
const ASCII_SIGNS = { verbatim: '=', adapted: '~', paraphrased: '%' } as const;
const ALIGN = ['right', 'right', 'right', 'left', 'left', 'left'] as const;

/** Sources in a table, then the first passages of each: what stands above, what was made of it. */
export function renderSources(found: SourcesView, view: AnalysisView, most: number): string {
  const words = SEARCH_WORDS[view.language];
  const { side, sources, papers } = found;
  const name = side.documents[0]?.head.title || side.name;
  const head = titled(words.sources({ name, papers }), view);
  if (sources.length === 0)
    return `${[...head, ...wrapped(words.noSources, 0, view)].join('\n')}\n`;
  const { levels } = COMPARE_WORDS[view.language];
  const table = sources.map(({ path, document: { head: own }, share, clauses, found: there }) => [
    percent(share),
    String(clauses),
    percent(there),
    own.level === undefined ? '' : levels[own.level],
    own.date ?? '',
    path,
  ]);
  return `${[
    ...head,
    tableOf(words.table, table, view, ALIGN).trimEnd(),
    ...aside(
      view.ascii ? words.legend.replace('≈', ASCII_SIGNS.paraphrased) : words.legend,
      0,
      view,
    ),
    ...sources.flatMap((source, i) => passageLines(source, i + 1, { found, view, most })),
  ].join('\n')}\n`;
}

interface Shown {
  readonly found: SourcesView;
  readonly view: AnalysisView;
  /** Passages of each source. */
  readonly most: number;
}

function passageLines(
  { document, passages }: Source,
  rank: number,
  { found, view, most }: Shown,
): string[] {
  const words = SEARCH_WORDS[view.language];
  const signs = view.ascii ? ASCII_SIGNS : SIGNS;
  const [above, own] = [sentenceTexts([document]), sentenceTexts(found.side.documents)];
  const shown = telling(passages, own, most);
  const rest = passages.length - shown.length;
  const { title, id } = document.head;
  return [
    '',
    ...titled(words.source({ rank, title: title || id }), view),
    ...shown.flatMap(({ upstream, downstream, relation }) => [
      ...wrapped(`${signs[relation]} ${own(downstream)}`, 0, view),
      ...aside(above(upstream), 4, view),
    ]),
    ...(rest > 0 ? aside(words.more({ count: rest }), 0, view) : []),
  ];
}

/** Those that say most, in the order of the document: headings are carried by everybody. */
function telling(
  passages: readonly SourcePassage[],
  own: (ids: readonly string[]) => string,
  most: number,
): SourcePassage[] {
  const weight = ({ downstream, score }: SourcePassage): number => own(downstream).length * score;
  const best = new Set([...passages].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return passages.filter((passage) => best.has(passage));
}
