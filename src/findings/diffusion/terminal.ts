import { DIFFUSION_WORDS, termIn } from '../../messages/index.js';
import type { Diffusion, Level, MatrixPaper, ThemeShare } from '../../model/index.js';
import { type AnalysisView, aside, tableOf, titled, wrapped } from '../../render/index.js';
import { itemAt, percent } from '../../text/index.js';

/** Lines of each ranking; machine formats and the page give all. */
const SHOWN = 10;
const LONGEST = 36;
const STEPS = 6;

type View = Omit<AnalysisView, 'addressOf'>;

/** The summary of a matrix: levels, rankings, and what spread. */
export function renderDiffusion(found: Diffusion, screen: View): string {
  const view: AnalysisView = { ...screen, addressOf: (unit) => unit };
  const words = DIFFUSION_WORDS[view.language];
  const { papers, pairs, backward } = found;
  return `${[
    ...titled(words.title, view),
    ...aside(words.scope({ papers: papers.length, pairs, backward }), 0, view),
    '',
    ...levels(found, view),
    '',
    ...rankings(found, view),
    ...spreads(found, view),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function levels({ levels: flows }: Diffusion, view: AnalysisView): string[] {
  const words = DIFFUSION_WORDS[view.language];
  const rows = flows.map((flow) => [
    levelText(flow.from, view),
    levelText(flow.to, view),
    String(flow.pairs),
    shareText(flow),
    ...[flow.verbatim, flow.adapted, flow.paraphrased].map(String),
    flow.lag === undefined ? '—' : String(flow.lag),
  ]);
  const head = words.levels.head.map((text) => (view.ascii ? text.replace('≈', '*') : text));
  const right = Array.from({ length: 6 }, () => 'right' as const);
  return section(words.levels.title, tableOf(head, rows, view, ['left', 'left', ...right]), view);
}

function rankings({ givers, takers, papers }: Diffusion, view: AnalysisView): string[] {
  const words = DIFFUSION_WORDS[view.language];
  const paper = (index: number): MatrixPaper => itemAt(papers, index);
  const giverRows = givers
    .slice(0, SHOWN)
    .map((giver) => [
      shortTitle(paper(giver.paper)),
      levelText(paper(giver.paper).level, view),
      paper(giver.paper).date ?? '—',
      `${giver.takers}/${giver.compared}`,
      String(giver.clauses),
      giver.lag === undefined ? '—' : String(giver.lag),
    ]);
  const takerRows = takers.slice(0, SHOWN).map(({ paper: index, from }) => [
    shortTitle(paper(index)),
    paper(index).region?.name ?? levelText(paper(index).level, view),
    paper(index).date ?? '—',
    from
      .slice(0, 1)
      .map((source) =>
        words.takers.from({
          share: percent(source.share),
          title: shortTitle(paper(source.paper)),
          lag: source.lag ?? '',
        }),
      )
      .join(''),
  ]);
  return [
    ...section(words.givers.title, tableOf(words.givers.head, giverRows, view), view),
    ...aside(words.givers.note, 0, view),
    ...moreLine(givers.length, view),
    '',
    ...section(words.takers.title, tableOf(words.takers.head, takerRows, view), view),
    ...moreLine(takers.length, view),
    '',
  ];
}

function spreads({ spreads: found, papers }: Diffusion, view: AnalysisView): string[] {
  const words = DIFFUSION_WORDS[view.language].spreads;
  const named = (index: number | undefined): string =>
    index === undefined ? '' : shortTitle(itemAt(papers, index));
  const dated = (index: number): string => papers[index]?.date ?? '—';
  const blocks = found.slice(0, SHOWN).flatMap((spread) => {
    const [first, ...steps] = spread.steps;
    if (first === undefined) return [];
    const { text, papers: count, regions } = spread;
    return [
      ...wrapped(`“${text}” · ${words.papers({ papers: count, regions })}`, 0, view),
      ...wrapped(words.first({ date: dated(first.paper), title: named(first.paper) }), 2, view),
      ...steps.slice(0, STEPS).flatMap(({ paper, from, likeness }) =>
        wrapped(
          words.step({
            ...{ date: dated(paper), title: named(paper), from: named(from) },
            likeness: percent(likeness),
          }),
          4,
          view,
        ),
      ),
      ...(steps.length > STEPS ? aside(words.more({ count: steps.length - STEPS }), 4, view) : []),
      '',
    ];
  });
  return [...titled(words.title, view), ...blocks, ...moreLine(found.length, view)];
}

function section(title: string, table: string, view: AnalysisView): string[] {
  return [...titled(title, view), table.trimEnd()];
}

function moreLine(count: number, view: AnalysisView): string[] {
  const words = DIFFUSION_WORDS[view.language];
  return count > SHOWN ? aside(words.more({ count: count - SHOWN }), 0, view) : [];
}

function levelText(level: Level | undefined, { language }: View): string {
  return level === undefined ? DIFFUSION_WORDS[language].unknown : termIn(level, language);
}

function shareText({ clauses, carried }: ThemeShare): string {
  return clauses === 0 ? '—' : percent(carried / clauses);
}

function shortTitle({ title, id }: MatrixPaper): string {
  const name = title === '' ? id : title;
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}
