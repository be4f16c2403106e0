/** Runs the reference simulation, where Python and scikit-learn are installed. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';

const PYTHON = '/usr/bin/python3';

const figures = z.object({
  seed: z.number(),
  priors: z.array(z.number()),
  relative_time_to_discovery: z.number(),
  wss95: z.number(),
  recall_at_10_percent: z.number(),
  ndcg: z.number(),
  step_ms_mean: z.number(),
  total_s: z.number(),
});
const output = z.object({ runs: z.array(figures) });

export type ReferenceRun = z.infer<typeof figures>;

/** The reference's runs, or `null` with a line on stderr where it cannot run. */
export async function runReference(
  script: string,
  file: string,
  label: string,
  seeds: number,
): Promise<ReferenceRun[] | null> {
  if (!existsSync(PYTHON) || !existsSync(script)) {
    console.error(`${script} or ${PYTHON} is not there; the reference is left out`);
    return null;
  }
  const run = promisify(execFile);
  try {
    await run(PYTHON, ['-c', 'import sklearn, pandas']);
  } catch {
    console.error('scikit-learn or pandas is not installed; the reference is left out');
    return null;
  }
  const { stdout } = await run(PYTHON, [script, file, '--label', label, '--seeds', String(seeds)], {
    maxBuffer: 1 << 28,
  });
  return output.parse(JSON.parse(stdout)).runs;
}
