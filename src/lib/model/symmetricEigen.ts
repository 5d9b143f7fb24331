/** Convergence is quadratic: about six are needed for forty rows. */
const mostSweeps = 30;

/**
 * Eigenvalues of a small symmetric matrix, largest first, and a unit eigenvector for each: cyclic Jacobi rotations
 * (Golub and Van Loan 2013, section 8.5). The matrix is not changed.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
} {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  /** Rows become the eigenvectors. */
  const v = matrix.map((_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const scale = Math.hypot(...a.flat());
  const isDiagonal = () => a.every((row, i) => row.every((x, j) => i === j || Math.abs(x) <= 1e-14 * scale));
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(); sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (a[p][q] === 0) continue;
        const half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
        const cosine = 1 / Math.hypot(1, tangent);
        rotate(a, v, [p, q], cosine, tangent * cosine);
      }
    }
  }
  const order = [...a.keys()].sort((i, j) => a[j][j] - a[i][i]);
  return { values: order.map((i) => a[i][i]), vectors: order.map((i) => v[i]) };
}

/** a ← Jᵀ a J and v ← Jᵀ v for the rotation J in the plane of axes p and q. */
function rotate(a: number[][], v: number[][], [p, q]: [number, number], cosine: number, sine: number): void {
  for (const row of a) {
    const [x, y] = [row[p], row[q]];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  for (const rows of [a, v]) {
    const [first, second] = [rows[p], rows[q]];
    rows[p] = first.map((x, i) => cosine * x - sine * second[i]);
    rows[q] = first.map((x, i) => sine * x + cosine * second[i]);
  }
}
