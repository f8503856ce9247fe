import type { BoostedTrees, LogisticModel, Mixture, Parameters } from '../align/index.js';

/** `parameters.json` of an engine: one component or tree a line. Numbers are rounded: the gold does not bear more digits. */
export function parametersText(parameters: Parameters): string {
  const { thresholds, relation } = parameters;
  const rounded: Parameters = {
    sections: line(parameters.sections),
    first: line(parameters.first),
    second: parameters.second,
    counterparts: mixture(parameters.counterparts),
    clauses: { touched: line(parameters.clauses.touched), whole: line(parameters.clauses.whole) },
    relation: { verbatim: line(relation.verbatim), paraphrased: line(relation.paraphrased) },
    thresholds: {
      link: digits(thresholds.link),
      doubtful: digits(thresholds.doubtful),
      counterpart: digits(thresholds.counterpart),
      related: digits(thresholds.related),
    },
  };
  return `${block(rounded, '')}\n`;
}

function line({ bias, components }: LogisticModel): LogisticModel {
  return {
    bias: digits(bias),
    components: components.map(({ name, mean, deviation, weight }) => ({
      name,
      mean: digits(mean),
      deviation: digits(deviation),
      weight: digits(weight),
    })),
  };
}

function mixture({ line: model, trees }: Mixture): { line: LogisticModel; trees: BoostedTrees } {
  return { line: line(model), trees };
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}

/** Objects of objects and lists over several lines, what is in lists and the innermost objects on one. */
function block(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + JSON.stringify(item)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value);
  if (entries.every(([, item]) => typeof item !== 'object')) return JSON.stringify(value);
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${block(item, inner)}`).join(',\n')}\n${indent}}`;
}
