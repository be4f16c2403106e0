/**
 * Opinion groups: participants brought together by where they stand on the map of opinions.
 * Sources: Small et al., Recerca 26 (2021) 2, and pol.is's published calculation; Rousseeuw, J Comput Appl Math 20
 * (1987) 53, for the silhouette.
 */
import { requireFinite, requirePositiveInteger } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';
import { kMeans } from './k-means.ts';

export interface OpinionGroups {
  /** The group of each position, from 0. */
  groups: Int32Array;
  /** Groups x 2, row-major. */
  centres: Float64Array;
  /** Mean silhouette, -1 to 1, for each number of groups tried: higher is more distinct. */
  silhouettes: Array<{ groups: number; silhouette: number }>;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

const BASE_CLUSTERS = 100;
const MOST_GROUPS = 5;

/**
 * k-means from the first k distinct positions, for k from 2 to min(5, 2 + positions / 12); the k with the highest mean
 * silhouette is taken. More than 100 positions are first gathered into 100 clusters, each weighing as many as it holds.
 *
 * pol.is, which computes anew at every vote, starts from its last groups and waits before it changes their number; a
 * single calculation has no past, and may find another number than a screen of pol.is shows.
 * @param positions n x 2, row-major, of those who take part (see `opinionMap`).
 * @param groups how many, where that is given rather than found.
 * @throws RangeError where a position is not finite, or their number is odd.
 * @example opinionGroups([0, 0, 5, 5, 0, 1, 5, 6]).groups // [0, 1, 0, 1]
 */
export function opinionGroups(
  positions: ArrayLike<number>,
  { groups }: { groups?: number } = {},
): OpinionGroups {
  if (positions.length % 2 !== 0) {
    throw new RangeError(
      `positions: got ${positions.length} entries; expected an even number, x and y of each`,
    );
  }
  for (let i = 0; i < positions.length; i++) requireFinite(`positions[${i}]`, positions[i]);
  if (groups !== undefined) requirePositiveInteger('groups', groups);
  const n = positions.length / 2;
  const method = 'k-means on the opinion map, number of groups by silhouette';
  const base = kMeans(positions, new Float64Array(n).fill(1), Math.max(1, Math.min(n, BASE_CLUSTERS)));
  const gathered = n > BASE_CLUSTERS;
  const points = gathered ? base.centres : Float64Array.from(positions);
  const weights = new Float64Array(points.length / 2).fill(gathered ? 0 : 1);
  if (gathered) for (const cluster of base.groups) weights[cluster]++;
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(weights.length / 12), base.centres.length / 2);
  const numbers =
    groups === undefined ? Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2) : [groups];
  const tried = numbers.map((k) => {
    const clustering = kMeans(points, weights, k);
    return {
      ...clustering,
      groups: clustering.groups,
      silhouette: meanSilhouette(points, clustering.groups),
    };
  });
  const best = tried.reduce((one, other) => (other.silhouette > one.silhouette ? other : one), tried[0]);
  const silhouettes = tried.map((one) => ({ groups: one.centres.length / 2, silhouette: one.silhouette }));
  if (best === undefined) {
    const warnings = [{ code: 'no-groups', message: 'all positions are the same: there is one group only' }];
    return { groups: new Int32Array(n), centres: base.centres, silhouettes, n, method, warnings };
  }
  const own = gathered ? base.groups.map((cluster) => best.groups[cluster]) : best.groups;
  return { groups: own, centres: best.centres, silhouettes, n, method, warnings: [] };
}

/** Mean over points of (b - a) / max(a, b), a the mean distance within the group, b to the nearest other; 0 if alone. */
function meanSilhouette(points: Float64Array, groups: Int32Array): number {
  const n = groups.length;
  const k = groups.reduce((most, group) => Math.max(most, group), 0) + 1;
  const sizes = new Float64Array(k);
  for (const group of groups) sizes[group]++;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (sizes[groups[i]] === 1) continue;
    const distances = new Float64Array(k);
    for (let j = 0; j < n; j++) {
      distances[groups[j]] += Math.hypot(
        points[2 * i] - points[2 * j],
        points[2 * i + 1] - points[2 * j + 1],
      );
    }
    const within = distances[groups[i]] / (sizes[groups[i]] - 1);
    let nearest = Number.POSITIVE_INFINITY;
    for (let group = 0; group < k; group++) {
      if (group !== groups[i]) nearest = Math.min(nearest, distances[group] / sizes[group]);
    }
    if (k > 1 && Math.max(within, nearest) > 0) sum += (nearest - within) / Math.max(within, nearest);
  }
  return n === 0 ? 0 : sum / n;
}
