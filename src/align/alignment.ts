/** Which themes go with which in the same participants, over every two questions. Exploratory. */
import { type Progress, seededRandom } from '@firsthand/methods';
import { streamSeed } from '../kernel/stream-seed.ts';
import { releasedCount } from '../protect/release.ts';
import type { Cells } from '../protect/suppress-pairs.ts';
import { isSmall } from '../protect/suppress-rule.ts';
import { type CrossTables, themesWithThemes } from './cross-tables.ts';
import type { Alignment, AlignmentPair, QuestionAlignment, TwoByTwo } from './model.ts';
import { testPairs } from './test-pairs.ts';

/** The four cells by name. */
export function tableOf([both, leftOnly, rightOnly, neither]: Cells): TwoByTwo {
  return { both, leftOnly, rightOnly, neither };
}

export interface AlignmentOptions {
  permutations: number;
  level: number;
  threshold: number;
  seed: number;
  onProgress: Progress;
}

/** Tests the themes of each two questions as one family. */
export function alignment(crossed: readonly CrossTables[], options: AlignmentOptions): Alignment {
  const questions = crossed.map((cross, at) =>
    alignQuestions(cross, {
      ...options,
      onProgress: (done) => options.onProgress((at + done) / crossed.length),
    }),
  );
  return { exploratory: true, permutations: options.permutations, questions };
}

function alignQuestions(
  cross: CrossTables,
  { permutations, level, threshold, seed, onProgress }: AlignmentOptions,
): QuestionAlignment {
  const { leftQuestion, rightQuestion, answeredBoth } = cross;
  const family = themesWithThemes(cross);
  const random = seededRandom(streamSeed(seed, `align ${leftQuestion} ${rightQuestion}`));
  const tests = testPairs(family, { permutations, level, random, onProgress });
  const pairs = family.left.flatMap((left, i) =>
    family.right.map((right, j): AlignmentPair => {
      const at = i * family.right.length + j;
      const ends = {
        left: { question: leftQuestion, theme: left.id },
        right: { question: rightQuestion, theme: right.id },
      };
      const [test, cells] = [tests[at], family.tables[at]];
      return test && cells
        ? { state: 'shown', ...ends, table: tableOf(cells), test }
        : { state: 'withheld', ...ends };
    }),
  );
  return {
    left: leftQuestion,
    right: rightQuestion,
    answeredBoth: releasedCount(answeredBoth, isSmall(answeredBoth, threshold)),
    pairs,
  };
}
