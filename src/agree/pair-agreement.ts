/** Agreement of each two coders on the answers that both were given. */
import { cohenKappa } from '@firsthand/methods';
import { releasedCount, releasedStatistic } from '../protect/release.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { PairAgreement } from './model.ts';
import type { SharedUnits } from './shared-units.ts';

/** Two coders, by position, and the answers that both were given. */
export interface CoderPair {
  coders: [number, number];
  units: number[];
}

/** Decisions on one code or more: how often both gave it, only the first, only the second, neither. */
export interface PairTable {
  code: CodeId;
  both: number;
  first: number;
  second: number;
  neither: number;
}

/** What is withheld of a row: the statistic, and with the number of answers the statistic too. */
export interface PairWithheld {
  statistic: boolean;
  units: boolean;
}

export function coderPairs({ answers, coders, given }: SharedUnits): CoderPair[] {
  return coders.flatMap((_, first) =>
    coders.slice(first + 1).flatMap((_, offset): CoderPair[] => {
      const second = first + 1 + offset;
      const has = (unit: number, coder: number) => given[unit * coders.length + coder] === 1;
      const units = [...answers.keys()].filter((unit) => has(unit, first) && has(unit, second));
      return units.length === 0 ? [] : [{ coders: [first, second], units }];
    }),
  );
}

/** One table for each code that either gave. */
export function pairTables(
  { coders, places }: SharedUnits,
  { coders: [first, second], units }: CoderPair,
): PairTable[] {
  const common = new Set(units);
  return [...places].flatMap(([code, list]): PairTable[] => {
    const unitsOf = (coder: number) =>
      new Set(
        list
          .filter((place) => place % coders.length === coder)
          .map((place) => Math.floor(place / coders.length))
          .filter((unit) => common.has(unit)),
      );
    const [one, other] = [unitsOf(first), unitsOf(second)];
    const both = [...one].filter((unit) => other.has(unit)).length;
    const used = one.size + other.size - both;
    if (used === 0) return [];
    return [{ code, both, first: one.size - both, second: other.size - both, neither: units.length - used }];
  });
}

/** Cohen's kappa on one code. */
export function kappaOnCode(
  shared: SharedUnits,
  pair: CoderPair,
  table: PairTable,
  withheld: PairWithheld,
  level: number,
): PairAgreement {
  const { both, first, second, neither } = table;
  const rows = [
    [neither, second],
    [first, both],
  ];
  return {
    coders: namesOf(shared, pair),
    question: null,
    code: table.code,
    kappa: releasedStatistic(cohenKappa({ table: rows }, { level }), withheld.statistic),
    units: releasedCount(pair.units.length, withheld.units),
  };
}

/** Cohen's kappa on all codes together: the decisions on every code that either gave, added up. */
export function pooledKappa(
  shared: SharedUnits,
  pair: CoderPair,
  tables: readonly PairTable[],
  question: QuestionId | null,
  withheld: PairWithheld,
): PairAgreement {
  const sum = (cell: 'both' | 'first' | 'second' | 'neither') =>
    tables.reduce((total, table) => total + table[cell], 0);
  const kappa = cohenKappa({
    table: [
      [sum('neither'), sum('second')],
      [sum('first'), sum('both')],
    ],
  });
  return {
    coders: namesOf(shared, pair),
    question,
    code: null,
    // Decisions on the codes of one answer are not independent, so the interval of a single table does not hold.
    kappa: releasedStatistic(
      { ...kappa, interval: null, method: `${kappa.method}, decisions pooled` },
      withheld.statistic,
    ),
    units: releasedCount(pair.units.length, withheld.units),
  };
}

function namesOf({ coders }: SharedUnits, { coders: [first, second] }: CoderPair): PairAgreement['coders'] {
  const [one, other] = [coders[first], coders[second]];
  if (one === undefined || other === undefined) throw new RangeError('pair: expected positions of coders');
  return [one, other];
}
