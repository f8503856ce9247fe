/** The vector at length 1 (all zeros stay); absent where it holds something that is no finite number. */
export function normalised(values: ArrayLike<unknown>): Float32Array | undefined {
  let square = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
    square += value * value;
  }
  const length = Math.sqrt(square);
  if (!Number.isFinite(length)) return undefined;
  const out = new Float32Array(values.length);
  if (length > 0)
    for (let i = 0; i < values.length; i += 1) out[i] = (values[i] as number) / length;
  return out;
}
