/** The public face of emergence: keyword maps, bursts and moving averages. */
export * from './bursts-in-batches.ts';
export * from './bursts-in-stream.ts';
export * from './ewma.ts';
export * from './signal-map.ts';
export { degreeOfDiffusion, degreeOfVisibility, type TimeWeightOptions } from './time-weighted-share.ts';
