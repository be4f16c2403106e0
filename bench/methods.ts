/**
 * The statistics beside R: runs the reference timings of `../shared/bench/methods_reference.R` and the same jobs here,
 * one after the other, and sets CPU time against CPU time. Ours run as they ship, bundled by esbuild, after runs in which
 * the engine compiles what it finds busy; the first, cold run is told too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { JobTimes } from './methods/jobs.ts';

const REFERENCE = resolve(import.meta.dirname, '../../shared/bench/methods_reference.R');

type RTimes = Record<string, { cpu_s: number; value?: number }>;

export default async function benchMethods(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'firsthand-bench-'));
  try {
    const missing = whyNoReference();
    if (missing !== null) console.error(`bench methods: ${missing}; only our own times are given`);
    else exportInputs(folder);
    const r = missing === null ? referenceTimes() : null;
    const ours = await ourTimes(folder);
    return {
      ours,
      r,
      ratios: r === null ? null : ratiosOf(r, ours),
      differences: r === null ? null : differences(r, ours),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function whyNoReference(): string | null {
  if (!existsSync(REFERENCE)) return `${REFERENCE} is not there`;
  return spawnSync('Rscript', ['--version']).status === 0 ? null : 'Rscript is not installed';
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

function referenceTimes(): RTimes {
  return JSON.parse(lastLine(run('Rscript', [REFERENCE]))) as RTimes; // printed by the reference script
}

/** Writes what the reference draws from its seeds, and what its own functions find on it, number by number. */
function exportInputs(folder: string): void {
  const script = join(folder, 'export.R');
  writeFileSync(
    script,
    `for (part in parse(commandArgs(TRUE)[1]))
       if (is.call(part) && identical(part[[1]], as.name("<-")) && is.call(part[[3]]) &&
           identical(part[[3]][[1]], as.name("function"))) eval(part)
     save <- function(x, name) { f <- file(file.path(commandArgs(TRUE)[2], name), "wb"); writeBin(as.double(x), f); close(f) }
     set.seed(2); A <- matrix(rbinom(300 * 20, 1, .2), 300); B <- matrix(rbinom(300 * 20, 1, .2), 300)
     save(t(A), "left"); save(t(B), "right"); save(t(cor(A, B)), "phi")
     set.seed(3); N <- 1e5
     tables <- cbind(rbinom(N, 40, .3), rbinom(N, 40, .6), rbinom(N, 60, .3), rbinom(N, 60, .6))
     save(t(tables), "tables"); save(fisher_minlike(tables), "fisher")
    `,
  );
  run('Rscript', [script, REFERENCE, folder]);
}

async function ourTimes(folder: string): Promise<JobTimes> {
  const outfile = join(folder, 'jobs.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'methods/jobs.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { '@firsthand/methods': resolve(import.meta.dirname, '../packages/methods/src/index.ts') },
    logLevel: 'warning',
  });
  return JSON.parse(lastLine(run(process.execPath, [outfile, folder]))) as JobTimes; // printed by our own jobs
}

/** R's CPU time over ours. */
function ratiosOf(r: RTimes, ours: JobTimes): Record<string, number> {
  const ratio = (reference: string, cpu_s: number) => Math.round((10 * r[reference].cpu_s) / cpu_s) / 10;
  return {
    alpha_1e6: ratio('alpha_nominal_1e+06', ours.alpha_1e6.cpu_s),
    unit_bootstrap: ratio('alpha_unit_bootstrap_1000x1000', ours.unit_bootstrap.cpu_s),
    permutation_maxT: ratio('permutation_maxT_400pairs_10000_n300', ours.permutation_maxT.cpu_s),
    fisher_1e5: ratio('fisher_1e5', ours.fisher_1e5.cpu_s),
  };
}

/** Largest relative differences where both sides are deterministic, with the 1e-9 they have to stay under. */
function differences(r: RTimes, ours: JobTimes): Record<string, number | boolean | null> {
  const alpha = Math.abs(
    (ours.alpha_1e6.value ?? Number.NaN) / (r['alpha_nominal_1e+06'].value ?? Number.NaN) - 1,
  );
  const found = {
    alpha_1e6: alpha,
    phi: ours.permutation_maxT.difference,
    fisher_1e5: ours.fisher_1e5.difference,
  };
  return { ...found, under_1e_9: Object.values(found).every((one) => one !== null && one < 1e-9) };
}
