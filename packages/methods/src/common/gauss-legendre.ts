/** Nodes and weights of Gauss-Legendre quadrature, which integrates smooth functions with few evaluations. */

/**
 * Nodes and weights on [from, to], exact for polynomials up to degree 2 points - 1. Newton's method on the Legendre
 * polynomial from the asymptotic roots, NIST DLMF 3.5(v).
 * @example gaussLegendre(2, -1, 1).nodes[1] // 0.5773502691896257
 */
export function gaussLegendre(
  points: number,
  from: number,
  to: number,
): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(points);
  const weights = new Float64Array(points);
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  for (let i = 0; i < (points + 1) >> 1; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0, lastStep = Number.POSITIVE_INFINITY; step < lastStep; ) {
      let previous = 0;
      let value = 1;
      for (let degree = 1; degree <= points; degree++) {
        [previous, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree];
      }
      slope = (points * (previous - x * value)) / (1 - x * x);
      lastStep = step === 0 ? Number.POSITIVE_INFINITY : step;
      step = Math.abs(value / slope);
      x -= value / slope;
      if (step < 1e-16) break;
    }
    nodes[i] = middle - half * x;
    nodes[points - 1 - i] = middle + half * x;
    weights[i] = (2 * half) / ((1 - x * x) * slope * slope);
    weights[points - 1 - i] = weights[i];
  }
  return { nodes, weights };
}
