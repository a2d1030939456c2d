/** Square matrices are Float64Arrays, row by row. */

/**
 * Cholesky's factor L (lower triangle, row by row) of a symmetric positive definite matrix of n × n; only its lower
 * triangle is read. Null where it is not positive definite.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    const at = row * n;
    for (let column = 0; column <= row; column++) {
      const to = column * n;
      let sum = matrix[at + column]!;
      for (let k = 0; k < column; k++) sum -= lower[at + k]! * lower[to + k]!;
      if (column < row) lower[at + column] = sum / lower[to + column]!;
      else if (sum > 0) lower[at + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** The x of L Lᵀ x = b, for the factor that `cholesky` gave. */
export function solveCholesky(lower: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let row = 0; row < n; row++) {
    let sum = x[row]!;
    for (let k = 0; k < row; k++) sum -= lower[row * n + k]! * x[k]!;
    x[row] = sum / lower[row * n + row]!;
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = x[row]!;
    for (let k = row + 1; k < n; k++) sum -= lower[k * n + row]! * x[k]!;
    x[row] = sum / lower[row * n + row]!;
  }
  return x;
}

/** Σ aᵢ bᵢ. Four sums at once: twice as fast, and the same for the same input. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

/** Every inner product of some vectors: n × n, symmetric. */
export function gramOf(vectors: readonly ArrayLike<number>[]): Float64Array {
  const n = vectors.length;
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(vectors[i]!, vectors[j]!);
      gram[i * n + j] = value;
      gram[j * n + i] = value;
    }
  }
  return gram;
}

/** Rows and columns of an n × n matrix, in the order asked for. */
export function part(matrix: Float64Array, n: number, rows: readonly number[], columns: readonly number[]): Float64Array {
  const taken = new Float64Array(rows.length * columns.length);
  rows.forEach((row, i) => columns.forEach((column, j) => {
    taken[i * columns.length + j] = matrix[row * n + column]!;
  }));
  return taken;
}
