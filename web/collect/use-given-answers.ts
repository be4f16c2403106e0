/** The answers that the reader was given to code in a pass that is open now. */
import { useQueries } from '@tanstack/react-query';
import type { PassId } from '../../src/code/model.ts';
import { workQuery } from '../code/work/api.ts';
import { useMeInStudy } from '../kit/me.ts';
import { useStudySlug } from '../kit/study.ts';

/** @returns the pass in which an answer (`participant/question/wave`) is to be coded, if there is one */
export function useGivenAnswers(): (answer: string) => PassId | undefined {
  const study = useStudySlug();
  const { passes } = useMeInStudy();
  const given = useQueries({
    queries: passes.map((pass) => workQuery(study, pass)),
    combine: (results) =>
      results.map(({ data }) => new Set(data?.answers.map(([...place]) => place.slice(0, 3).join('/')))),
  });
  return (answer) => passes.find((_, at) => given[at]?.has(answer));
}
