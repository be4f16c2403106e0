/** How many gave a code, in the question in which most did. */
import type { CodeId } from '../../src/study/ids.ts';
import { Withheld } from '../kit/numbers.tsx';
import { useAnalysisIfReady, useNames } from '../kit/study.ts';
import type { Column } from './board-moves.ts';

export function CodeUse({ code, theme }: { code: CodeId; theme: Column }) {
  const names = useNames();
  const analysis = useAnalysisIfReady();
  const found = (analysis?.synthesis.codes ?? []).filter((one) => one.code === code);
  const counts = found
    .flatMap(({ question, share }) => (share.state === 'shown' ? [{ question, count: share.count }] : []))
    .toSorted((a, b) => b.count - a.count);
  const [most] = counts;
  if (found.some(({ share }) => share.state === 'withheld') && (most?.count ?? 0) === 0)
    return <Withheld brief />;
  if (most === undefined) return null;
  return (
    <span className="code-use">
      {/* In a theme the question is known; among the others it helps to sort. */}
      <span className={theme === null ? 'quiet' : 'visually-hidden'}>{names.question(most.question)} </span>
      {most.count}
    </span>
  );
}
