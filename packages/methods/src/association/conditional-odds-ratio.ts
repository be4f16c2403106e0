/**
 * The odds ratio given all margins, which belongs with Fisher's test: maximum likelihood and exact interval.
 * Sources: Cornfield, Proc Third Berkeley Symp 4 (1956) 135; Agresti, Categorical Data Analysis (2013) 3.5 and 16.6.
 */
import { requireLevel } from '../common/checks.ts';
import { logConcaveRoot } from '../common/log-concave-root.ts';
import type { MethodWarning, Result } from '../common/result.ts';
import { emptyMargin, type FourCells, requireFourCells } from './four-cells.ts';

/**
 * The psi at which E(X) = a, X being the first cell given the margins, P(X = x) proportional to h(x) psi^x with h
 * hypergeometric. The limits solve P(X >= a) = alpha / 2 and P(X <= a) = alpha / 2; with `interval: 'mid-p'` half of
 * P(X = a) is left out of each tail.
 * @param cells counts of participants.
 * @returns `estimate: null` where a is the largest count that the margins allow (the ratio grows without bound; the
 * upper limit is then Infinity), and where a margin is empty.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example conditionalOddsRatio({ a: 18, b: 12, c: 22, d: 68 }).estimate // 4.567674276933243
 */
export function conditionalOddsRatio(
  cells: FourCells,
  { interval = 'central', level = 0.95 }: { interval?: 'central' | 'mid-p'; level?: number } = {},
): Result {
  const n = requireFourCells(cells);
  requireLevel(level);
  const method = 'conditional maximum-likelihood odds ratio';
  const empty = n === 0 ? 'no participant was counted' : emptyMargin(cells);
  if (empty !== null) {
    const message = `the conditional odds ratio is undefined: ${empty}`;
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'empty-margin', message }] };
  }
  const distribution = logWeights(cells);
  const { low, high } = distribution;
  const { a } = cells;
  const limits = {
    lower: a === low ? 0 : Math.exp(limit(distribution, a, 'above', interval, (1 - level) / 2)),
    upper:
      a === high
        ? Number.POSITIVE_INFINITY
        : Math.exp(limit(distribution, a, 'below', interval, (1 - level) / 2)),
    level,
    method: interval === 'mid-p' ? 'conditional mid-p' : 'conditional exact, central',
  };
  const warnings: MethodWarning[] = [];
  if (a === low || a === high) {
    const message = 'a is at the end of what the margins allow: the estimate is 0 or grows without bound';
    warnings.push({ code: 'boundary', message });
  }
  const estimate = a === low ? 0 : a === high ? null : Math.exp(solveMean(distribution, a));
  return { estimate, interval: limits, n, method, warnings };
}

interface LogWeights {
  low: number;
  high: number;
  logs: Float64Array;
}

/** ln h(x) - ln h(low), by the ratio of neighbours. */
function logWeights({ a, b, c, d }: FourCells): LogWeights {
  const low = Math.max(0, a - d);
  const high = Math.min(a + b, a + c);
  const logs = new Float64Array(high - low + 1);
  for (let x = low; x < high; x++) {
    const ratio = ((a + b - x) * (a + c - x)) / ((x + 1) * (d - a + x + 1));
    logs[x + 1 - low] = logs[x - low] + Math.log(ratio);
  }
  return { low, high, logs };
}

/** Mass, mean and variance of x under weights h(x) e^(u x) times `share(x)`, the mass relative to `shift`. */
function moments({ low, high, logs }: LogWeights, u: number, shift: number, share: (x: number) => number) {
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let x = low; x <= high; x++) {
    const weight = share(x) * Math.exp(logs[x - low] + u * x - shift);
    mass += weight;
    first += weight * x;
    second += weight * x * x;
  }
  return { mass, mean: first / mass, variance: second / mass - (first / mass) ** 2 };
}

function largestExponent({ low, high, logs }: LogWeights, u: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let x = low; x <= high; x++) largest = Math.max(largest, logs[x - low] + u * x);
  return largest;
}

/** The u = ln psi with mean `target`; the mean rises with u. Newton's method kept within a shrinking bracket. */
function solveMean(distribution: LogWeights, target: number): number {
  let [below, above] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let u = 0;
  for (let i = 0; i < 200; i++) {
    const { mean, variance } = moments(distribution, u, largestExponent(distribution, u), () => 1);
    if (mean < target) below = u;
    else above = u;
    const step = Math.min(4, Math.max(-4, (target - mean) / variance));
    let next = u + (Number.isFinite(step) ? step : Math.sign(target - mean));
    if (Math.abs(next - u) <= 1e-15 * Math.max(1, Math.abs(u))) return next;
    if (next <= below || next >= above) next = (below + above) / 2;
    u = next;
  }
  return u;
}

/** The u = ln psi at which the tail beyond a holds `probability`. */
function limit(
  distribution: LogWeights,
  a: number,
  side: 'above' | 'below',
  rule: 'central' | 'mid-p',
  probability: number,
): number {
  const own = rule === 'mid-p' ? 0.5 : 1;
  const sign = side === 'above' ? 1 : -1;
  const share = (x: number) => (x === a ? own : sign * (x - a) > 0 ? 1 : 0);
  // The tail grows with u on one side and with -u on the other; it is log-concave in either.
  const tail = (v: number) => {
    const shift = largestExponent(distribution, sign * v);
    const all = moments(distribution, sign * v, shift, () => 1);
    const beyond = moments(distribution, sign * v, shift, share);
    return { log: Math.log(beyond.mass / all.mass), slope: sign * (beyond.mean - all.mean) };
  };
  const inside = Math.min(distribution.high - 0.5, Math.max(distribution.low + 0.5, a));
  return sign * logConcaveRoot(tail, Math.log(probability), sign * solveMean(distribution, inside));
}
