import { cholesky, dot, gramOf, solveCholesky } from '../../../kernel/linear-algebra.ts';

/** One way to compare pictures: what their inner products are, and how weights found in it read in plain embeddings. */
export interface Space {
  /** inner products of the examples, n × n */
  readonly gram: Float64Array;
  /** the weights of Σ alphaᵢ xᵢ, ready for a dot product with a plain embedding */
  readonly weightsOf: (alpha: Float64Array) => Float64Array;
}

type Vectors = readonly Float32Array[];

function sumOf(vectors: Vectors, shares: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    for (let d = 0; d < sum.length; d++) sum[d]! += shares[i]! * vector[d]!;
  });
  return sum;
}

/** Embeddings as they are. */
export const plainSpace = (examples: Vectors): Space => ({ gram: gramOf(examples), weightsOf: (alpha) => sumOf(examples, alpha) });

/** Fewer pictures say nothing of how products differ. */
export const fewestOthers = 24;
/** Share of the catalogue's whole variance above which a direction counts as "how products differ anyway". */
const floor = 0.005;

/**
 * Embeddings in which the directions that the shop's products differ in anyway count less: (I + C/t)⁻¹ in place of I,
 * where C is the covariance of other pictures of the catalogue (within-class covariance normalisation, A. Hatch and
 * A. Stolcke, ICASSP 2006; the inverse by Woodbury's identity). A defect that looks the same on many products stands
 * out in it. `others` must be neither labelled nor of a labelled product, or the cross-validation would be no test.
 * Null where there are too few of them.
 */
export function calmedSpace(examples: Vectors, others: Vectors): Space | null {
  const m = others.length;
  if (m < fewestOthers) return null;
  const mean = sumOf(others, new Float64Array(m).fill(1 / m));
  const centred = others.map((vector) => vector.map((value, d) => value - mean[d]!));
  const spread = gramOf(centred);
  let variance = 0;
  for (let i = 0; i < m; i++) variance += spread[i * m + i]!;
  if (variance === 0) return null;
  for (let i = 0; i < m; i++) spread[i * m + i]! += floor * variance;
  const lower = cholesky(spread, m);
  if (lower === null) return null;
  const cross = examples.map((vector) => Float64Array.from(centred, (other) => dot(other, vector)));
  const solved = cross.map((row) => solveCholesky(lower, row));
  const n = examples.length;
  const gram = gramOf(examples);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = gram[i * n + j]! - dot(cross[i]!, solved[j]!);
      gram[i * n + j] = value;
      gram[j * n + i] = value;
    }
  }
  return {
    gram,
    weightsOf(alpha) {
      const shares = new Float64Array(m);
      solved.forEach((row, i) => {
        for (let k = 0; k < m; k++) shares[k]! += alpha[i]! * row[k]!;
      });
      const plain = sumOf(examples, alpha);
      const common = sumOf(centred, shares);
      return plain.map((value, d) => value - common[d]!);
    },
  };
}
