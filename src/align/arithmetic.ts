/**
 * Arithmetic of rows of numbers, the few operations that everything fitted here is made of.
 *
 * Loops that fit hand rows about, so that no index has to be proved; here, and only here, it is counted.
 * Rows are of equal length unless `length` says how many numbers count.
 */
type Row = Float64Array | Float32Array;

/** *Out* sum of the products of two rows. */
export function dot(a: Row, b: Row): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k]! * b[k]!;
  return sum;
}

/** Add `scale` times a row to `out`, the first `length` numbers of it. */
export function addScaled(out: Row, scale: number, row: Row, length = out.length): void {
  for (let k = 0; k < length; k += 1) out[k]! += scale * row[k]!;
}

/** *Out* sum of a row's numbers at some indices. */
export function sumAt(row: Row, indices: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 1) sum += row[indices[i]!]!;
  return sum;
}

/** *Out* sum of the squares of a row's numbers at some indices. */
export function squareAt(row: Row, indices: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 1) sum += row[indices[i]!]! ** 2;
  return sum;
}

/** *Out* sum of the squares of a row. */
export function squareOf(row: Row | Int8Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k += 1) sum += row[k]! * row[k]!;
  return sum;
}

/** Make a row of length 1; one of zeros stays. */
export function makeUnit(row: Row): void {
  const square = squareOf(row);
  scaleRow(row, square > 0 ? 1 / Math.sqrt(square) : 0);
}

/** Multiply a row by `scale`. */
export function scaleRow(row: Row, scale: number): void {
  for (let k = 0; k < row.length; k += 1) row[k]! *= scale;
}

/** *Out* views of a matrix stored row after row, each of `width` numbers: what is written to them is written to it. */
export function rowsOf<Numbers extends Row>(matrix: Numbers, width: number): Numbers[] {
  return Array.from(
    { length: matrix.length / width },
    (_, i) => matrix.subarray(i * width, (i + 1) * width) as Numbers,
  );
}

/** *Out* a matrix of zeros, as rows. */
export function zeros(rows: number, width: number): Float64Array[] {
  return rowsOf(new Float64Array(rows * width), width);
}

/** Turn two rows against each other by an angle of this cosine and sine. */
export function rotate(a: Row, b: Row, cosine: number, sine: number): void {
  for (let k = 0; k < a.length; k += 1) {
    const x = a[k]!;
    const y = b[k]!;
    a[k] = cosine * x - sine * y;
    b[k] = sine * x + cosine * y;
  }
}
