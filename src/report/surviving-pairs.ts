/** Which pairs of themes a reader's eye is led to: one rule for the summary, the diagram and the screen. */
import type { AlignmentPair } from '../align/model.ts';
import type { Analysis } from './model.ts';

/** Benjamini-Hochberg level at which a pair is drawn and named. */
export const largestQ = 0.05;

export type ShownPair = Extract<AlignmentPair, { state: 'shown' }>;

/** Pairs that go together more often than chance with q at most `largestQ`; smallest q first, then greatest lift. */
export function survivingPairs(analysis: Analysis): ShownPair[] {
  return analysis.alignment.questions
    .flatMap(({ pairs }) => pairs)
    .filter((pair): pair is ShownPair => pair.state === 'shown' && survives(pair))
    .toSorted(byStrength);
}

export function byStrength(a: ShownPair, b: ShownPair): number {
  return a.test.q - b.test.q || (b.test.lift ?? 0) - (a.test.lift ?? 0);
}

function survives({ test }: ShownPair): boolean {
  return test.q <= largestQ && test.lift !== null && test.lift > 1;
}
