import { addScaled, dot, rotate, rowsOf, scaleRow, zeros } from '../align/arithmetic.js';
import { itemAt } from '../text/index.js';
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
/** Rounds of rotations over all pairs; the numbers beside the diagonal are nothing long before. */
const SWEEPS = 30;

/** The numbers of a row that are not zero, and their columns. */
interface SparseRow {
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
  const width = dimensions + OVERSAMPLING;
  let basis = randomRows(vocabulary.words.length, width);
  // The matrix is symmetric: powers of it sharpen the leading directions.
  for (let pass = 0; pass < PASSES; pass += 1) basis = orthonormal(multiply(matrix, basis));
  const leading = eigen(innerProducts(basis, multiply(matrix, basis)))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, dimensions);
  const result = new Float32Array(basis.length * dimensions);
  for (const [word, out] of rowsOf(result, dimensions).entries()) {
    const row = itemAt(basis, word);
    out.set(leading.map(({ value, vector }) => dot(row, vector) * Math.sqrt(Math.abs(value))));
    const length = Math.sqrt(dot(out, out));
    if (length > 0) scaleRow(out, 1 / length);
  }
  return result;
}

function ppmi(vocabulary: Vocabulary): SparseRow[] {
  const rows = companyOf(vocabulary);
  const sums = rows.map((row) => {
    let sum = 0;
    for (const count of row.values()) sum += count;
    return sum;
  });
  const smoothed = sums.map((sum) => sum ** SMOOTHING);
  const total = smoothed.reduce((a, b) => a + b, 0);
  return rows.map((row, word) => {
    const columns: number[] = [];
    const values: number[] = [];
    const [sum, smooth] = [itemAt(sums, word), itemAt(smoothed, word)];
    for (const [other, count] of [...row].sort((a, b) => a[0] - b[0])) {
      const forward = Math.log((count * total) / (sum * itemAt(smoothed, other)));
      const backward = Math.log((count * total) / (itemAt(sums, other) * smooth));
      const value = (forward + backward) / 2 - SHIFT;
      if (value <= 0) continue;
      columns.push(other);
      values.push(value);
    }
    return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
  });
}

/** How often each word stands near each other one. */
function companyOf({ words, segmented }: Vocabulary): Map<number, number>[] {
  const rows: Map<number, number>[] = words.map(() => new Map());
  const count = (word: number, other: number): void => {
    const row = itemAt(rows, word);
    row.set(other, (row.get(other) ?? 0) + 1);
  };
  for (const ids of segmented) {
    for (const [at, left] of ids.entries()) {
      if (left < 0) continue;
      for (const right of ids.slice(at + 1, at + 1 + WINDOW)) {
        if (right < 0 || right === left) continue;
        count(left, right);
        count(right, left);
      }
    }
  }
  return rows;
}

/** Deterministic numbers in −1..1 (mulberry32). */
function randomRows(rows: number, width: number): Float64Array[] {
  let state = 20201202;
  const numbers = Float64Array.from({ length: rows * width }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2147483648 - 1;
  });
  return rowsOf(numbers, width);
}

function multiply(matrix: readonly SparseRow[], dense: readonly Float64Array[]): Float64Array[] {
  const out = zeros(matrix.length, dense[0]?.length ?? 0);
  for (const [row, { columns, values }] of matrix.entries()) {
    const sum = itemAt(out, row);
    for (const [at, column] of columns.entries())
      addScaled(sum, itemAt(values, at), itemAt(dense, column));
  }
  return out;
}

function transposed(rows: readonly Float64Array[]): Float64Array[] {
  return Array.from(rows[0] ?? [], (_, k) => Float64Array.from(rows, (row) => itemAt(row, k)));
}

/** Modified Gram–Schmidt over the columns, worked on a transposed copy for speed. */
function orthonormal(dense: readonly Float64Array[]): Float64Array[] {
  const columns = transposed(dense);
  for (const [k, column] of columns.entries()) {
    for (const other of columns.slice(0, k)) addScaled(column, -dot(column, other), other);
    const square = dot(column, column);
    scaleRow(column, square > 0 ? 1 / Math.sqrt(square) : 0);
  }
  return transposed(columns);
}

/** Products of the columns of two matrices, each with each, made symmetric where rounding left them unlike. */
function innerProducts(
  left: readonly Float64Array[],
  right: readonly Float64Array[],
): Float64Array[] {
  const [a, b] = [transposed(left), transposed(right)];
  const product = (i: number, j: number): number => dot(itemAt(a, i), itemAt(b, j));
  return a.map((_, i) => Float64Array.from(a, (_unused, j) => (product(i, j) + product(j, i)) / 2));
}

interface Eigen {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Eigenvalues and eigenvectors of a small symmetric matrix, changed in place, by cyclic Jacobi rotations. */
function eigen(matrix: readonly Float64Array[]): Eigen[] {
  const size = matrix.length;
  const vectors = matrix.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) clear(matrix, vectors, p, q);
  return vectors.map((vector, i) => ({ value: itemAt(itemAt(matrix, i), i), vector }));
}

/** One rotation, after which the number at `p`, `q` is zero. */
function clear(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const [first, second] = [itemAt(matrix, p), itemAt(matrix, q)];
  const meeting = itemAt(first, q);
  if (Math.abs(meeting) < 1e-12) return;
  const theta = (itemAt(second, q) - itemAt(first, p)) / (2 * meeting);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (const row of matrix) {
    const x = itemAt(row, p);
    const y = itemAt(row, q);
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  rotate(first, second, cosine, sine);
  rotate(itemAt(vectors, p), itemAt(vectors, q), cosine, sine);
}

/** *Out* `words × dimensions` bytes, each vector scaled so that its largest part is ±127. */
export function quantise(vectors: Float32Array, dimensions: number): Int8Array {
  const out = new Int8Array(vectors.length);
  for (const [i, vector] of rowsOf(vectors, dimensions).entries()) {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest > 0)
      out.set(
        Int8Array.from(vector, (value) => Math.round((value / largest) * 127)),
        i * dimensions,
      );
  }
  return out;
}
