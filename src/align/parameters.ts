import type { Parameters } from './parameters-type.js';

/**
 * Fitted parameters of the alignment engine. Written by `npm run fit`; do not edit by hand.
 *
 * Each component is standardised by `mean` and `deviation`, then weighted; what the components mean stands where they are
 * measured (measure.ts, context.ts, sections.ts, relation.ts), what they are worth in README.md.
 * Fitted on guangxi-wuzhou, hubei-wuhan, national-guangxi, national-wuzhou, national-beijing, zhejiang-ningbo.
 */
export const DEFAULT_PARAMETERS: Parameters = {
  sections: {
    bias: -8.3065,
    components: [
      { name: 'wording', mean: 0.0508, deviation: 0.0987, weight: 0.0476 },
      { name: 'heading', mean: 0.0412, deviation: 0.1635, weight: 0.2141 },
      { name: 'heading-meaning', mean: 0.0992, deviation: 0.2483, weight: 0.4779 },
      { name: 'held-downstream', mean: 0.0497, deviation: 0.1203, weight: 0.3914 },
      { name: 'held-upstream', mean: 0.053, deviation: 0.1263, weight: 0 },
      { name: 'meaning', mean: 0.064, deviation: 0.2556, weight: 0.951 },
      { name: 'row-margin', mean: -0.5191, deviation: 0.3536, weight: 1.0882 },
      { name: 'column-margin', mean: -0.4916, deviation: 0.3572, weight: 1.1347 },
      { name: 'row-best', mean: 0.0453, deviation: 0.208, weight: 0.3588 },
      { name: 'column-best', mean: 0.0432, deviation: 0.2032, weight: 0.3067 },
      { name: 'one-bare', mean: 0.029, deviation: 0.1678, weight: -0.4657 },
      { name: 'same-depth', mean: 0.6539, deviation: 0.4757, weight: 0.5662 },
    ],
  },
  first: {
    bias: -6.0554,
    components: [
      { name: 'held-downstream', mean: 0.1249, deviation: 0.1875, weight: 0.0701 },
      { name: 'clause-information', mean: 2.7646, deviation: 1.1694, weight: 0.541 },
      { name: 'meaning', mean: 0.276, deviation: 0.2609, weight: 0.149 },
      { name: 'rarest', mean: 3.9308, deviation: 2.1375, weight: 0.4661 },
      { name: 'length-ratio', mean: 0.5219, deviation: 0.271, weight: -0.0076 },
      { name: 'shorter-length', mean: 3.0568, deviation: 0.6544, weight: 0.0403 },
      { name: 'both-headings', mean: 0.0452, deviation: 0.2078, weight: 0.4545 },
      { name: 'one-heading', mean: 0.2608, deviation: 0.4391, weight: -0.8163 },
      { name: 'section', mean: 0.4816, deviation: 0.4874, weight: 0.7535 },
      { name: 'section-rival', mean: 0.4999, deviation: 0.4888, weight: -0.4534 },
      { name: 'row-margin', mean: -0.5311, deviation: 0.4745, weight: 0.9584 },
      { name: 'column-margin', mean: -0.5128, deviation: 0.4799, weight: 0.6016 },
      { name: 'row-best', mean: 0.0754, deviation: 0.2641, weight: 0.0453 },
      { name: 'column-best', mean: 0.0828, deviation: 0.2756, weight: 0.0247 },
      { name: 'place', mean: 0.1511, deviation: 0.2175, weight: -0.4389 },
      { name: 'claim-downstream', mean: -0.1418, deviation: 0.3889, weight: 0.8785 },
      { name: 'claim-upstream', mean: -0.1425, deviation: 0.3882, weight: 0.5509 },
      { name: 'claims-downstream', mean: 0.0778, deviation: 0.2354, weight: 0.3414 },
      { name: 'claims-upstream', mean: 0.0851, deviation: 0.2498, weight: 0.2244 },
    ],
  },
  second: {
    bias: -5.9539,
    components: [
      { name: 'first', mean: -5.9687, deviation: 4.3384, weight: 2.4876 },
      { name: 'before', mean: 0.1257, deviation: 0.3148, weight: 0.1899 },
      { name: 'after', mean: 0.1268, deviation: 0.3139, weight: 0.102 },
      { name: 'beside-downstream', mean: 0.1099, deviation: 0.2912, weight: 0.0909 },
      { name: 'beside-upstream', mean: 0.1117, deviation: 0.2928, weight: 0.0037 },
      { name: 'row-rival', mean: 0.7913, deviation: 0.3461, weight: -0.2294 },
      { name: 'column-rival', mean: 0.7368, deviation: 0.3879, weight: -0.1032 },
      { name: 'section-mass', mean: 0.4634, deviation: 0.4691, weight: 0.3194 },
      { name: 'heading-mass', mean: 0.0098, deviation: 0.0893, weight: 0.2501 },
      { name: 'left-downstream', mean: -0.0306, deviation: 0.4809, weight: 0.8278 },
      { name: 'left-upstream', mean: -0.0163, deviation: 0.4886, weight: 0.5905 },
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
    link: 0.28,
    doubtful: 0.6,
    nullPrice: 1.6,
    bestShare: 0.95,
    otherShare: 0.45,
    related: 0.2,
  },
};
