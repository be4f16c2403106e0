/**
 * The one analysis behind the command, the report and the screens: from a snapshot to numbers that are safe to release.
 * Pure: no clock, no files, nothing of Node, and every draw from the seed, so that it can be made again anywhere.
 */
import type { Progress } from '@firsthand/methods';
import { agreement } from '../agree/agreement.ts';
import { alignment } from '../align/alignment.ts';
import { countBoth, crossTables, questionPairs } from '../align/cross-tables.ts';
import { priorities } from '../prioritise/priorities.ts';
import { withholdShares } from '../protect/suppress-shares.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import { lookUp } from '../study/lookup.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { themeAccounts } from '../synthesise/accounts.ts';
import { countShares, groupsOf } from '../synthesise/count-shares.ts';
import { codingsThatCount } from '../synthesise/layer.ts';
import { type CountsByQuestion, codePrevalence, themePrevalence } from '../synthesise/prevalence.ts';
import { createQuoter } from '../synthesise/quotes.ts';
import { saturation } from '../synthesise/saturation.ts';
import { inclusionFlow } from './inclusion-flow.ts';
import type { Analysis } from './model.ts';
import { warningsOf } from './warnings.ts';

export interface AnalyseOptions {
  seed: number;
  /** The snapshot's hash, made by the caller with `snapshotHash`, since hashing needs Node. */
  snapshot: string;
  permutations?: number;
  bootstrap?: number;
  orders?: number;
  level?: number;
  /** Called with the share done, 0 to 1. Throw from it to cancel. */
  onProgress?: Progress;
}

/** Everything that may be shown of a study. */
export function analyse(snapshot: StudySnapshot, given: AnalyseOptions): Analysis {
  const { seed, permutations = 10_000, bootstrap = 1000, orders = 200, level = 0.95 } = given;
  const { study } = snapshot;
  const { threshold } = study;
  const step = (from: number, to: number): Progress => {
    return (done) => given.onProgress?.(from + (to - from) * done);
  };

  const lookup = lookUp(snapshot);
  const layer = codingsThatCount(lookup);
  const groups = groupsOf(lookup);
  const byQuestion: CountsByQuestion = new Map(
    countShares(lookup, layer, groups).map((counts) => [
      counts.question,
      { counts, withheld: withholdShares(counts.shares, threshold) },
    ]),
  );
  const isWithheld = (question: QuestionId, code: CodeId): boolean => {
    const releasable = byQuestion.get(question);
    return releasable?.withheld.sets.has(releasable.counts.keyOf([code])) ?? true;
  };
  const shares = { level, threshold };

  const pairs = questionPairs(study.questions);
  const flow = inclusionFlow(
    lookup,
    pairs.map(([left, right]) => countBoth(lookup, left, right)),
    threshold,
  );
  const includedWithheld = flow.included.state === 'withheld';
  const agreed = agreement({
    lookup,
    isWithheld,
    includedWithheld,
    options: { bootstrap, level, threshold, seed, onProgress: step(0.02, 0.3) },
  });
  const quoter = createQuoter(lookup, threshold);
  const synthesis = {
    layer: layer.name,
    prevalence: themePrevalence(lookup, byQuestion, groups, shares),
    codes: codePrevalence(lookup, layer, byQuestion, shares),
    accounts: themeAccounts({ lookup, layer, byQuestion, quoter, threshold }),
    saturation: saturation({
      lookup,
      layer,
      byQuestion,
      includedWithheld,
      options: { orders, threshold, seed },
    }),
  };
  const crossed = pairs.map((pair) => crossTables(lookup, byQuestion, pair, threshold));
  const testing = { permutations, level, threshold, seed };
  const aligned = alignment(crossed, { ...testing, onProgress: step(0.4, 0.8) });
  const prioritised = priorities({
    lookup,
    layer,
    byQuestion,
    groups,
    crossed,
    quoter,
    options: { ...testing, onProgress: step(0.8, 1) },
  });
  const released = {
    format: 1 as const,
    study: study.id,
    title: study.title,
    synthetic: study.synthetic,
    method: study.method,
    snapshot: given.snapshot,
    seed,
    options: { permutations, bootstrap, orders, level, threshold },
    flow,
    agreement: agreed,
    synthesis,
    alignment: aligned,
    priorities: prioritised,
  };
  return { ...released, warnings: warningsOf(lookup, layer, released) };
}
