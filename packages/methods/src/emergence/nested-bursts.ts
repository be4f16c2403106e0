/** Reads the bursts off a sequence of states: Kleinberg, Data Mining and Knowledge Discovery 7 (2003) 373-397. */

/** A longest stretch of steps `first` to `last` (both included) in state `level` or higher. */
export interface StateStretch {
  level: number;
  first: number;
  last: number;
  /** What state `level` saves over state `level - 1` during the stretch. */
  weight: number;
}

/** All stretches, by their first step, an outer stretch before those within it. */
export function nestedBursts(
  states: ArrayLike<number>,
  stepCost: (step: number, state: number) => number,
): StateStretch[] {
  const stretches: StateStretch[] = [];
  const open: StateStretch[] = [];
  for (let t = 0; t < states.length; t++) {
    while (open.length > states[t]) open.pop();
    while (open.length < states[t]) {
      const stretch = { level: open.length + 1, first: t, last: t, weight: 0 };
      open.push(stretch);
      stretches.push(stretch);
    }
    for (const stretch of open) {
      stretch.last = t;
      stretch.weight += stepCost(t, stretch.level - 1) - stepCost(t, stretch.level);
    }
  }
  return stretches;
}
