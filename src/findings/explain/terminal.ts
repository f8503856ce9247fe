import { componentWords, EXPLAIN_WORDS } from '../../messages/index.js';
import type { ScoreComponent, SectionRelation, SentenceRelation } from '../../model/index.js';
import {
  type AnalysisView,
  aside,
  COMPARE_WORDS,
  decimal,
  tableOf,
  titled,
  wrapped,
} from '../../render/index.js';
import type { ExplainedPair, ExplainView } from './view.js';

/** Each explained pair: verdict, both texts, shared wording, swaps, components, rivals. */
export function renderExplain({ pairs, documents }: ExplainView, view: AnalysisView): string {
  const texts = new Map(
    documents.flatMap((document) => [
      ...document.sections.map(({ id, label, heading }) => [id, `${label}${heading}`] as const),
      ...document.sentences.map(({ id, text }) => [id, text] as const),
    ]),
  );
  return `${pairs.map((pair) => pairLines(pair, texts, view).join('\n')).join('\n\n')}\n`;
}

function pairLines(
  pair: ExplainedPair,
  texts: ReadonlyMap<string, string>,
  view: AnalysisView,
): string[] {
  const words = EXPLAIN_WORDS[view.language];
  const { explanation } = pair;
  const unit = (id: string): string[] =>
    wrapped(`${view.addressOf(id)}  ${texts.get(id) ?? ''}`, 2, view);
  const rivals = (own: string, others: ExplainedPair['explanation']['rivals']['upstream']) => [
    '',
    ...titled(words.rivals({ unit: view.addressOf(own) }), view),
    ...(others.length === 0 ? [`  ${words.none}`] : []),
    ...others.flatMap(({ id, score }) =>
      wrapped(`${decimal(score, 2)}  ${view.addressOf(id)}  ${texts.get(id) ?? ''}`, 2, view),
    ),
  ];
  const shared = explanation.sharedWording.join(' · ');
  return [
    ...titled(
      `${view.addressOf(explanation.upstream)} → ${view.addressOf(explanation.downstream)} · ${verdict(pair, view)}`,
      view,
    ),
    ...unit(explanation.upstream),
    ...unit(explanation.downstream),
    ...aside(reason(pair, view), 0, view),
    ...(explanation.grain === 'section'
      ? []
      : wrapped(shared === '' ? words.noShared : `${words.shared}: ${shared}`, 0, view)),
    ...conceptLines(explanation.sharedConcepts, view),
    ...(explanation.swaps.length === 0
      ? []
      : wrapped(
          `${words.swaps}: ${explanation.swaps.map(({ upstream, downstream }) => `${upstream}→${downstream}`).join(' · ')}`,
          0,
          view,
        )),
    ...componentLines(explanation.components, view),
    ...ownModelLines(explanation, view),
    ...rivals(explanation.downstream, explanation.rivals.upstream),
    ...rivals(explanation.upstream, explanation.rivals.downstream),
  ];
}

function ownModelLines(
  { ownModel, grain, components }: ExplainedPair['explanation'],
  view: AnalysisView,
): string[] {
  if (!ownModel) return [];
  const words = EXPLAIN_WORDS[view.language];
  const value = components.find(({ name }) => name === 'meaning')?.value;
  const said =
    grain === 'section' || value === undefined
      ? words.ownModelInside
      : words.ownModel({
          meaning: componentWords('meaning', view.language),
          value: decimal(value, 2),
        });
  return aside(said, 0, view);
}

/** What both call alike is among the shared wording. */
function conceptLines(
  concepts: ExplainedPair['explanation']['sharedConcepts'],
  view: AnalysisView,
): string[] {
  const other = concepts.filter(({ upstream, downstream }) => upstream !== downstream);
  if (other.length === 0) return [];
  const named = other.map((c) => `${c.name} (${c.upstream} / ${c.downstream})`).join(' · ');
  return wrapped(`${EXPLAIN_WORDS[view.language].concepts}: ${named}`, 0, view);
}

function verdict({ link, explanation }: ExplainedPair, view: AnalysisView): string {
  const words = EXPLAIN_WORDS[view.language];
  if (link === undefined) return words.unlinked({ score: decimal(explanation.score, 2) });
  const { relations, sectionRelations } = COMPARE_WORDS[view.language];
  const relation =
    relations[link.relation as SentenceRelation] ??
    sectionRelations[link.relation as SectionRelation] ??
    link.relation;
  const linked = words.linked({ relation, score: decimal(link.score, 2) });
  return `${linked} · ${link.id}${link.pinned ? ` · ${words.pinned}` : ''}`;
}

function reason({ link, explanation }: ExplainedPair, view: AnalysisView): string {
  const words = EXPLAIN_WORDS[view.language];
  const { threshold, score } = explanation;
  const printed = decimal(threshold, 2);
  return link === undefined && score >= threshold
    ? words.rivalled({ threshold: printed })
    : words.below({ threshold: printed });
}

/** Longest bar, in columns. */
const BAR = 12;
/** Contributions that round to 0.0 say nothing. */
const WORTH_SHOWING = 0.05;

function componentLines(components: readonly ScoreComponent[], view: AnalysisView): string[] {
  if (components.length === 0) return [];
  const words = EXPLAIN_WORDS[view.language];
  const largest = Math.max(...components.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  const strongest = components
    .filter(({ contribution }) => Math.abs(contribution) >= WORTH_SHOWING)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const rows = strongest.map(({ name, value, contribution }) => [
    componentWords(name, view.language),
    decimal(value),
    `${contribution < 0 ? '-' : '+'}${decimal(Math.abs(contribution), 2)}`,
    (contribution < 0 ? '-' : '+').repeat(Math.round((Math.abs(contribution) / largest) * BAR)),
  ]);
  return [
    tableOf(words.components, rows, view, ['left', 'right', 'right', 'left']).trimEnd(),
    ...aside(words.componentsNote, 0, view),
  ];
}
