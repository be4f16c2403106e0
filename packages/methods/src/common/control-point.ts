/** A plotted value and its control limits, as every control chart returns them. */

/** `lower` and `upper` are null where the data cannot give limits; `beyond` is null inside or without limits. */
export interface ControlPoint {
  value: number;
  lower: number | null;
  upper: number | null;
  beyond: 'above' | 'below' | null;
}

/** A value on a limit is within it. */
export function controlPoint(value: number, lower: number | null, upper: number | null): ControlPoint {
  const beyond = upper !== null && value > upper ? 'above' : lower !== null && value < lower ? 'below' : null;
  return { value, lower, upper, beyond };
}
