import type { Vocabulary } from './vocabulary.js';

/** Words within this distance are company; a sentence's clauses are on one subject, so commas do not end it. */
const WINDOW = 8;
/** Exponent that lifts rare contexts (Levy & Goldberg 2015). */
const SMOOTHING = 0.75;
/** Shift of the PMI: pairs that meet less than e^0.3 times as often as by chance say nothing. */
const SHIFT = 0.3;
/** Extra directions and passes of the randomised decomposition (Halko et al. 2011). */
const OVERSAMPLING = 12;
const PASSES = 4;

interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * Word vectors from company: positive pointwise mutual information, then a truncated singular value decomposition.
 *
 * *Out* `words × dimensions`, each vector of length 1, zeros for a word without company.
 * *Source* Levy & Goldberg 2014/2015 (PPMI-SVD); Halko, Martinsson & Tropp 2011 (randomised SVD).
 */
export function wordVectors(vocabulary: Vocabulary, dimensions: number): Float32Array {
  const matrix = ppmi(vocabulary);
  const size = vocabulary.words.length;
  const width = dimensions + OVERSAMPLING;
  let basis = randomMatrix(size, width);
  // The matrix is symmetric: powers of it sharpen the leading directions.
  for (let pass = 0; pass < PASSES; pass += 1)
    basis = orthonormal(multiply(matrix, basis, size, width), size, width);
  const image = multiply(matrix, basis, size, width);
  const { values, vectors } = eigen(innerProducts(basis, image, size, width), width);
  const order = [...values.keys()]
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!))
    .slice(0, dimensions);
  const result = new Float64Array(size * dimensions);
  for (let word = 0; word < size; word += 1) {
    for (const [k, column] of order.entries()) {
      let sum = 0;
      for (let i = 0; i < width; i += 1)
        sum += basis[word * width + i]! * vectors[i * width + column]!;
      result[word * dimensions + k] = sum * Math.sqrt(Math.abs(values[column]!));
    }
  }
  return normalised(result, size, dimensions);
}

function ppmi(vocabulary: Vocabulary): SparseRows {
  const size = vocabulary.words.length;
  const rows: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  for (const ids of vocabulary.segmented) {
    for (const [at, left] of ids.entries()) {
      if (left < 0) continue;
      for (let next = at + 1; next < Math.min(ids.length, at + 1 + WINDOW); next += 1) {
        const right = ids[next]!;
        if (right < 0 || right === left) continue;
        rows[left]!.set(right, (rows[left]!.get(right) ?? 0) + 1);
        rows[right]!.set(left, (rows[right]!.get(left) ?? 0) + 1);
      }
    }
  }
  const sums = rows.map((row) => {
    let sum = 0;
    for (const count of row.values()) sum += count;
    return sum;
  });
  const total = sums.reduce((a, b) => a + b, 0);
  const smoothed = sums.map((sum) => sum ** SMOOTHING);
  const smoothedTotal = smoothed.reduce((a, b) => a + b, 0);
  const starts = new Int32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [word, row] of rows.entries()) {
    for (const [other, count] of [...row].sort((a, b) => a[0] - b[0])) {
      const forward = Math.log((count * smoothedTotal) / (sums[word]! * smoothed[other]!));
      const backward = Math.log((count * smoothedTotal) / (sums[other]! * smoothed[word]!));
      const value = (forward + backward) / 2 - SHIFT;
      if (value <= 0 || total === 0) continue;
      columns.push(other);
      values.push(value);
    }
    starts[word + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

/** Deterministic numbers in −1..1 (mulberry32). */
function randomMatrix(rows: number, width: number): Float64Array {
  let state = 20201202;
  return Float64Array.from({ length: rows * width }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2147483648 - 1;
  });
}

function multiply(
  matrix: SparseRows,
  dense: Float64Array,
  rows: number,
  width: number,
): Float64Array {
  const out = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const value = matrix.values[at]!;
      const from = matrix.columns[at]! * width;
      for (let k = 0; k < width; k += 1) out[row * width + k]! += value * dense[from + k]!;
    }
  }
  return out;
}

/** Modified Gram–Schmidt over the columns, worked on a transposed copy for speed. */
function orthonormal(dense: Float64Array, rows: number, width: number): Float64Array {
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from({ length: rows }, (_unused, row) => dense[row * width + k]!),
  );
  for (const [k, column] of columns.entries()) {
    for (let before = 0; before < k; before += 1) {
      const other = columns[before]!;
      let dot = 0;
      for (let i = 0; i < rows; i += 1) dot += column[i]! * other[i]!;
      for (let i = 0; i < rows; i += 1) column[i]! -= dot * other[i]!;
    }
    let square = 0;
    for (const value of column) square += value * value;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < rows; i += 1) column[i]! *= scale;
  }
  const out = new Float64Array(rows * width);
  for (const [k, column] of columns.entries())
    for (let row = 0; row < rows; row += 1) out[row * width + k] = column[row]!;
  return out;
}

function innerProducts(
  left: Float64Array,
  right: Float64Array,
  rows: number,
  width: number,
): Float64Array {
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1)
    for (let i = 0; i < width; i += 1)
      for (let j = 0; j < width; j += 1)
        out[i * width + j]! += left[row * width + i]! * right[row * width + j]!;
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < i; j += 1) {
      const mean = (out[i * width + j]! + out[j * width + i]!) / 2;
      out[i * width + j] = mean;
      out[j * width + i] = mean;
    }
  return out;
}

/** Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by cyclic Jacobi rotations. */
function eigen(
  matrix: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(a, v, size, p, q);
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors: v };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (Math.abs(apq) < 1e-12) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k += 1) {
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = c * kp - s * kq;
    a[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k += 1) {
    const pk = a[p * size + k]!;
    const qk = a[q * size + k]!;
    a[p * size + k] = c * pk - s * qk;
    a[q * size + k] = s * pk + c * qk;
    const vp = v[k * size + p]!;
    const vq = v[k * size + q]!;
    v[k * size + p] = c * vp - s * vq;
    v[k * size + q] = s * vp + c * vq;
  }
}

function normalised(vectors: Float64Array, size: number, dimensions: number): Float32Array {
  const out = new Float32Array(size * dimensions);
  for (let word = 0; word < size; word += 1) {
    let square = 0;
    for (let i = 0; i < dimensions; i += 1) square += vectors[word * dimensions + i]! ** 2;
    if (square === 0) continue;
    for (let i = 0; i < dimensions; i += 1)
      out[word * dimensions + i] = vectors[word * dimensions + i]! / Math.sqrt(square);
  }
  return out;
}

/** *Out* `words × dimensions` bytes, each vector scaled so that its largest part is ±127. */
export function quantise(vectors: Float32Array, dimensions: number): Int8Array {
  const out = new Int8Array(vectors.length);
  for (let at = 0; at < vectors.length; at += dimensions) {
    let largest = 0;
    for (let i = 0; i < dimensions; i += 1) largest = Math.max(largest, Math.abs(vectors[at + i]!));
    if (largest === 0) continue;
    for (let i = 0; i < dimensions; i += 1)
      out[at + i] = Math.round((vectors[at + i]! / largest) * 127);
  }
  return out;
}
