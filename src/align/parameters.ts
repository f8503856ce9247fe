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
    bias: -8.7049,
    components: [
      { name: 'wording', mean: 0.046, deviation: 0.0967, weight: 0.5605 },
      { name: 'heading', mean: 0.0363, deviation: 0.1548, weight: 0.2719 },
      { name: 'heading-meaning', mean: 0.2773, deviation: 0.2124, weight: 0.0622 },
      { name: 'held-downstream', mean: 0.0448, deviation: 0.1166, weight: 0.1732 },
      { name: 'held-upstream', mean: 0.0472, deviation: 0.1232, weight: 0.1891 },
      { name: 'meaning', mean: 0.4575, deviation: 0.1817, weight: 0.6492 },
      { name: 'row-margin', mean: -0.517, deviation: 0.2611, weight: 0.9045 },
      { name: 'column-margin', mean: -0.5076, deviation: 0.2622, weight: 0.8145 },
      { name: 'row-best', mean: 0.0291, deviation: 0.1681, weight: 0.2004 },
      { name: 'column-best', mean: 0.0295, deviation: 0.1693, weight: 0.4272 },
      { name: 'position', mean: 0.3197, deviation: 0.2336, weight: -0.4756 },
      { name: 'one-bare', mean: 0.008, deviation: 0.0892, weight: -0.0164 },
      { name: 'same-depth', mean: 0.6959, deviation: 0.46, weight: 0.2899 },
    ],
  },
  first: {
    bias: -7.2011,
    components: [
      { name: 'cosine', mean: 0.0607, deviation: 0.1388, weight: 0 },
      { name: 'held-downstream', mean: 0.0965, deviation: 0.1561, weight: 0.3021 },
      { name: 'held-upstream', mean: 0.1018, deviation: 0.1577, weight: 0.2004 },
      { name: 'soft-downstream', mean: 0.1116, deviation: 0.1694, weight: 0 },
      { name: 'soft-upstream', mean: 0.1189, deviation: 0.1743, weight: 0.0012 },
      { name: 'best-clause', mean: 0.3051, deviation: 0.1816, weight: 0.5142 },
      { name: 'clauses-downstream', mean: 0.2487, deviation: 0.1506, weight: 0 },
      { name: 'clauses-upstream', mean: 0.2527, deviation: 0.1489, weight: 0 },
      { name: 'meaning', mean: 0.4309, deviation: 0.1984, weight: 0.1026 },
      { name: 'best-clause-meaning', mean: 0.4869, deviation: 0.2026, weight: 0.3407 },
      { name: 'rarest', mean: 3.9056, deviation: 1.8248, weight: 0.7098 },
      { name: 'longest', mean: 1.3462, deviation: 0.4938, weight: 0.1474 },
      { name: 'length-ratio', mean: 0.509, deviation: 0.2641, weight: -0.017 },
      { name: 'shorter-length', mean: 3.0587, deviation: 0.6395, weight: 0.0936 },
      { name: 'both-headings', mean: 0.0302, deviation: 0.1712, weight: 0.3261 },
      { name: 'one-heading', mean: 0.2461, deviation: 0.4307, weight: -0.9698 },
      { name: 'numbers', mean: -0.001, deviation: 0.1097, weight: 0 },
      { name: 'section', mean: 0.3178, deviation: 0.4606, weight: 0.6917 },
      { name: 'section-rival', mean: 0.6726, deviation: 0.4631, weight: -0.196 },
      { name: 'row-margin', mean: -0.6135, deviation: 0.4336, weight: 1.3642 },
      { name: 'column-margin', mean: -0.613, deviation: 0.435, weight: 0.9548 },
      { name: 'row-best', mean: 0.0454, deviation: 0.2082, weight: 0.2008 },
      { name: 'column-best', mean: 0.0458, deviation: 0.209, weight: 0.129 },
      { name: 'place', mean: 0.0994, deviation: 0.1909, weight: -0.4033 },
    ],
  },
  second: {
    bias: -6.6032,
    components: [
      { name: 'first', mean: -7.0857, deviation: 4.1044, weight: 3.326 },
      { name: 'before', mean: 0.0935, deviation: 0.2767, weight: 0.1319 },
      { name: 'after', mean: 0.0928, deviation: 0.2752, weight: 0.0334 },
      { name: 'beside-downstream', mean: 0.0714, deviation: 0.2399, weight: 0.0715 },
      { name: 'beside-upstream', mean: 0.0733, deviation: 0.2427, weight: -0.0355 },
      { name: 'row-rival', mean: 0.8157, deviation: 0.3325, weight: -0.2611 },
      { name: 'column-rival', mean: 0.7839, deviation: 0.3626, weight: -0.143 },
      { name: 'section-mass', mean: 0.309, deviation: 0.443, weight: 0.0479 },
      { name: 'heading-mass', mean: 0.0055, deviation: 0.0686, weight: 0.1417 },
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
  thresholds: { link: 0.37, doubtful: 0.6, nullPrice: 1.6, bestShare: 0.95, otherShare: 0.45, related: 0.2 },
};
