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
    bias: -7.7754,
    components: [
      { name: 'wording', mean: 0.0525, deviation: 0.1036, weight: 0.4674 },
      { name: 'heading', mean: 0.0416, deviation: 0.1666, weight: 0.2212 },
      { name: 'heading-meaning', mean: 0.0978, deviation: 0.2366, weight: 0.2906 },
      { name: 'held-downstream', mean: 0.0495, deviation: 0.1253, weight: 0.253 },
      { name: 'held-upstream', mean: 0.0526, deviation: 0.1324, weight: 0.1198 },
      { name: 'meaning', mean: 0.0632, deviation: 0.249, weight: 0.7749 },
      { name: 'row-margin', mean: -0.561, deviation: 0.3763, weight: 0.8344 },
      { name: 'column-margin', mean: -0.5512, deviation: 0.369, weight: 1.0458 },
      { name: 'row-best', mean: 0.0475, deviation: 0.2127, weight: 0.4917 },
      { name: 'column-best', mean: 0.0401, deviation: 0.1962, weight: 0.2049 },
      { name: 'one-bare', mean: 0.0101, deviation: 0.0999, weight: -0.1612 },
      { name: 'same-depth', mean: 0.686, deviation: 0.4641, weight: 0.34 },
    ],
  },
  first: {
    bias: -6.1971,
    components: [
      { name: 'held-downstream', mean: 0.1232, deviation: 0.1928, weight: 0.1258 },
      { name: 'clause-information', mean: 2.7246, deviation: 1.1889, weight: 0.5366 },
      { name: 'meaning', mean: 0.2772, deviation: 0.2606, weight: 0.1038 },
      { name: 'rarest', mean: 3.9179, deviation: 2.1976, weight: 0.5002 },
      { name: 'length-ratio', mean: 0.5196, deviation: 0.2678, weight: 0.0211 },
      { name: 'shorter-length', mean: 3.061, deviation: 0.6335, weight: 0.0578 },
      { name: 'both-headings', mean: 0.0343, deviation: 0.182, weight: 0.4839 },
      { name: 'one-heading', mean: 0.2516, deviation: 0.4339, weight: -0.7822 },
      { name: 'section', mean: 0.5264, deviation: 0.4904, weight: 0.6549 },
      { name: 'section-rival', mean: 0.4662, deviation: 0.4909, weight: -0.5109 },
      { name: 'row-margin', mean: -0.5617, deviation: 0.4845, weight: 0.8968 },
      { name: 'column-margin', mean: -0.5696, deviation: 0.486, weight: 0.602 },
      { name: 'row-best', mean: 0.0748, deviation: 0.2631, weight: 0.0625 },
      { name: 'column-best', mean: 0.0754, deviation: 0.264, weight: 0.0317 },
      { name: 'place', mean: 0.1647, deviation: 0.2224, weight: -0.4138 },
      { name: 'claim-downstream', mean: -0.154, deviation: 0.3944, weight: 0.8922 },
      { name: 'claim-upstream', mean: -0.1694, deviation: 0.3943, weight: 0.6053 },
      { name: 'claims-downstream', mean: 0.0763, deviation: 0.2353, weight: 0.3899 },
      { name: 'claims-upstream', mean: 0.0769, deviation: 0.2389, weight: 0.2595 },
    ],
  },
  second: {
    bias: -6.1239,
    components: [
      { name: 'first', mean: -6.1064, deviation: 4.4826, weight: 2.2354 },
      { name: 'before', mean: 0.137, deviation: 0.3281, weight: 0.2301 },
      { name: 'after', mean: 0.1367, deviation: 0.3267, weight: 0.0646 },
      { name: 'beside-downstream', mean: 0.1148, deviation: 0.2993, weight: 0.1236 },
      { name: 'beside-upstream', mean: 0.1173, deviation: 0.3017, weight: 0.0063 },
      { name: 'row-rival', mean: 0.8048, deviation: 0.3432, weight: -0.2392 },
      { name: 'column-rival', mean: 0.7831, deviation: 0.3653, weight: -0.0589 },
      { name: 'section-mass', mean: 0.51, deviation: 0.4743, weight: 0.3718 },
      { name: 'heading-mass', mean: 0.0091, deviation: 0.0882, weight: 0.2588 },
      { name: 'left-downstream', mean: -0.0497, deviation: 0.4857, weight: 0.9381 },
      { name: 'left-upstream', mean: -0.0605, deviation: 0.4896, weight: 0.8709 },
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
