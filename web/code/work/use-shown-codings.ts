/** The codings of one answer in one pass: the caller's own, and those of others that the caller may see. */
import { useMemo, useState } from 'react';
import type { WorkingCoding, WorkingPass } from '../../../src/code/model.ts';
import type { AnswerKey } from '../../../src/study/ids.ts';
import type { Desk } from '../sync/use-desk.ts';

export function useShownCodings(
  desk: Desk,
  pass: WorkingPass,
  answer: AnswerKey,
  { fromServer, me }: { fromServer: readonly WorkingCoding[]; me: string | null },
) {
  const [showsOthers, setShowsOthers] = useState(true);
  const { codingsOf } = desk;
  const all = useMemo(
    () => codingsOf(answer, fromServer).filter(({ passId }) => passId === pass.id),
    [answer, codingsOf, fromServer, pass.id],
  );
  const mine = useMemo(
    () =>
      all
        .filter(({ coder }) => coder === me)
        .toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
    [all, me],
  );
  return {
    mine,
    shown: showsOthers ? all : mine,
    hasOthers: all.length > mine.length,
    showsOthers,
    setShowsOthers,
  };
}
