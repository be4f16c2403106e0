/** Whether more participants would bring more codes: per question and over all. */
import {
  type CodesByParticipant,
  chao2,
  guestSaturation,
  quantile,
  type Random,
  randomOrderAccumulation,
  type SaturationRun,
  seededRandom,
  shuffle,
} from '@firsthand/methods';
import { streamSeed } from '../kernel/stream-seed.ts';
import { isSmall } from '../protect/suppress-rule.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { CodingLayer } from './layer.ts';
import type { Saturation } from './model.ts';
import type { CountsByQuestion } from './prevalence.ts';

/** The size of base and run that Guest, Namey and Chen (2020) found enough, and the thresholds they propose. */
const BASE = 4;
const RUN = 2;
const NEW_INFORMATION = [0.05, 0];
/** The band of orders: 5th to 95th percentile. */
const BAND = 0.9;
const POINTS = 60;

export interface SaturationInput {
  lookup: StudyLookup;
  layer: CodingLayer;
  byQuestion: CountsByQuestion;
  includedWithheld: boolean;
  options: { orders: number; threshold: number; seed: number };
}

export function saturation(input: SaturationInput): Saturation[] {
  const questions = input.lookup.snapshot.study.questions.map(({ id }) => id);
  return [null, ...questions].map((question) => saturationOf(input, question));
}

function saturationOf(input: SaturationInput, question: QuestionId | null): Saturation {
  const { lookup, byQuestion, options } = input;
  const questions = lookup.snapshot.study.questions
    .map(({ id }) => id)
    .filter((id) => id === (question ?? id));
  const codes = codesByParticipant(input, questions);
  if (codes.length === 0)
    return { state: 'undefined', question, reason: 'nobody gave an interpretable answer' };
  if (codes.every((own) => own.size === 0))
    return { state: 'undefined', question, reason: 'nothing was coded' };
  const fewAnswered = questions.some((id) =>
    isSmall(byQuestion.get(id)?.counts.shares.of ?? 0, options.threshold),
  );
  const hidden = question === null ? input.includedWithheld : fewAnswered;
  if (hidden || tellsWithheldCounts(codes, withheldCodes(byQuestion, questions)))
    return { state: 'withheld', question };
  const richness = chao2(codes);
  const random = seededRandom(streamSeed(options.seed, `saturation ${question ?? ''}`));
  return {
    state: 'shown',
    question,
    participants: codes.length,
    observed: richness.seen,
    chao2:
      richness.estimate === null || richness.standardError === null
        ? null
        : { estimate: richness.estimate, standardError: richness.standardError },
    base: BASE,
    run: RUN,
    reached: reachedIn(codes, options.orders, random),
    curve: curveOf(codes, options.orders, random),
  };
}

/** The codes of each participant with an interpretable answer to one of the questions. */
function codesByParticipant(
  { lookup, layer }: SaturationInput,
  questions: readonly QuestionId[],
): Set<CodeId>[] {
  const codes = lookup.participants.map(() => new Set<CodeId>());
  for (const question of questions) {
    for (const [code, given] of layer.given.get(question) ?? []) {
      for (const { person } of given) codes[person]?.add(code);
    }
  }
  return codes.filter((_, person) =>
    questions.some((question) => lookup.interpretable.get(question)?.[person] === 1),
  );
}

/** Codes whose share is withheld in one of the questions. */
function withheldCodes(byQuestion: CountsByQuestion, questions: readonly QuestionId[]): Set<string> {
  return new Set(
    questions.flatMap((question) => {
      const releasable = byQuestion.get(question);
      if (!releasable) return [];
      const { counts, withheld } = releasable;
      return [...withheld.sets].filter((key) => counts.shares.sets.get(key)?.codes.length === 1);
    }),
  );
}

/**
 * How fast codes accumulate tells how many codes are rare, and so the counts of the withheld codes, though not which
 * code has which. With fewer than three of them, or all alike, it would tell that too.
 */
function tellsWithheldCounts(codes: readonly ReadonlySet<CodeId>[], withheld: ReadonlySet<string>): boolean {
  if (withheld.size === 0) return false;
  const counts = new Map<string, number>();
  for (const own of codes) {
    for (const code of own) if (withheld.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return withheld.size < 3 || new Set(counts.values()).size < 2;
}

function reachedIn(codes: readonly ReadonlySet<CodeId>[], orders: number, random: Random) {
  const order = [...codes];
  const found = NEW_INFORMATION.map(() => [] as number[]);
  for (let o = 0; o < orders; o++) {
    const runs = runsUntilReached(shuffle(order, random));
    NEW_INFORMATION.forEach((newInformation, at) => {
      const reached = runs.find(({ ratio }) => ratio !== null && ratio <= newInformation);
      if (reached) found[at]?.push(reached.through);
    });
  }
  return NEW_INFORMATION.map((newInformation, at) => {
    const through = found[at] ?? [];
    // Orders that never get there come last, so percentiles among them are unknown.
    const all = [...through, ...Array<number>(orders - through.length).fill(Number.POSITIVE_INFINITY)];
    const percentile = (p: number) => {
      const value = quantile(all, p, 1);
      return Number.isFinite(value) ? value : null;
    };
    const [lower, upper] = [(1 - BAND) / 2, (1 + BAND) / 2].map(percentile);
    return {
      newInformation,
      orders,
      median: percentile(0.5),
      lower: lower ?? null,
      upper: upper ?? null,
    };
  });
}

/** Saturation comes early in large studies: what follows is read only where it has not come yet. */
function runsUntilReached(order: readonly ReadonlySet<CodeId>[]): SaturationRun[] {
  for (let read = 64; ; read *= 8) {
    const { runs } = guestSaturation(order.slice(0, read), { base: BASE, run: RUN });
    if (read >= order.length || runs.some(({ ratio }) => ratio === 0)) return runs;
  }
}

function curveOf(codes: CodesByParticipant, orders: number, random: Random) {
  const { mean, lower, upper } = randomOrderAccumulation(codes, { random, orders, level: BAND });
  const n = codes.length;
  const shown = Math.min(n, POINTS);
  const participants = Array.from({ length: shown }, (_, at) =>
    shown === 1 ? 1 : Math.round(1 + (at * (n - 1)) / (shown - 1)),
  );
  return participants.map((read) => ({
    participants: read,
    mean: mean[read - 1] ?? 0,
    lower: lower[read - 1] ?? 0,
    upper: upper[read - 1] ?? 0,
  }));
}
