/**
 * How many codes a sample of k participants shows on average, over all samples of that size, without drawing any.
 * Source: Ugland, Gray, Ellingsen, J Anim Ecol 72 (2003) 888-897; Colwell, Mao, Chang, Ecology 85 (2004) 2717-2727.
 */
import { type CodesByParticipant, type NumberedCodes, numberCodes } from './code-incidence.ts';

/**
 * `exact`: the variance over all subsets of k participants, from how many of them show either of each two codes.
 * `correlation`: the approximation of R's vegan, which uses the correlation of each two codes for every k.
 */
export type AccumulationVariance = 'exact' | 'correlation';

/** Entry k - 1 belongs to k participants; both in codes. */
export interface AccumulationCurve {
  expected: Float64Array;
  standardDeviation: Float64Array;
}

/**
 * E(k) = sum over codes of 1 - C(n - f, k)/C(n, k), f being the participants who showed the code. Both variances are
 * conditional on the n participants: 0 at k = n, since all of them are one sample only.
 * @param codes each participant's codes; their order does not matter.
 * @throws TypeError where a participant's codes are no list.
 * @example accumulationCurve([['a'], ['a', 'b'], ['c']]).expected // [1.333..., 2.333..., 3]
 */
export function accumulationCurve(
  codes: CodesByParticipant,
  { variance = 'exact' }: { variance?: AccumulationVariance } = {},
): AccumulationCurve {
  const numbered = numberCodes(codes);
  const n = codes.length;
  const expected = new Float64Array(n);
  const standardDeviation = new Float64Array(n);
  const covariance = variance === 'exact' ? exactCovariance(numbered, n) : correlationCovariance(numbered, n);
  // missing[f]: the chance that a code of f participants is in none of the k so far drawn.
  const missing = new Float64Array(n + 1).fill(1);
  for (let k = 1; k <= n; k++) {
    for (let f = 0; f <= n; f++) missing[f] *= Math.max(0, n - f - k + 1) / (n - k + 1);
    let own = 0;
    for (const f of numbered.counts) {
      expected[k - 1] += 1 - missing[f];
      own += missing[f] * (1 - missing[f]);
    }
    standardDeviation[k - 1] = Math.sqrt(Math.max(0, own + 2 * covariance(missing)));
  }
  return { expected, standardDeviation };
}

/** The sum over pairs of codes of their covariance, given `missing`. */
type Covariance = (missing: Float64Array) => number;

/** Two codes are both missing where the participants who show either are: only the size of that union counts. */
function exactCovariance({ codes, ofParticipant, counts }: NumberedCodes, n: number): Covariance {
  const pairsWithUnion = new Float64Array(n + 1);
  const shared = sharedParticipants(codes, ofParticipant);
  for (let i = 1; i < codes; i++) {
    for (let j = 0; j < i; j++) pairsWithUnion[counts[i] + counts[j] - shared[i * codes + j]]++;
  }
  return (missing) => {
    let sum = 0;
    let squares = 0;
    for (const f of counts) {
      sum += missing[f];
      squares += missing[f] ** 2;
    }
    let together = 0;
    for (let u = 0; u <= n; u++) together += pairsWithUnion[u] * missing[u];
    return together - (sum * sum - squares) / 2;
  };
}

function correlationCovariance({ codes, ofParticipant, counts }: NumberedCodes, n: number): Covariance {
  const shared = sharedParticipants(codes, ofParticipant);
  const deviation = Float64Array.from(counts, (f) => Math.sqrt((f / n) * (1 - f / n)));
  const spread = new Float64Array(codes);
  return (missing) => {
    for (let i = 0; i < codes; i++) spread[i] = Math.sqrt(missing[counts[i]] * (1 - missing[counts[i]]));
    let sum = 0;
    for (let i = 1; i < codes; i++) {
      for (let j = 0; j < i; j++) {
        // A code that everybody shows varies with nothing.
        if (deviation[i] === 0 || deviation[j] === 0) continue;
        const together = shared[i * codes + j] / n - (counts[i] / n) * (counts[j] / n);
        sum += (together / (deviation[i] * deviation[j])) * spread[i] * spread[j];
      }
    }
    return sum;
  };
}

/** Entry i * codes + j, i > j: how many participants show both codes. */
function sharedParticipants(codes: number, ofParticipant: Int32Array[]): Int32Array {
  const shared = new Int32Array(codes * codes);
  for (const own of ofParticipant) {
    for (const i of own) for (const j of own) if (i > j) shared[i * codes + j]++;
  }
  return shared;
}
