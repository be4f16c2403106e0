/**
 * How early the screening learner finds what people included, and how long a decision takes, beside a reference that
 * plays the default learner of ASReview: same set, same first two records, same reading.
 *
 *   npm run bench -- screening --file SET.csv --label COLUMN [--seeds 3] [--reference SCRIPT.py]
 *   npm run bench -- screening --large --file SET.csv --label COLUMN
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLabelledRecords } from './screening/labelled-records.ts';
import { measureLarge } from './screening/large.ts';
import { type ReferenceRun, runReference } from './screening/reference.ts';
import { type Run, simulate } from './screening/simulate.ts';

const REFERENCE = join(import.meta.dirname, '..', '..', 'shared', 'bench', 'screening_reference.py');
const MEASURES = [
  'relative_time_to_discovery',
  'wss95',
  'recall_at_10_percent',
  'ndcg',
  'step_ms_mean',
  'total_s',
] as const;

type Means = Record<(typeof MEASURES)[number], number>;

export default async function benchScreening(args: string[]): Promise<object> {
  const { values: options } = parseArgs({
    args,
    options: {
      file: { type: 'string', multiple: true, default: [] },
      label: { type: 'string', multiple: true, default: ['label_included'] },
      seeds: { type: 'string', default: '3' },
      reference: { type: 'string', default: REFERENCE },
      large: { type: 'boolean', default: false },
    },
  });
  // Several sets: a label for each, or the last one for all that follow.
  const sets = options.file.map((file, i) => ({
    file: resolve(file),
    label: options.label[Math.min(i, options.label.length - 1)],
  }));
  if (options.large && sets.length > 0) {
    return measureLarge(sets.map(({ file, label }) => readLabelledRecords(file, label)));
  }
  const [{ file, label }, ...others] = sets.length > 0 ? sets : [{ file: '', label: '' }];
  if (file === '' || others.length > 0)
    throw new Error('--file: expected one labelled set, or several with --large');

  const seeds = Number(options.seeds);
  const runs = simulate(readLabelledRecords(file, label), seeds);
  const references = await runReference(resolve(options.reference), file, label, seeds);
  const ours = means(runs);
  if (references === null) return { ours, reference: null, ratios: null };
  requireSamePriors(runs, references);
  const reference = means(references);
  return { ours, reference, ratios: eachMeasure((measure) => ours[measure] / reference[measure]) };
}

function requireSamePriors(runs: readonly Run[], references: readonly ReferenceRun[]): void {
  for (const [i, { seed, priors }] of references.entries()) {
    if (String(runs[i].priors) !== String(priors)) {
      throw new Error(`seed ${seed}: we start from ${runs[i].priors}, the reference from ${priors}`);
    }
  }
}

function means(runs: ReadonlyArray<Means>): Means {
  return eachMeasure((measure) => runs.reduce((sum, run) => sum + run[measure], 0) / runs.length);
}

function eachMeasure(value: (measure: (typeof MEASURES)[number]) => number): Means {
  // Every measure is given a value.
  return Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Means;
}
