import { BODY_ROLES, type BodyRole, type NamedBody } from '../../model/index.js';
import { type PlaceOf, placeCells, placeColumns, type RowTable } from '../../render/index.js';
import type { BodiesOfPair } from './view.js';

const ENDS = ['upstream', 'downstream'] as const;

/** `duibiao.body-rows/1`: one row for each link of which a side names who is responsible. */
export function bodyRows(pairs: readonly BodiesOfPair[], placeOf: PlaceOf): RowTable {
  return {
    schema: 'duibiao.body-rows/1',
    columns: [
      ...['pair', 'link', 'relation'],
      ...ENDS.flatMap((end) => [
        ...BODY_ROLES.map((role) => `${end}_${role}`),
        ...placeColumns(`${end}_`),
      ]),
    ],
    rows: pairs.flatMap(({ upstream, downstream, links }) =>
      links.map((own) => ({
        pair: `${upstream} → ${downstream}`,
        link: own.link,
        relation: own.relation,
        ...Object.fromEntries(
          ENDS.flatMap((end) =>
            BODY_ROLES.map((role) => [`${end}_${role}`, namesOf(own[end].bodies, role)]),
          ),
        ),
        ...placeCells(own.upstream.units, placeOf, 'upstream_'),
        ...placeCells(own.downstream.units, placeOf, 'downstream_'),
      })),
    ),
  };
}

function namesOf(bodies: readonly NamedBody[], role: BodyRole): string {
  return bodies
    .filter((body) => body.role === role)
    .map(({ name }) => name)
    .join('、');
}
