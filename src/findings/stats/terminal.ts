import { STATS_WORDS } from '../../messages/index.js';
import type { DocumentStats, DocumentUnits, Theme } from '../../model/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import { percent } from '../../text/index.js';

/** Size, theme shares, reuse and distinctive terms of each document. */
export function renderStats(
  all: readonly {
    readonly document: DocumentUnits;
    readonly stats: DocumentStats;
    readonly against?: string;
  }[],
  themes: readonly Theme[],
  view: AnalysisView,
): string {
  return all.map((own) => renderOne(own, themes, view)).join('\n');
}

function renderOne(
  { document, stats, against }: { document: DocumentUnits; stats: DocumentStats; against?: string },
  themes: readonly Theme[],
  view: AnalysisView,
): string {
  const words = STATS_WORDS[view.language];
  const labels = new Map(themes.map(({ id, labels: own }) => [id, own[view.language]]));
  const themeRows = stats.themes
    .filter(({ sentences }) => sentences > 0)
    .sort((a, b) => b.sentences - a.sentences)
    .map((theme) => [
      labels.get(theme.theme) ?? theme.theme,
      String(theme.sentences),
      percent(theme.share),
      percent(theme.shareByCharacters),
    ]);
  const align = ['left', 'right', 'right', 'right'] as const;
  const parts = [
    [
      ...titled(document.head.title || document.head.id, view),
      ...wrapped(
        words.size({
          characters: stats.characters,
          sentences: stats.sentences,
          sections: stats.sections,
          chapters: stats.chapters,
        }),
        0,
        view,
      ),
    ].join('\n'),
    ...(themeRows.length > 0 ? [tableOf(words.themes, themeRows, view, align).trimEnd()] : []),
    ...(against === undefined
      ? [aside(words.noAbove, 0, view).join('\n')]
      : againstParts(stats, against, view)),
  ];
  return `${parts.join('\n')}\n`;
}

function againstParts(stats: DocumentStats, against: string, view: AnalysisView): string[] {
  const words = STATS_WORDS[view.language];
  const { relations } = COMPARE_WORDS[view.language];
  const align = ['left', 'right', 'right', 'right'] as const;
  const { reuse, distinctive = [] } = stats;
  const reuseRows =
    reuse === undefined
      ? []
      : (['verbatim', 'adapted', 'paraphrased', 'local'] as const).map((relation) => [
          relations[relation],
          String(reuse.sentences[relation]),
          percent(reuse.sentences[relation] / Math.max(1, stats.sentences)),
          percent(reuse.characters[relation] / Math.max(1, stats.characters)),
        ]);
  const termRows = distinctive.map((term) => [
    term.term,
    String(term.count),
    String(term.reference),
    term.g2.toFixed(1),
  ]);
  return [
    ...(reuseRows.length > 0
      ? [tableOf([words.reuseOf({ against }), ...words.reuse], reuseRows, view, align).trimEnd()]
      : []),
    termRows.length > 0
      ? tableOf([words.termsOf({ against }), ...words.terms], termRows, view, align).trimEnd()
      : words.noTerms,
  ];
}
