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
    bias: -7.9455,
    components: [
      { name: 'wording', mean: 0.0548, deviation: 0.1096, weight: 0.4534 },
      { name: 'heading', mean: 0.0469, deviation: 0.1766, weight: 0.2639 },
      { name: 'heading-meaning', mean: 0.305, deviation: 0.221, weight: 0.1866 },
      { name: 'held-downstream', mean: 0.0539, deviation: 0.1324, weight: 0.1881 },
      { name: 'held-upstream', mean: 0.0571, deviation: 0.1399, weight: 0.2225 },
      { name: 'meaning', mean: 0.4739, deviation: 0.1862, weight: 0.6544 },
      { name: 'row-margin', mean: -0.6296, deviation: 0.3461, weight: 0.7098 },
      { name: 'column-margin', mean: -0.6121, deviation: 0.3492, weight: 0.8071 },
      { name: 'row-best', mean: 0.0385, deviation: 0.1924, weight: 0.5231 },
      { name: 'column-best', mean: 0.0393, deviation: 0.1944, weight: 0.4581 },
      { name: 'one-bare', mean: 0.0073, deviation: 0.0848, weight: -0.0118 },
      { name: 'same-depth', mean: 0.6442, deviation: 0.4788, weight: 0.2891 },
    ],
  },
  first: {
    bias: -6.2446,
    components: [
      { name: 'held-downstream', mean: 0.1237, deviation: 0.1931, weight: 0.1263 },
      { name: 'clause-information', mean: 2.7299, deviation: 1.1882, weight: 0.562 },
      { name: 'meaning', mean: 0.4786, deviation: 0.2063, weight: 0.1498 },
      { name: 'rarest', mean: 3.9268, deviation: 2.1955, weight: 0.5046 },
      { name: 'length-ratio', mean: 0.5202, deviation: 0.2677, weight: 0.0591 },
      { name: 'shorter-length', mean: 3.0614, deviation: 0.6329, weight: -0.0007 },
      { name: 'both-headings', mean: 0.0344, deviation: 0.1822, weight: 0.4453 },
      { name: 'one-heading', mean: 0.2516, deviation: 0.4339, weight: -0.7905 },
      { name: 'section', mean: 0.5265, deviation: 0.4926, weight: 0.6757 },
      { name: 'section-rival', mean: 0.4675, deviation: 0.4928, weight: -0.4603 },
      { name: 'row-margin', mean: -0.5443, deviation: 0.4695, weight: 0.9565 },
      { name: 'column-margin', mean: -0.5517, deviation: 0.4708, weight: 0.5369 },
      { name: 'row-best', mean: 0.0752, deviation: 0.2637, weight: 0.0779 },
      { name: 'column-best', mean: 0.076, deviation: 0.265, weight: 0.0684 },
      { name: 'place', mean: 0.1647, deviation: 0.2232, weight: -0.4332 },
      { name: 'claim-downstream', mean: -0.1089, deviation: 0.3813, weight: 0.9092 },
      { name: 'claim-upstream', mean: -0.1256, deviation: 0.3825, weight: 0.7002 },
      { name: 'claims-downstream', mean: 0.0766, deviation: 0.2355, weight: 0.3392 },
      { name: 'claims-upstream', mean: 0.0771, deviation: 0.2394, weight: 0.2674 },
    ],
  },
  second: {
    bias: -5.5864,
    components: [
      { name: 'first', mean: -6.1488, deviation: 4.5913, weight: 3.5618 },
      { name: 'before', mean: 0.137, deviation: 0.3276, weight: 0.1482 },
      { name: 'after', mean: 0.1366, deviation: 0.3263, weight: 0.0837 },
      { name: 'beside-downstream', mean: 0.115, deviation: 0.2989, weight: 0.1064 },
      { name: 'beside-upstream', mean: 0.1172, deviation: 0.3012, weight: -0.0367 },
      { name: 'row-rival', mean: 0.8049, deviation: 0.3423, weight: -0.2809 },
      { name: 'column-rival', mean: 0.7839, deviation: 0.3633, weight: -0.1612 },
      { name: 'section-mass', mean: 0.5091, deviation: 0.4748, weight: 0 },
      { name: 'heading-mass', mean: 0.0091, deviation: 0.0882, weight: 0.1527 },
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
