/**
 * How far screeners agree, two by two and over all, on the records that two of them read without seeing each other.
 * Sources of the coefficients: see the methods. Kappa is of two people and has no overall figure.
 */
import { cohenKappa, gwetAc, krippendorffAlpha, type RatingMatrix, seededRandom } from '@firsthand/methods';
import { releasedShare, releasedStatistic } from '../../protect/release.ts';
import { type ScreeningAgreement, verdicts } from './agreement-model.ts';
import type { Blind } from './blind-pair.ts';

/** With fewer, even 80 % agreement has an interval as wide as 30 points (Wilson), and nothing can be said by it. */
export const LEAST_RECORDS = 30;

const LEVEL = 0.95;
const DRAWS = 1000;
const SEED = 1;
const NOT_READ = -1;
const categories = verdicts.map((_, at) => at);
const nobody = 'no record was read by two';

/** @param nameOf the name of a screener's account */
export function screeningAgreement(
  read: readonly (readonly [Blind, Blind])[],
  nameOf: (screener: string) => string,
): ScreeningAgreement {
  const screeners = [...new Set(read.flatMap((pair) => pair.map(({ screener }) => screener)))].sort();
  const pairs = screeners.flatMap((one, at) =>
    screeners.slice(at + 1).flatMap((other): ScreeningAgreement['pairs'] => {
      const both = read.filter(([left, right]) => left.screener === one && right.screener === other);
      return both.length === 0 ? [] : [agreementOfPair(both, [nameOf(one), nameOf(other)])];
    }),
  );
  const coefficients = read.length < LEAST_RECORDS ? null : coefficientsOf(read, screeners);
  return { least: LEAST_RECORDS, overall: { records: read.length, coefficients }, pairs };
}

function agreementOfPair(
  both: readonly (readonly [Blind, Blind])[],
  screeners: [string, string],
): ScreeningAgreement['pairs'][number] {
  const table = verdicts.map((row) =>
    verdicts.map(
      (column) => both.filter(([one, other]) => one.decision === row && other.decision === column).length,
    ),
  );
  const found = { screeners, records: both.length, table };
  if (both.length < LEAST_RECORDS) return { ...found, coefficients: null };
  const kappa = cohenKappa({ table }, { level: LEVEL });
  const ids = both[0]?.map(({ screener }) => screener) ?? [];
  return {
    ...found,
    coefficients: {
      ...coefficientsOf(both, ids),
      kappa: releasedStatistic(kappa, false),
      prevalence: kappa.warnings.some(({ code }) => code === 'prevalence'),
    },
  };
}

function coefficientsOf(read: readonly (readonly [Blind, Blind])[], screeners: readonly string[]) {
  const ratings = ratingsOf(read, screeners);
  const agreed = read.filter(([one, other]) => one.decision === other.decision).length;
  const interval = { random: seededRandom(SEED), draws: DRAWS, level: LEVEL };
  return {
    percent: releasedShare({ count: agreed, of: read.length }, false, { level: LEVEL, nobody }),
    ac1: releasedStatistic(gwetAc({ ratings, categories }, { level: LEVEL }), false),
    alpha: releasedStatistic(krippendorffAlpha({ ratings, level: 'nominal', interval }), false),
  };
}

/** A row a record, a column a screener. */
function ratingsOf(read: readonly (readonly [Blind, Blind])[], screeners: readonly string[]): RatingMatrix {
  const column = new Map(screeners.map((screener, at) => [screener, at]));
  const values = new Int8Array(read.length * screeners.length).fill(NOT_READ);
  for (const [row, pair] of read.entries()) {
    for (const { screener, decision } of pair)
      values[row * screeners.length + (column.get(screener) ?? 0)] = verdicts.indexOf(decision);
  }
  return { values, units: read.length, coders: screeners.length, missing: NOT_READ };
}
