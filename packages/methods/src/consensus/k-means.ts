/** Points in the plane brought into groups around their means. Source: Lloyd, IEEE Trans Inf Theory 28 (1982) 129. */

export interface KMeans {
  /** The group of each point, 0 to groups - 1. */
  groups: Int32Array;
  /** Groups x 2. */
  centres: Float64Array;
}

const LIMIT = 100;

/**
 * Starts from the first k distinct points, as pol.is does, so that the result depends on the order of the points and on
 * no chance; ends when nobody moves. Groups that run empty are dropped.
 * @param points n x 2, row-major; `weights` one a point.
 */
export function kMeans(points: ArrayLike<number>, weights: ArrayLike<number>, k: number): KMeans {
  const n = points.length / 2;
  let centres = firstDistinct(points, k);
  let groups = new Int32Array(n).fill(-1);
  for (let round = 0; round < LIMIT; round++) {
    const nearest = nearestCentres(points, centres);
    const next = means(points, weights, nearest, centres.length / 2);
    centres = next.centres;
    if (next.groups.every((group, i) => group === groups[i])) break;
    groups = next.groups;
  }
  return { groups, centres };
}

function firstDistinct(points: ArrayLike<number>, k: number): Float64Array {
  const chosen: number[] = [];
  for (let i = 0; i < points.length && chosen.length < 2 * k; i += 2) {
    const known = chosen.some((x, at) => at % 2 === 0 && x === points[i] && chosen[at + 1] === points[i + 1]);
    if (!known) chosen.push(points[i], points[i + 1]);
  }
  return Float64Array.from(chosen);
}

function nearestCentres(points: ArrayLike<number>, centres: Float64Array): Int32Array {
  const nearest = new Int32Array(points.length / 2);
  for (let i = 0; i < nearest.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centres.length / 2; c++) {
      const distance = (points[2 * i] - centres[2 * c]) ** 2 + (points[2 * i + 1] - centres[2 * c + 1]) ** 2;
      if (distance < least) {
        least = distance;
        nearest[i] = c;
      }
    }
  }
  return nearest;
}

/** Weighted means of the groups that have members, and the groups numbered again without the empty ones. */
function means(points: ArrayLike<number>, weights: ArrayLike<number>, nearest: Int32Array, k: number) {
  const sums = new Float64Array(3 * k);
  nearest.forEach((group, i) => {
    sums[3 * group] += weights[i];
    sums[3 * group + 1] += weights[i] * points[2 * i];
    sums[3 * group + 2] += weights[i] * points[2 * i + 1];
  });
  const kept = Array.from({ length: k }, (_, group) => group).filter((group) => sums[3 * group] > 0);
  const number = new Map(kept.map((group, i) => [group, i]));
  return {
    groups: nearest.map((group) => number.get(group) ?? 0),
    centres: Float64Array.from(
      kept.flatMap((group) => [sums[3 * group + 1] / sums[3 * group], sums[3 * group + 2] / sums[3 * group]]),
    ),
  };
}
