/** A hundred thousand records: labelled sets repeated with noise, and how long a decision then takes. */
import {
  createScreeningLearner,
  prepareScreening,
  type Random,
  randomBelow,
  rankUnread,
  refit,
  type ScreeningLearner,
  seededRandom,
} from '../../packages/methods/src/index.ts';
import type { LabelledRecords } from './labelled-records.ts';

const RECORDS = 100_000;
const READ_BEFORE = 3_000;
const TIMED = 50;
/** The share of words that a repetition replaces, half by another word of the sets and half by one never seen. */
const NOISE = 0.2;

export function measureLarge(sets: readonly LabelledRecords[]): object {
  const { texts, relevant } = repeated(sets, RECORDS);
  const start = performance.now();
  const learner = createScreeningLearner(prepareScreening(texts));
  const prepareMs = performance.now() - start;
  const decide = (record: number) => ({ record, relevant: relevant[record] });

  refit(learner, [decide(relevant.indexOf(true)), decide(relevant.indexOf(false))]);
  const early = timeDecisions(learner, relevant);
  const next = rankUnread(learner).subarray(0, READ_BEFORE);
  refit(learner, Array.from(next, decide));
  const late = timeDecisions(learner, relevant);
  return {
    records: texts.length,
    dimensions: learner.features.dimensions,
    prepare_s: prepareMs / 1000,
    first_decisions: early,
    after_3000: late,
    found_among_3000: next.reduce((sum, record) => sum + Number(relevant[record]), 0),
    relevant: relevant.filter(Boolean).length,
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function timeDecisions(learner: ScreeningLearner, relevant: readonly boolean[]): object {
  const times: number[] = [];
  let next = rankUnread(learner)[0];
  for (let i = 0; i < TIMED; i++) {
    const began = performance.now();
    refit(learner, [{ record: next, relevant: relevant[next] }]);
    next = rankUnread(learner)[0];
    times.push(performance.now() - began);
  }
  return { mean_ms: times.reduce((sum, time) => sum + time, 0) / TIMED, max_ms: Math.max(...times) };
}

function repeated(sets: readonly LabelledRecords[], count: number): LabelledRecords {
  const random = seededRandom(5);
  const originals = sets.flatMap((set) =>
    set.texts.map((text, row) => ({ words: text.split(/\s+/), relevant: set.relevant[row] })),
  );
  const texts: string[] = [];
  const relevant: boolean[] = [];
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length];
    texts.push(i < originals.length ? original.words.join(' ') : noisy(original.words, originals, random));
    relevant.push(original.relevant);
  }
  return { texts, relevant };
}

function noisy(words: readonly string[], others: readonly { words: string[] }[], random: Random): string {
  const replaced = words.map((word) => {
    const draw = random();
    if (draw >= NOISE) return word;
    if (draw >= NOISE / 2) return Math.floor(random() * 2 ** 40).toString(36);
    const other = others[randomBelow(random, others.length)].words;
    return other[randomBelow(random, other.length)];
  });
  return replaced.join(' ');
}
