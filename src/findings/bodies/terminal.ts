import { BODIES_WORDS } from '../../messages/index.js';
import { BODY_RELATIONS, type BodyPair, type NamedBody } from '../../model/index.js';
import type { PlaceOf } from '../../render/index.js';
import { type AnalysisView, aside, tableOf, titled } from '../../render/index.js';
import { groupBy, itemAt } from '../../text/index.js';
import { leading } from './analyse.js';
import type { BodiesOfPair } from './view.js';

/** Names shown of one side; the rest is counted. */
const MOST = 4;
/** Characters of a measure. */
const LONGEST = 40;

/** Pair by pair: counts, then each measure with who leads above and who leads below. */
export function renderBodies(
  pairs: readonly BodiesOfPair[],
  placeOf: PlaceOf,
  view: AnalysisView,
): string {
  const words = BODIES_WORDS[view.language];
  const blocks = pairs.map(({ upstream, downstream, links }) => {
    const counts = BODY_RELATIONS.map(
      (relation) =>
        `${words.relations[relation]} ${links.filter((own) => own.relation === relation).length}`,
    );
    return [
      ...titled(`${upstream} ${view.ascii ? '->' : '→'} ${downstream}`, view),
      ...(links.length === 0
        ? [words.none]
        : [
            ...aside(counts.join('  '), 0, view),
            tableOf(words.head, groupedRows(links, placeOf, view), view).trimEnd(),
          ]),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n${aside(words.legend, 0, view).join('\n')}\n`;
}

/** Measures of the same bodies above and below are one row: a note stands for all sentences of its section. */
function groupedRows(links: readonly BodyPair[], placeOf: PlaceOf, view: AnalysisView): string[][] {
  const words = BODIES_WORDS[view.language];
  const groups = groupBy(links, ({ upstream, downstream }) =>
    [upstream.bodies, downstream.bodies].map((own) => namesText(own, view)).join('\n'),
  );
  return [...groups.values()].map((own) => {
    const first = itemAt(own, 0);
    return [
      measureText(first, own.length - 1, placeOf, view),
      namesText(first.upstream.bodies, view),
      namesText(first.downstream.bodies, view),
      words.relations[first.relation],
    ];
  });
}

function measureText(
  { upstream }: BodyPair,
  others: number,
  placeOf: PlaceOf,
  view: AnalysisView,
): string {
  const [unit = ''] = upstream.units;
  const text = placeOf(unit)?.unit.text ?? '';
  const measure = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const more = others === 0 ? '' : BODIES_WORDS[view.language].others({ others });
  return `${view.addressOf(unit)} ${measure}${more}`;
}

/** Those that lead, and how many more there are. */
function namesText(bodies: readonly NamedBody[], view: AnalysisView): string {
  const words = BODIES_WORDS[view.language];
  if (bodies.length === 0) return '—';
  const shown = leading(bodies).slice(0, MOST);
  const more = bodies.length - shown.length;
  const names = shown.map(({ name }) => name).join('、');
  return more === 0 ? names : `${names}${words.more({ more })}`;
}
