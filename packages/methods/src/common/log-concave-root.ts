/** Inverts a distribution function: one solver behind every quantile that has no closed form. */

/** ln F(u) and its slope, F being log-concave in u. */
export type LogTail = (u: number) => { log: number; slope: number };

/**
 * Solves ln F(u) = target by Newton's method. For a log-concave F each tangent lies above the curve, so that after
 * one step the iterates approach from one side and cannot cycle; where a step falls so far that F underflows, it is
 * halved.
 * @param start a place where F neither underflows nor is flat, such as the centre of the distribution.
 */
export function logConcaveRoot(tail: LogTail, target: number, start: number): number {
  let good = start;
  let u = start;
  let lastStep = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 400; i++) {
    const { log, slope } = tail(u);
    if (!Number.isFinite(log) || slope === 0 || !Number.isFinite(slope)) {
      u = (u + good) / 2;
      continue;
    }
    good = u;
    const step = (target - log) / slope;
    // At the last digits rounding makes the steps stop shrinking.
    if (Math.abs(step) <= 4e-16 * Math.abs(u)) return u + step;
    if (Math.abs(step) < 1e-9 * Math.max(1, Math.abs(u)) && Math.abs(step) >= lastStep) return u;
    lastStep = Math.abs(step);
    u += step;
  }
  return u;
}
