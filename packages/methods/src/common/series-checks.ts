/** Checks of whole series: the refusal names the series and the position of the first bad value. */
import { requireCount, requireFinite } from './checks.ts';

function requireSeries(name: string, values: ArrayLike<number>): void {
  if (values === null || typeof values !== 'object' || typeof values.length !== 'number') {
    throw new TypeError(`${name}: got ${typeof values}; expected an array of numbers`);
  }
}

export function requireCounts(name: string, values: ArrayLike<number>): void {
  requireSeries(name, values);
  for (let i = 0; i < values.length; i++) requireCount(`${name}[${i}]`, values[i]);
}

export function requireFiniteValues(name: string, values: ArrayLike<number>): void {
  requireSeries(name, values);
  for (let i = 0; i < values.length; i++) requireFinite(`${name}[${i}]`, values[i]);
}

export function requireNonNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`${name}: got ${value}; expected a finite number of 0 or more`);
  }
}

export function requireNonNegativeValues(name: string, values: ArrayLike<number>): void {
  requireSeries(name, values);
  for (let i = 0; i < values.length; i++) requireNonNegative(`${name}[${i}]`, values[i]);
}

export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(`${name}: got ${value}; expected a finite number above 0`);
  }
}

export function requirePositiveValues(name: string, values: ArrayLike<number>): void {
  requireSeries(name, values);
  for (let i = 0; i < values.length; i++) requirePositive(`${name}[${i}]`, values[i]);
}

export function requireSameLength(
  name: string,
  values: ArrayLike<unknown>,
  otherName: string,
  others: ArrayLike<unknown>,
): void {
  if (values.length !== others.length) {
    throw new RangeError(
      `${name}: got ${values.length} values; expected ${others.length}, as in ${otherName}`,
    );
  }
}
