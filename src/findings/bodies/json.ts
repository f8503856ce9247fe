import type { BodyPair, DocumentUnits } from '../../model/index.js';
import { documentRef } from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';
import type { BodiesJson } from './schema.js';
import type { BodiesOfPair } from './view.js';

type SideJson = BodiesJson['pairs'][number]['links'][number]['upstream'];

export function bodiesJson(
  documents: readonly DocumentUnits[],
  pairs: readonly BodiesOfPair[],
): BodiesJson {
  const used = new Set(
    pairs.flatMap(({ links }) =>
      links.flatMap(({ upstream, downstream }) => [...upstream.units, ...downstream.units]),
    ),
  );
  const side = ({ units, bodies }: BodyPair['upstream']): SideJson => ({
    units: [...units],
    bodies: bodies.map(({ name, role }) => ({ name, role })),
  });
  return {
    schema: 'duibiao.bodies/1',
    documents: documents.map(documentRef),
    pairs: pairs.map(({ upstream, downstream, links }) => ({
      upstream,
      downstream,
      links: links.map((pair) => ({
        link: pair.link,
        relation: pair.relation,
        upstream: side(pair.upstream),
        downstream: side(pair.downstream),
      })),
    })),
    units: sentencesJson(documents, used),
  };
}
