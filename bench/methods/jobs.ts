/** Our side of the comparison with R: times each job in a process of its own and prints what it found as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fisherExactMany, permutationMaxT, type Random, seededRandom } from '@firsthand/methods';
import { alphaNominal, alphaUnitBootstrap, type TimedAlpha } from './alpha.ts';

/** CPU seconds: the median of the later runs, and the first; the largest difference from R's answer on the same data. */
interface TimedJob {
  cpu_s: number;
  first_cpu_s: number;
  difference: number | null;
}

export interface JobTimes {
  alpha_1e6: TimedAlpha;
  unit_bootstrap: TimedAlpha & { first_cpu_s: number };
  permutation_maxT: TimedJob;
  fisher_1e5: TimedJob;
  /** 10,000 permutations of 10,000 participants with 1.5 themes each, 20 x 20 pairs; has no counterpart in R. */
  permutation_10000_participants: TimedJob;
}

/** Runs in which the engine compiles what it finds busy, and runs that count. */
const WARM_UP_RUNS = 5;
const COUNTED_RUNS = 5;

function timed(job: () => Float64Array, reference: Float64Array | null): TimedJob {
  const times: number[] = [];
  let found = new Float64Array();
  for (let i = 0; i < WARM_UP_RUNS + COUNTED_RUNS; i++) {
    const before = process.cpuUsage();
    found = Float64Array.from(job());
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  const counted = times.slice(WARM_UP_RUNS).sort((x, y) => x - y);
  return {
    cpu_s: counted[Math.floor(COUNTED_RUNS / 2)],
    first_cpu_s: times[0],
    difference: differenceOf(found, reference),
  };
}

/** Relative, but for numbers near 0, such as phi of themes that do not depend on each other, on the scale of 1e-3. */
function differenceOf(found: Float64Array, reference: Float64Array | null): number | null {
  if (reference === null) return null;
  const scale = (value: number) => Math.max(Math.abs(value), 1e-3);
  return found.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - reference[i]) / scale(reference[i])),
    0,
  );
}

const folder = process.argv[2];

/** What R exported under this name; `null` where R was not there to export it. */
function exported(name: string): Float64Array | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8).slice();
}

function binomial(random: Random, trials: number, p: number): number {
  let count = 0;
  for (let i = 0; i < trials; i++) if (random() < p) count++;
  return count;
}

function draws(seed: number, length: number, trial: (random: Random, at: number) => number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length }, (_, at) => trial(random, at));
}

function permutationJob(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  reference: Float64Array | null,
): TimedJob {
  const input = { left, right, rows: left.length / 20, a: 20, b: 20, permutations: 10_000 };
  return timed(() => permutationMaxT({ ...input, random: seededRandom(1) }).phi, reference);
}

const theme = (share: number) => (random: Random) => binomial(random, 1, share);
const left = exported('left') ?? draws(2, 300 * 20, theme(0.2));
const right = exported('right') ?? draws(4, 300 * 20, theme(0.2));
const cells = [
  [40, 0.3],
  [40, 0.6],
  [60, 0.3],
  [60, 0.6],
];
const tables =
  exported('tables') ?? draws(3, 4e5, (random, at) => binomial(random, cells[at % 4][0], cells[at % 4][1]));

const times: JobTimes = {
  permutation_maxT: permutationJob(Uint8Array.from(left), Uint8Array.from(right), exported('phi')),
  fisher_1e5: timed(() => fisherExactMany(tables), exported('fisher')),
  unit_bootstrap: alphaUnitBootstrap(),
  alpha_1e6: alphaNominal(1e6),
  permutation_10000_participants: permutationJob(
    Uint8Array.from(draws(5, 2e5, theme(0.075))),
    Uint8Array.from(draws(6, 2e5, theme(0.075))),
    null,
  ),
};
console.log(JSON.stringify(times));
