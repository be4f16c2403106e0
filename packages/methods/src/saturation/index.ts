/** Whether more participants would bring more codes. */
export {
  type AccumulationCurve,
  type AccumulationVariance,
  accumulationCurve,
} from './accumulation-curve.ts';
export { chao2 } from './chao2.ts';
export type { Code, CodeCounts, CodesByParticipant } from './code-incidence.ts';
export {
  type GuestOptions,
  type GuestSaturation,
  guestSaturation,
  type SaturationRun,
} from './guest-saturation.ts';
export { type JackknifeVariance, jackknifeRichness } from './jackknife-richness.ts';
export { type RandomOrderAccumulation, randomOrderAccumulation } from './random-order-accumulation.ts';
export type { RichnessResult } from './richness.ts';
