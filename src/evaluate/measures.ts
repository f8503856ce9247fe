/** Precision, recall and F1 against sure and possible links, rounded to four decimals. */
export interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly predicted: number;
  readonly sure: number;
  readonly possible: number;
}

/**
 * A predicted link is right when it is possible; a sure link is found when it was predicted.
 *
 * With nothing sure, recall is 1; with nothing predicted, precision is 0.
 */
export function measure(
  predicted: ReadonlySet<string>,
  possible: ReadonlySet<string>,
  sure: ReadonlySet<string>,
): Measure {
  const right = count(predicted, possible);
  const found = count(predicted, sure);
  const precision = predicted.size > 0 ? right / predicted.size : 0;
  const recall = sure.size > 0 ? found / sure.size : 1;
  const both = precision + recall;
  return {
    precision: round(precision),
    recall: round(recall),
    f1: both > 0 ? round((2 * precision * recall) / both) : 0,
    predicted: predicted.size,
    sure: sure.size,
    possible: possible.size,
  };
}

function count(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let both = 0;
  for (const key of left) if (right.has(key)) both += 1;
  return both;
}

/** Four decimals, ties to even as the reference scorer rounds. */
export function round(value: number): number {
  const scaled = value * 10000;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  if (rest === 0.5) return (floor % 2 === 0 ? floor : floor + 1) / 10000;
  return Math.round(scaled) / 10000;
}
