import type { Parameters } from './parameters-type.js';

/**
 * Fitted parameters of the alignment engine. Written by `npm run fit`; do not edit by hand.
 *
 * Each component is standardised by `mean` and `deviation`, then weighted; what the components mean stands where they are
 * measured (measure.ts, context.ts, sections.ts, relation.ts), what they are worth in README.md.
 * Fitted on guangxi-wuzhou, hubei-wuhan, national-guangxi, national-wuzhou.
 */
export const DEFAULT_PARAMETERS: Parameters = {
  sections: {
    bias: -8.4362,
    components: [
      { name: 'wording', mean: 0.046, deviation: 0.0967, weight: 0.4685 },
      { name: 'heading', mean: 0.0363, deviation: 0.1548, weight: 0.2702 },
      { name: 'heading-meaning', mean: 0.2773, deviation: 0.2124, weight: 0.1952 },
      { name: 'held-downstream', mean: 0.0448, deviation: 0.1166, weight: 0.174 },
      { name: 'held-upstream', mean: 0.0472, deviation: 0.1232, weight: 0.2261 },
      { name: 'meaning', mean: 0.4575, deviation: 0.1817, weight: 0.6633 },
      { name: 'row-margin', mean: -0.6259, deviation: 0.332, weight: 0.6835 },
      { name: 'column-margin', mean: -0.6145, deviation: 0.3333, weight: 0.7944 },
      { name: 'row-best', mean: 0.0291, deviation: 0.1681, weight: 0.4766 },
      { name: 'column-best', mean: 0.0297, deviation: 0.1699, weight: 0.4038 },
      { name: 'one-bare', mean: 0.008, deviation: 0.0892, weight: -0.0129 },
      { name: 'same-depth', mean: 0.6959, deviation: 0.46, weight: 0.276 },
    ],
  },
  first: {
    bias: -7.5669,
    components: [
      { name: 'held-downstream', mean: 0.0966, deviation: 0.1561, weight: 0.1403 },
      { name: 'clause-information', mean: 2.6316, deviation: 0.9875, weight: 0.4313 },
      { name: 'meaning', mean: 0.4303, deviation: 0.1988, weight: 0.158 },
      { name: 'rarest', mean: 3.9083, deviation: 1.8236, weight: 0.4092 },
      { name: 'length-ratio', mean: 0.5092, deviation: 0.2643, weight: 0.0366 },
      { name: 'shorter-length', mean: 3.0586, deviation: 0.6397, weight: -0.0051 },
      { name: 'both-headings', mean: 0.0303, deviation: 0.1714, weight: 0.4292 },
      { name: 'one-heading', mean: 0.2466, deviation: 0.431, weight: -0.8283 },
      { name: 'section', mean: 0.3187, deviation: 0.4615, weight: 0.6588 },
      { name: 'section-rival', mean: 0.6757, deviation: 0.4628, weight: -0.4768 },
      { name: 'row-margin', mean: -0.6034, deviation: 0.4393, weight: 0.9561 },
      { name: 'column-margin', mean: -0.6033, deviation: 0.4406, weight: 0.5216 },
      { name: 'row-best', mean: 0.0454, deviation: 0.2083, weight: 0.0553 },
      { name: 'column-best', mean: 0.046, deviation: 0.2094, weight: 0.0467 },
      { name: 'place', mean: 0.0997, deviation: 0.1914, weight: -0.3927 },
      { name: 'claim-downstream', mean: -0.1671, deviation: 0.3348, weight: 1.0341 },
      { name: 'claim-upstream', mean: -0.1796, deviation: 0.3358, weight: 0.5954 },
      { name: 'claims-downstream', mean: 0.0467, deviation: 0.1856, weight: 0.2499 },
      { name: 'claims-upstream', mean: 0.0468, deviation: 0.1881, weight: 0.2467 },
    ],
  },
  second: {
    bias: -6.8572,
    components: [
      { name: 'first', mean: -7.4364, deviation: 4.2375, weight: 3.3991 },
      { name: 'before', mean: 0.0834, deviation: 0.2644, weight: 0.1208 },
      { name: 'after', mean: 0.0832, deviation: 0.2634, weight: 0.0624 },
      { name: 'beside-downstream', mean: 0.0702, deviation: 0.2403, weight: 0.0828 },
      { name: 'beside-upstream', mean: 0.0718, deviation: 0.2426, weight: -0.0087 },
      { name: 'row-rival', mean: 0.8224, deviation: 0.3299, weight: -0.2825 },
      { name: 'column-rival', mean: 0.7923, deviation: 0.3588, weight: -0.1488 },
      { name: 'section-mass', mean: 0.3094, deviation: 0.4434, weight: 0.0134 },
      { name: 'heading-mass', mean: 0.0055, deviation: 0.0687, weight: 0.1262 },
    ],
  },
  relation: {
    verbatim: {
      bias: -4.3568,
      components: [
        { name: 'kept-downstream', mean: 0.5886, deviation: 0.3508, weight: 2.2159 },
        { name: 'kept-upstream', mean: 0.6055, deviation: 0.3475, weight: 2.0075 },
        { name: 'blocks', mean: 0.467, deviation: 0.3111, weight: 0.0578 },
        { name: 'longest-share', mean: 0.5631, deviation: 0.3612, weight: 0.5938 },
        { name: 'length-ratio', mean: 0.7371, deviation: 0.2597, weight: 2.7495 },
        { name: 'shorter-length', mean: 3.2717, deviation: 0.6647, weight: -0.8502 },
      ],
    },
    paraphrased: {
      bias: -0.9992,
      components: [
        { name: 'kept-downstream', mean: 0.3983, deviation: 0.2656, weight: -2.3383 },
        { name: 'kept-upstream', mean: 0.4206, deviation: 0.2718, weight: -2.1489 },
        { name: 'blocks', mean: 0.5775, deviation: 0.313, weight: 0.8836 },
        { name: 'longest-share', mean: 0.3742, deviation: 0.2773, weight: -0.0499 },
        { name: 'length-ratio', mean: 0.615, deviation: 0.2323, weight: 0.1769 },
        { name: 'shorter-length', mean: 3.4475, deviation: 0.5829, weight: -1.391 },
      ],
    },
  },
  thresholds: {
    link: 0.35,
    doubtful: 0.6,
    nullPrice: 1.6,
    bestShare: 0.95,
    otherShare: 0.45,
    related: 0.2,
  },
};
