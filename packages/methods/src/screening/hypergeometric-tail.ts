/** Draws without replacement from an urn. */
import { logGamma } from '../common/gamma.ts';

/**
 * P(X <= hits), where X counts the marked among `drawn` of `size` items of which `marked` are marked.
 * 0 where so few hits cannot be.
 */
export function hypergeometricLower(hits: number, size: number, marked: number, drawn: number): number {
  const fewest = Math.max(0, drawn + marked - size);
  const most = Math.min(hits, marked, drawn);
  if (hits >= Math.min(marked, drawn)) return 1;
  if (most < fewest) return 0;
  let probability = Math.exp(
    logChoose(marked, fewest) + logChoose(size - marked, drawn - fewest) - logChoose(size, drawn),
  );
  let sum = probability;
  for (let x = fewest; x < most; x++) {
    probability *= ((marked - x) / (x + 1)) * ((drawn - x) / (size - marked - drawn + x + 1));
    sum += probability;
  }
  return Math.min(1, sum);
}

/** P(X >= hits). */
export function hypergeometricUpper(hits: number, size: number, marked: number, drawn: number): number {
  // What is drawn and unmarked is as hypergeometric as what is drawn and marked.
  return hypergeometricLower(drawn - hits, size, size - marked, drawn);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
