import { OWN_FIT_WORDS } from '../../messages/index.js';
import { type AnalysisView, aside, decimal, tableOf, titled, wrapped } from '../../render/index.js';
import type { HeldOutView, OwnFitView } from './view.js';

const RIGHT = ['left', 'right', 'right'] as const;

/** What decisions taught, before and after on those held out, and what was done about it. */
export function renderOwnFit(found: OwnFitView, view: AnalysisView): string {
  const words = OWN_FIT_WORDS[view.language];
  const { decided, papers, heldOut } = found;
  const count = decided.yes + decided.no;
  const of = ({ right, f1, surprise }: HeldOutView): string[] => [
    words.share({ right, count }),
    decimal(f1),
    decimal(surprise),
  ];
  const [before, after] = [of(heldOut.before), of(heldOut.after)];
  const rows = words.rows.map((name, i) => [name, before[i] ?? '', after[i] ?? '']);
  return `${[
    ...titled(words.title({ count, ...decided, papers: papers.length }), view),
    ...papers.flatMap((own) => wrapped(words.paper({ ...own }), 2, view)),
    tableOf(words.head, rows, view, RIGHT).trimEnd(),
    ...aside(heldOut.by === 'papers' ? words.byPapers : words.byParts, 0, view),
    ...remarks(found).flatMap((line) => aside(line(words), 0, view)),
    ...wrapped(outcome(found, words), 0, view),
  ].join('\n')}\n`;
}

type Words = (typeof OWN_FIT_WORDS)['en'];

function remarks({ model, unknown, stale, twice }: OwnFitView): ((words: Words) => string)[] {
  return [
    ...(model ? [(words: Words) => words.model] : []),
    ...(unknown > 0 ? [(words: Words) => words.unknown({ count: unknown })] : []),
    ...(stale > 0 ? [(words: Words) => words.stale({ count: stale })] : []),
    ...(twice > 0 ? [(words: Words) => words.twice({ count: twice })] : []),
  ];
}

function outcome({ verdict, written, there, file }: OwnFitView, words: Words): string {
  if (written) return words.written({ file });
  if (verdict === 'better') return words.better;
  return there ? words.worseThere({ file }) : words.worse;
}
