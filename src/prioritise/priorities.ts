/** Each priority with its ground: how many ask for it, who they are, what else they told, and in what words. */
import { type Progress, seededRandom } from '@firsthand/methods';
import { tableOf } from '../align/alignment.ts';
import { type CrossTables, themesWithPriorities } from '../align/cross-tables.ts';
import { testPairs } from '../align/test-pairs.ts';
import { streamSeed } from '../kernel/stream-seed.ts';
import type { Share } from '../protect/released.ts';
import type { PriorityId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { Groups } from '../synthesise/count-shares.ts';
import { priorityQuestion } from '../synthesise/count-shares.ts';
import type { CodingLayer } from '../synthesise/layer.ts';
import { breakdownsOf, type CountsByQuestion, shareOf } from '../synthesise/prevalence.ts';
import { candidatesFor, type Quoter } from '../synthesise/quotes.ts';
import type { GoesWith, PriorityEvidence } from './model.ts';

const QUOTES_A_PRIORITY = 5;

export interface PrioritiesInput {
  lookup: StudyLookup;
  layer: CodingLayer;
  byQuestion: CountsByQuestion;
  groups: readonly Groups[];
  crossed: readonly CrossTables[];
  quoter: Quoter;
  options: { permutations: number; level: number; threshold: number; seed: number; onProgress: Progress };
}

/** Priorities in the order of their rank, withheld ones last; none where no question asks for priorities. */
export function priorities(input: PrioritiesInput): PriorityEvidence[] {
  const { lookup, layer, byQuestion, groups, quoter, options } = input;
  const question = priorityQuestion(lookup);
  const releasable = question === null ? undefined : byQuestion.get(question);
  if (question === null || !releasable) return [];
  const going = goesWith(input);
  const listed = lookup.snapshot.priorities.map(({ id, codes }) => ({
    id,
    codes,
    support: shareOf(releasable, codes, options),
  }));
  const estimates = listed.map(({ support }) => estimateOf(support));
  return listed
    .map(({ id, codes, support }): PriorityEvidence => {
      const estimate = estimateOf(support);
      const candidates = support.state === 'shown' ? candidatesFor(layer, question, codes) : [];
      return {
        priority: id,
        rank: estimate === null ? null : 1 + estimates.filter((other) => (other ?? -1) > estimate).length,
        question,
        support,
        breakdowns: breakdownsOf(releasable, codes, groups, options),
        quotes: quoter.choose(candidates, QUOTES_A_PRIORITY),
        goesWith: going.get(id) ?? [],
      };
    })
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
}

function estimateOf(share: Share): number | null {
  return share.state === 'shown' ? share.estimate : null;
}

/** Themes of experience and interpretation against each priority, tested per question as one family. */
function goesWith({ lookup, crossed, options }: PrioritiesInput): Map<PriorityId, GoesWith[]> {
  const before = new Set(
    lookup.snapshot.study.questions
      .filter(({ concept }) => concept === 'experience' || concept === 'interpretation')
      .map(({ id }) => id),
  );
  const relevant = crossed.filter(
    ({ leftQuestion, right }) => before.has(leftQuestion) && right.priorities.length > 0,
  );
  const going = new Map<PriorityId, GoesWith[]>();
  relevant.forEach((cross, done) => {
    const family = themesWithPriorities(cross);
    const tests = testPairs(family, {
      ...options,
      random: seededRandom(streamSeed(options.seed, `prioritise ${cross.leftQuestion}`)),
      onProgress: (share) => options.onProgress((done + share) / relevant.length),
    });
    family.left.forEach((theme, i) => {
      family.right.forEach((priority, j) => {
        const at = i * family.right.length + j;
        const [test, cells] = [tests[at], family.tables[at]];
        const about = { question: cross.leftQuestion, theme: theme.id };
        const one: GoesWith =
          test && cells
            ? { state: 'shown', ...about, table: tableOf(cells), test }
            : { state: 'withheld', ...about };
        going.set(priority.id, [...(going.get(priority.id) ?? []), one]);
      });
    });
  });
  for (const list of going.values()) list.sort(byStrength);
  return going;
}

/** Likeliest to go together first; the withheld ones keep the order of the study, which tells nothing. */
function byStrength(a: GoesWith, b: GoesWith): number {
  if (a.state !== 'shown' || b.state !== 'shown')
    return Number(a.state !== 'shown') - Number(b.state !== 'shown');
  return (b.test.phi ?? -1) - (a.test.phi ?? -1);
}
