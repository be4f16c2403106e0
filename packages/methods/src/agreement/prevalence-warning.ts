/**
 * Tells the reader when a kappa is low although coders agree, because nearly all ratings fall into one category.
 * Source: Feinstein and Cicchetti, J Clin Epidemiol 43 (1990) 543-549, "the first paradox"; the two bounds are ours.
 */
import type { MethodWarning } from '../common/result.ts';

const ONE_CATEGORY_HOLDS = 0.8;
const KAPPA_FALLS_SHORT_BY = 0.3;

/**
 * @param shares the share of all ratings in each category.
 * @param observed share of agreement that was seen, `kappa` what is left of it beyond chance.
 */
export function prevalenceWarning(
  shares: ArrayLike<number>,
  observed: number,
  kappa: number,
): MethodWarning[] {
  const largest = Math.max(0, ...Array.from(shares));
  if (largest < ONE_CATEGORY_HOLDS || observed - kappa < KAPPA_FALLS_SHORT_BY) return [];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const message =
    `${percent(largest)} of the ratings fall into one category, so chance agreement is high: kappa is ` +
    `${kappa.toFixed(2)} although coders agree on ${percent(observed)}; read it beside AC1 or Brennan-Prediger`;
  return [{ code: 'prevalence', message }];
}
