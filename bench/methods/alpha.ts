/** Times Krippendorff's alpha on the sizes of the R reference: the estimate, and a bootstrap of units. */
import { krippendorffAlpha, seededRandom } from '@firsthand/methods';
import { rRatings } from './r-ratings.ts';

/** CPU seconds of this process, garbage collection and compilation included, and the alpha that was found. */
export interface TimedAlpha {
  cpu_s: number;
  value: number | null;
}

function timed(job: () => number | null): TimedAlpha {
  const before = process.cpuUsage();
  const value = job();
  const { user, system } = process.cpuUsage(before);
  return { cpu_s: (user + system) / 1e6, value };
}

/** `alpha_nominal_N` of the R reference, which runs the smaller sizes first, as is done here. */
export function alphaNominal(units: number): TimedAlpha {
  for (let size = 1000; size < units; size *= 10) {
    krippendorffAlpha({ ratings: rRatings(size), level: 'nominal' });
  }
  const ratings = rRatings(units);
  return timed(() => krippendorffAlpha({ ratings, level: 'nominal' }).estimate);
}

/** Runs before the one that is timed, in which the engine compiles what it finds busy. */
const WARM_UP_RUNS = 4;

/** `alpha_unit_bootstrap_1000x1000` of the R reference; the very first run is told apart from the timed one. */
export function alphaUnitBootstrap(units = 1000, draws = 1000): TimedAlpha & { first_cpu_s: number } {
  const ratings = rRatings(units);
  const run = (seed: number): TimedAlpha =>
    timed(() => {
      const interval = { random: seededRandom(seed), draws };
      return krippendorffAlpha({ ratings, level: 'nominal', interval }).estimate;
    });
  const first_cpu_s = run(0).cpu_s;
  for (let i = 1; i < WARM_UP_RUNS; i++) run(i);
  return { ...run(WARM_UP_RUNS), first_cpu_s };
}
