/** The public face of the library: one line a family, so that importing one function brings in that one alone. */

export * from './common/beta.ts';
export * from './common/chi-square.ts';
export type { ControlPoint } from './common/control-point.ts';
export * from './common/f-distribution.ts';
export * from './common/gamma.ts';
export * from './common/normal.ts';
export * from './common/quantile.ts';
export * from './common/random.ts';
export * from './common/result.ts';
export * from './common/student.ts';
export * from './incidents/bernoulli-cusum.ts';
export * from './incidents/c-chart.ts';
export type { ControlChart, ControlChartOptions } from './incidents/control-chart.ts';
export type { Cusum, CusumOptions } from './incidents/cusum.ts';
export * from './incidents/g-chart.ts';
export * from './incidents/gaussian-cusum.ts';
export * from './incidents/gaussian-cusum-arl.ts';
export * from './incidents/individuals-chart.ts';
export * from './incidents/p-chart.ts';
export * from './incidents/poisson-cusum.ts';
export * from './incidents/poisson-cusum-arl.ts';
export type { RateChartOptions } from './incidents/rate-chart.ts';
export * from './incidents/run-rules.ts';
export * from './incidents/t-chart.ts';
export * from './incidents/u-chart.ts';
export * from './proportion/index.ts';
