import { cholesky, solveCholesky } from '../../../kernel/linear-algebra.ts';

/** A fitted classifier: the score of a picture is Σ alphaᵢ · (xᵢ · x) + bias; positive means bad. */
export interface Fit {
  /** one weight for each example */
  readonly alpha: Float64Array;
  readonly bias: number;
}

export interface Labelled {
  /** inner products of all examples, n × n */
  readonly gram: Float64Array;
  /** true = bad */
  readonly bad: readonly boolean[];
}

const mostSteps = 60;
const closeEnough = 1e-10;
/** Below this a curvature is noise; it keeps the square root and its inverse finite. */
const leastCurvature = 1e-14;

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** log(1 + eˣ) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Each class weighs as much as the other, however many examples it has: n / (2 · count of its class). */
export function classWeights(bad: readonly boolean[]): Float64Array {
  const positives = bad.filter(Boolean).length;
  const negatives = bad.length - positives;
  return Float64Array.from(bad, (is) => bad.length / (2 * (is ? positives : negatives)));
}

function scores(gram: Float64Array, alpha: Float64Array, bias: number): Float64Array {
  const n = alpha.length;
  const f = new Float64Array(n).fill(bias);
  for (let i = 0; i < n; i++) {
    let sum = bias;
    for (let j = 0; j < n; j++) sum += gram[i * n + j]! * alpha[j]!;
    f[i] = sum;
  }
  return f;
}

function objective(f: Float64Array, { alpha, bias }: Fit, bad: readonly boolean[], weights: Float64Array, ridge: number): number {
  let loss = 0;
  let norm = 0;
  for (let i = 0; i < f.length; i++) {
    loss += weights[i]! * softplus(bad[i]! ? -f[i]! : f[i]!);
    norm += alpha[i]! * (f[i]! - bias);
  }
  return loss + (ridge / 2) * norm;
}

/** One Newton step: the weighted least squares that the loss looks like here, solved in the space of the examples. */
function newton(gram: Float64Array, f: Float64Array, bad: readonly boolean[], weights: Float64Array, ridge: number): Fit {
  const n = f.length;
  const root = new Float64Array(n);
  const pulled = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const p = sigmoid(f[i]!);
    root[i] = Math.sqrt(Math.max(leastCurvature, weights[i]! * p * (1 - p)));
    pulled[i] = root[i]! * f[i]! + (weights[i]! * (Number(bad[i]) - p)) / root[i]!;
  }
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) matrix[i * n + j] = root[i]! * gram[i * n + j]! * root[j]! + (i === j ? ridge : 0);
  }
  const lower = cholesky(matrix, n);
  if (lower === null) throw new Error('a Gram matrix plus a ridge is positive definite');
  const toTarget = solveCholesky(lower, pulled);
  const toOne = solveCholesky(lower, root);
  let target = 0;
  let one = 0;
  for (let i = 0; i < n; i++) {
    target += root[i]! * toTarget[i]!;
    one += root[i]! * toOne[i]!;
  }
  const bias = target / one;
  return { alpha: Float64Array.from(toTarget, (value, i) => root[i]! * (value - bias * toOne[i]!)), bias };
}

/**
 * L2-regularised logistic regression with a free intercept and balanced classes, by Newton's method in the space of
 * the examples (n of them instead of 1,792 features: the optimum is the same, by the representer theorem). Minimises
 * Σ wᵢ log(1 + exp(−yᵢ fᵢ)) + ridge/2 · |w|². Deterministic; `start` only saves steps. Needs both classes.
 */
export function fitLogistic({ gram, bad }: Labelled, ridge: number, start?: Fit): Fit {
  const n = bad.length;
  const weights = classWeights(bad);
  let fit: Fit = start ?? { alpha: new Float64Array(n), bias: 0 };
  let f = scores(gram, fit.alpha, fit.bias);
  let value = objective(f, fit, bad, weights, ridge);
  for (let step = 0; step < mostSteps; step++) {
    const aim = newton(gram, f, bad, weights, ridge);
    const aimed = scores(gram, aim.alpha, aim.bias);
    let length = 1;
    let next = aim;
    let nextF = aimed;
    let nextValue = objective(aimed, aim, bad, weights, ridge);
    while (nextValue > value + 1e-12 && length > 1e-6) {
      length /= 2;
      const [from, fromF, share] = [fit, f, length];
      next = { alpha: aim.alpha.map((to, i) => from.alpha[i]! + share * (to - from.alpha[i]!)), bias: from.bias + share * (aim.bias - from.bias) };
      nextF = aimed.map((to, i) => fromF[i]! + share * (to - fromF[i]!));
      nextValue = objective(nextF, next, bad, weights, ridge);
    }
    let moved = 0;
    for (let i = 0; i < n; i++) moved = Math.max(moved, Math.abs(nextF[i]! - f[i]!));
    [fit, f, value] = [next, nextF, nextValue];
    if (moved < closeEnough) break;
  }
  return fit;
}

/** Scores of other pictures: `cross` holds their inner products with the examples, one row a picture. */
export function scoreAll({ alpha, bias }: Fit, cross: Float64Array): Float64Array {
  const n = alpha.length;
  const count = n === 0 ? 0 : cross.length / n;
  return Float64Array.from({ length: count }, (_, row) => {
    let sum = bias;
    for (let j = 0; j < n; j++) sum += cross[row * n + j]! * alpha[j]!;
    return sum;
  });
}
