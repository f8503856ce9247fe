import type { Parameters } from './parameters-type.js';

const NONE = { bias: 0, components: [] };
export const DEFAULT_PARAMETERS: Parameters = {
  sections: NONE,
  first: NONE,
  second: NONE,
  relation: { verbatim: NONE, paraphrased: NONE },
  thresholds: { link: 0.42, doubtful: 0.6, counterpart: 0.3, counterpartShare: 0.85, related: 0.2 },
};
