/** The public face of the library: one line a family, so that importing one function brings in that one alone. */

export * from './agreement/index.ts';
export * from './association/index.ts';
export * from './common/beta.ts';
export * from './common/chi-square.ts';
export * from './common/digamma.ts';
export * from './common/f-distribution.ts';
export * from './common/gamma.ts';
export * from './common/normal.ts';
export * from './common/quantile.ts';
export * from './common/random.ts';
export * from './common/result.ts';
export * from './common/student.ts';
export * from './common/test-result.ts';
export * from './consensus/index.ts';
export * from './emergence/index.ts';
export * from './incidents/index.ts';
export * from './proportion/index.ts';
export * from './saturation/index.ts';
export * from './screening/index.ts';
