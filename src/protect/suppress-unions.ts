/**
 * What unions of codes give away. If 38 people gave one of two codes and 30 gave the first, at least 8 gave the second,
 * though its count is withheld. Here every withheld share is bounded by the shown ones, and what narrows it too much
 * is named.
 */

import type { CountedShares, WithheldShares } from './suppress-counted.ts';
import { isSmall, staysSecret } from './suppress-rule.ts';

/** A share to withhold: of a set as a whole, or of one group only. */
export interface Exposure {
  set: string;
  group: { attribute: string; at: number } | null;
}

/** The shares of all participants, or those of one group: counts by set, undefined where withheld. */
interface Place {
  group: Exposure['group'];
  of: number;
  ofShown: boolean;
  /** Sets counted here. */
  all: Map<string, number>;
  shown: Map<string, number>;
}

/** Shares to withhold so that no withheld one can be bounded too closely; none when all are safe. */
export function exposedShares(
  counted: CountedShares,
  withheld: Pick<WithheldShares, 'sets' | 'groups'>,
  threshold: number,
): Exposure[] {
  const codesOf = new Map([...counted.sets].map(([key, set]) => [key, new Set(set.codes)]));
  const total = totalPlace(counted, withheld);
  const exposures: Exposure[] = [];
  for (const place of [total, ...groupPlaces(counted, withheld)]) {
    for (const [key, count] of place.all) {
      if (place.shown.has(key) || count === 0) continue;
      const exposure = exposureOf(key, count, place, total, codesOf, threshold);
      if (exposure !== null) exposures.push(exposure);
    }
  }
  return exposures;
}

type CodesOf = ReadonlyMap<string, ReadonlySet<string>>;

/** What to withhold so that the count of `key` cannot be bounded too closely; null where it cannot. */
function exposureOf(
  key: string,
  count: number,
  place: Place,
  total: Place,
  codesOf: CodesOf,
  threshold: number,
): Exposure | null {
  const codes = codesOf.get(key) ?? new Set();
  let low = 1;
  let high = place.of;
  let from: { union: string; rest: string[] } | null = null;
  for (const [union, unionCount] of place.shown) {
    const others = codesOf.get(union) ?? new Set();
    const rest = [...others].filter((code) => !codes.has(code));
    if (rest.length === others.size) continue;
    if ([...codes].every((code) => others.has(code))) high = Math.min(high, unionCount);
    const bound = unionCount - mostOf(rest, place, total, codesOf);
    if (bound > low) {
      low = bound;
      from = { union, rest };
    }
  }
  if (from !== null && isTooClose(count, low, high, threshold)) {
    const code = place.group === null ? culprit(from.rest, total) : null;
    return code ?? { set: from.union, group: place.group };
  }
  if (!place.ofShown || !isSmall(place.of - count, threshold)) return null;
  const lacking = place.of - mostOf([...codes], place, total, codesOf);
  if (lacking <= 1 || !isTooClose(place.of - count, lacking, place.of, threshold)) return null;
  return culprit([...codes], total);
}

function isTooClose(count: number, low: number, high: number, threshold: number): boolean {
  return isSmall(count, threshold) ? !staysSecret(low, high, threshold) : low >= high;
}

/** The most people who can have given one of the codes, by what is shown. */
function mostOf(codes: string[], place: Place, total: Place, codesOf: CodesOf): number {
  let most = 0;
  for (const code of codes)
    most += Math.min(mostOfSet([code], place, codesOf), mostOfSet([code], total, codesOf));
  return Math.min(most, codes.length === 0 ? 0 : mostOfSet(codes, place, codesOf));
}

/** The smallest shown set with all these codes. */
function mostOfSet(codes: string[], place: Place, codesOf: CodesOf): number {
  let most = place.of;
  for (const [key, count] of place.shown) {
    if (count < most && codes.every((code) => codesOf.get(key)?.has(code))) most = count;
  }
  return most;
}

/** The rarest of the codes whose own count is shown: withholding it costs least. */
function culprit(codes: string[], total: Place): Exposure | null {
  const shown = codes.filter((code) => (total.shown.get(code) ?? 0) > 0);
  shown.sort((a, b) => (total.shown.get(a) ?? 0) - (total.shown.get(b) ?? 0));
  return shown[0] === undefined ? null : { set: shown[0], group: null };
}

function totalPlace(counted: CountedShares, withheld: Pick<WithheldShares, 'sets'>): Place {
  const all = new Map([...counted.sets].map(([key, set]) => [key, set.count]));
  const shown = new Map([...all].filter(([key]) => !withheld.sets.has(key)));
  return { group: null, of: counted.of, ofShown: true, all, shown };
}

function groupPlaces(counted: CountedShares, withheld: Pick<WithheldShares, 'sets' | 'groups'>): Place[] {
  const places: Place[] = [];
  for (const [attribute, sizes] of counted.groups) {
    sizes.forEach((of, at) => {
      const all = new Map<string, number>();
      const shown = new Map<string, number>();
      for (const [key, set] of counted.sets) {
        const count = set.groups.get(attribute)?.[at];
        if (count === undefined) continue;
        all.set(key, count);
        if (!withheld.sets.has(key) && withheld.groups.get(key)?.get(attribute)?.[at] !== true)
          shown.set(key, count);
      }
      // The size of a group stands beside its shares, and nowhere else.
      places.push({ group: { attribute, at }, of, ofShown: shown.size > 0, all, shown });
    });
  }
  return places;
}
