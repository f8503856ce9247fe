import type { BoostedTrees, LogisticModel, Mixture, Parameters } from '../align/index.js';

/** Source text of `src/align/parameters.ts`. Numbers are rounded: the gold does not bear more digits. */
export function parametersSource(parameters: Parameters, note: string): string {
  return `import type { Parameters } from './parameters-type.js';

/**
 * Fitted parameters of the alignment engine. Written by \`npm run fit\`; do not edit by hand.
 *
 * In the logistic models each component is standardised by \`mean\` and \`deviation\`, then weighted; what the components mean stands where they are
 * measured (measure.ts, context.ts, surround.ts, sections.ts, counterparts.ts, relation.ts), what they are worth in README.md.
 * ${note}
 */
export const DEFAULT_PARAMETERS: Parameters = {
  sections: ${model(parameters.sections, 2)},
  first: ${model(parameters.first, 2)},
  second: ${treesText(parameters.second, 2)},
  counterparts: ${mixture(parameters.counterparts)},
  relation: {
    verbatim: ${model(parameters.relation.verbatim, 4)},
    paraphrased: ${model(parameters.relation.paraphrased, 4)},
  },
  thresholds: ${object(parameters.thresholds as unknown as Record<string, number>)},
};
`;
}

function model(value: LogisticModel, indent: number): string {
  const pad = ' '.repeat(indent);
  const rows = value.components.map(
    (c) =>
      `${pad}    { name: '${c.name}', mean: ${digits(c.mean)}, deviation: ${digits(c.deviation)}, weight: ${digits(c.weight)} },`,
  );
  return `{\n${pad}  bias: ${digits(value.bias)},\n${pad}  components: [\n${rows.join('\n')}\n${pad}  ],\n${pad}}`;
}

function mixture({ line, trees }: Mixture): string {
  return `{
    line: ${model(line, 4)},
    trees: ${treesText(trees, 4)},
  }`;
}

function treesText({ bias, components, trees }: BoostedTrees, indent: number): string {
  const pad = ' '.repeat(indent);
  const list = (values: readonly string[]): string =>
    values.map((value) => `${pad}    '${value}',\n`).join('');
  return `{\n${pad}  bias: ${bias},\n${pad}  components: [\n${list(components)}${pad}  ],\n${pad}  trees: [\n${list(trees)}${pad}  ],\n${pad}}`;
}

function object(values: Record<string, number>): string {
  return `{ ${Object.entries(values)
    .map(([name, value]) => `${name}: ${digits(value)}`)
    .join(', ')} }`;
}

function digits(value: number): string {
  return String(Number(value.toFixed(4)));
}
