/** Agreement on the presence of each code. */
import {
  type AlphaInterval,
  gwetAc,
  krippendorffAlpha,
  percentAgreement,
  type RatingMatrix,
  type SetDistance,
  seededRandom,
} from '@firsthand/methods';
import { streamSeed } from '../kernel/stream-seed.ts';
import { releasedStatistic } from '../protect/release.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { CodeAgreement } from './model.ts';
import type { SharedUnits } from './shared-units.ts';

/** The interval of one statistic: a code's, or that of whole sets by one distance. */
export type IntervalOf = (statistic: `code/${CodeId}` | `sets/${SetDistance}`) => AlphaInterval;

const presence = [0, 1];
const NOT_GIVEN = -1;

/** One row a unit, one column a coder: 1 where the coder gave the code, 0 where not, missing where not given. */
export function presenceOf({ answers, coders, given, places }: SharedUnits, code: CodeId): RatingMatrix {
  const values = new Int8Array(given.length);
  for (let at = 0; at < given.length; at++) values[at] = given[at] === 1 ? 0 : NOT_GIVEN;
  for (const place of places.get(code) ?? []) values[place] = 1;
  return { values, units: answers.length, coders: coders.length, missing: NOT_GIVEN };
}

/**
 * Resamples participants, since the answers of one are not independent; where each wrote one answer, resampling answers
 * is the same and cheaper. Each statistic draws from a stream of its own, so that its interval stays as it is when other
 * codes come, go or change, and a screen, an export and a later version of the codebook show the same one.
 */
export function participantBootstrap(
  { answers }: SharedUnits,
  question: QuestionId | null,
  { bootstrap, level, seed }: { bootstrap: number; level: number; seed: number },
): IntervalOf {
  const people = Int32Array.from(answers, ({ person }) => person);
  const clusters = new Set(people).size < people.length ? people : undefined;
  return (statistic) => ({
    method: 'unit-bootstrap',
    // Ids hold no slash, so no two statistics share a stream.
    random: seededRandom(streamSeed(seed, `agree/${question ?? ''}/${statistic}`)),
    draws: bootstrap,
    level,
    clusters,
  });
}

export function codeAgreement(
  shared: SharedUnits,
  code: CodeId,
  question: QuestionId | null,
  withheld: boolean,
  { level, intervalOf }: { level: number; intervalOf: IntervalOf },
): CodeAgreement {
  if (withheld) {
    const hidden = { state: 'withheld' as const };
    return { code, question, alpha: hidden, ac1: hidden, percent: hidden, used: hidden };
  }
  const ratings = presenceOf(shared, code);
  const ratingsGiven = shared.given.reduce((sum, one) => sum + one, 0);
  const used = {
    estimate: (shared.places.get(code)?.length ?? 0) / ratingsGiven,
    interval: null,
    n: ratingsGiven,
    method: 'share of ratings',
    warnings: [],
  };
  return {
    code,
    question,
    alpha: releasedStatistic(
      krippendorffAlpha({ ratings, level: 'nominal', interval: intervalOf(`code/${code}`) }),
      false,
    ),
    ac1: releasedStatistic(gwetAc({ ratings, categories: presence }, { level }), false),
    percent: releasedStatistic(percentAgreement({ ratings, categories: presence }, { level }), false),
    used: releasedStatistic(used, false),
  };
}
