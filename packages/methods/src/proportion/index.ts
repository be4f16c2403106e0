/** Shares and rates with their intervals, and comparisons of two. */
export { clopperPearson } from './clopper-pearson.ts';
export { type JeffreysShape, jeffreys } from './jeffreys.ts';
export { wilson } from './wilson.ts';
