import type { Parameters } from './parameters-type.js';

/**
 * Fitted parameters of the alignment engine. Written by `npm run fit`; do not edit by hand.
 *
 * Each component is standardised by `mean` and `deviation`, then weighted; what the components mean stands where they are
 * measured (measure.ts, context.ts, sections.ts, relation.ts), what they are worth in README.md.
 * Fitted on guangxi-wuzhou, hubei-wuhan, national-guangxi, national-wuzhou, national-beijing, national-shandong, sichuan-chengdu, zhejiang-hangzhou, zhejiang-ningbo.
 */
export const DEFAULT_PARAMETERS: Parameters = {
  sections: {
    bias: -7.3675,
    components: [
      { name: 'wording', mean: 0.0492, deviation: 0.0921, weight: 0 },
      { name: 'heading', mean: 0.0364, deviation: 0.1522, weight: 0.068 },
      { name: 'heading-meaning', mean: 0.0873, deviation: 0.2434, weight: 0.5816 },
      { name: 'held-downstream', mean: 0.0455, deviation: 0.111, weight: 0 },
      { name: 'held-upstream', mean: 0.0512, deviation: 0.1198, weight: 0.4021 },
      { name: 'meaning', mean: 0.0507, deviation: 0.2573, weight: 0.8269 },
      { name: 'row-margin', mean: -0.4544, deviation: 0.3561, weight: 1.1077 },
      { name: 'column-margin', mean: -0.4239, deviation: 0.3577, weight: 1.0788 },
      { name: 'row-best', mean: 0.0446, deviation: 0.2064, weight: 0.2239 },
      { name: 'column-best', mean: 0.0493, deviation: 0.2165, weight: 0.3998 },
      { name: 'one-bare', mean: 0.0339, deviation: 0.1809, weight: -0.099 },
      { name: 'same-depth', mean: 0.6356, deviation: 0.4813, weight: 0.0877 },
    ],
  },
  first: {
    bias: -5.9219,
    components: [
      { name: 'held-downstream', mean: 0.1151, deviation: 0.1721, weight: 0.0842 },
      { name: 'clause-information', mean: 2.7409, deviation: 1.144, weight: 0.5525 },
      { name: 'meaning', mean: 0.2517, deviation: 0.2581, weight: 0.278 },
      { name: 'rarest', mean: 3.8561, deviation: 2.097, weight: 0.4387 },
      { name: 'length-ratio', mean: 0.5198, deviation: 0.2699, weight: 0.1742 },
      { name: 'shorter-length', mean: 3.1108, deviation: 0.6683, weight: -0.0389 },
      { name: 'both-headings', mean: 0.0394, deviation: 0.1944, weight: 0.3231 },
      { name: 'one-heading', mean: 0.2515, deviation: 0.4339, weight: -0.7764 },
      { name: 'section', mean: 0.4465, deviation: 0.4614, weight: 0.7371 },
      { name: 'section-rival', mean: 0.4802, deviation: 0.4638, weight: -0.3197 },
      { name: 'row-margin', mean: -0.4515, deviation: 0.4463, weight: 0.915 },
      { name: 'column-margin', mean: -0.4303, deviation: 0.4518, weight: 0.6334 },
      { name: 'row-best', mean: 0.0735, deviation: 0.261, weight: 0.066 },
      { name: 'column-best', mean: 0.0848, deviation: 0.2785, weight: 0.0281 },
      { name: 'place', mean: 0.1412, deviation: 0.206, weight: -0.4347 },
      { name: 'claim-downstream', mean: -0.1237, deviation: 0.3629, weight: 0.9064 },
      { name: 'claim-upstream', mean: -0.1199, deviation: 0.3648, weight: 0.4962 },
      { name: 'claims-downstream', mean: 0.0754, deviation: 0.2271, weight: 0.2699 },
      { name: 'claims-upstream', mean: 0.087, deviation: 0.2481, weight: 0.1754 },
    ],
  },
  second: {
    bias: -5.7748,
    components: [
      { name: 'first', mean: -5.8514, deviation: 4.1336, weight: 2.6725 },
      { name: 'before', mean: 0.1093, deviation: 0.2919, weight: 0.1614 },
      { name: 'after', mean: 0.112, deviation: 0.2921, weight: 0.1284 },
      { name: 'beside-downstream', mean: 0.099, deviation: 0.2726, weight: 0.0648 },
      { name: 'beside-upstream', mean: 0.0987, deviation: 0.2721, weight: 0.033 },
      { name: 'row-rival', mean: 0.7415, deviation: 0.3605, weight: -0.188 },
      { name: 'column-rival', mean: 0.6705, deviation: 0.4058, weight: -0.0864 },
      { name: 'section-mass', mean: 0.4511, deviation: 0.4556, weight: 0.1927 },
      { name: 'heading-mass', mean: 0.0085, deviation: 0.0823, weight: 0.2122 },
      { name: 'left-downstream', mean: 0.0051, deviation: 0.4485, weight: 0.6961 },
      { name: 'left-upstream', mean: 0.0276, deviation: 0.4587, weight: 0.4488 },
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
