import { COUNTERPART_COMPONENTS, SECOND_COMPONENTS } from '../align/index.js';

/**
 * What the engine asks, in groups of one kind: single components stand in for each other, so what one is worth is seen only when
 * its kin are away too. A component is in one group, held by a test.
 */
export const COMPONENT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  wording: [
    'wording',
    'held-downstream',
    'held-upstream',
    'clause-information',
    'rarest',
    'anchor',
    'unmet-downstream',
    'unmet-upstream',
  ],
  concepts: ['concept', 'concepts'],
  meaning: ['meaning', 'heading-meaning'],
  headings: [
    'both-headings',
    'one-heading',
    'heading',
    'heading-mass',
    'headings-linked',
    'one-bare',
  ],
  provisions: ['with-list', 'one-listed', 'one-penal', 'both-penal', 'one-ban', 'lists', 'list'],
  sections: [
    'section',
    'section-rival',
    'section-mass',
    'chapter',
    'chapters',
    'place',
    'same-depth',
    'linked-downstream',
    'linked-upstream',
    'linked-both',
    'linked-row-margin',
    'linked-column-margin',
  ],
  rivals: [
    'row-margin',
    'column-margin',
    'row-best',
    'column-best',
    'row-rival',
    'column-rival',
    'row-rest',
    'column-rest',
    'best-share',
    'other-share',
    'best-of-one',
    'above-strangers',
  ],
  claims: [
    'claim-downstream',
    'claim-upstream',
    'claims-downstream',
    'claims-upstream',
    'left-downstream',
    'left-upstream',
  ],
  neighbours: ['before', 'after', 'beside-downstream', 'beside-upstream'],
  lengths: ['length-ratio', 'shorter-length'],
};

/** Components that no group holds, and names in a group that are no component. */
export function ungrouped(): string[] {
  const grouped = Object.values(COMPONENT_GROUPS).flat();
  const known = [...SECOND_COMPONENTS, ...COUNTERPART_COMPONENTS].map(({ name }) => name);
  return [
    ...new Set([
      ...known.filter((name) => !grouped.includes(name)),
      ...grouped.filter((name, i) => !known.includes(name) || grouped.indexOf(name) !== i),
    ]),
  ];
}
