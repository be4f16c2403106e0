/** The answers of a pass in the order of the work: which one is open, which come before and after, what is done. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { PassId } from '../../../src/code/model.ts';
import type { AnswerPlace } from '../../../src/code/suggestion-model.ts';
import { type AnswerKey, answerKey } from '../../../src/study/ids.ts';
import { useStudySlug } from '../../kit/study.ts';
import { workQuery } from './api.ts';

export interface WorkItem extends AnswerPlace {
  key: AnswerKey;
  done: boolean;
}

export interface WorkNow {
  items: readonly WorkItem[];
  /** -1 where the open answer is none of the work. */
  at: number;
  done: number;
  before: WorkItem | undefined;
  after: WorkItem | undefined;
  /** The next that is not done, from the beginning again after the last. */
  nextOpen: WorkItem | undefined;
  go: (key: AnswerKey) => void;
  markDone: (key: AnswerKey, done: boolean) => void;
}

export function useWork(pass: PassId, open: string | undefined): WorkNow {
  const study = useStudySlug();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const query = workQuery(study, pass);
  const { data } = useSuspenseQuery(query);
  const items = useMemo(
    () =>
      data.answers.map(([participant, question, wave, done]) => {
        const place = { participant, question, wave };
        return { ...place, key: answerKey(place), done };
      }),
    [data],
  );
  // Where the address names none, the first that is not done; it stays when it is.
  const [first] = useState(() => (items.find(({ done }) => !done) ?? items[0])?.key);
  const wanted = open ?? first;
  const at = items.findIndex(({ key }) => key === wanted);
  const go = useCallback(
    (key: AnswerKey) =>
      void navigate({ to: '/studies/$study/code/work', params: { study }, search: { pass, at: key } }),
    [navigate, pass, study],
  );
  const markDone = useCallback(
    (key: AnswerKey, isDone: boolean) => {
      queries.setQueryData(workQuery(study, pass).queryKey, (kept) => {
        const place = kept?.answers.findIndex(
          ([p, q, w]) => answerKey({ participant: p, question: q, wave: w }) === key,
        );
        const answer = place === undefined ? undefined : kept?.answers[place];
        if (kept === undefined || place === undefined || answer === undefined || answer[3] === isDone)
          return kept;
        const [participant, question, wave] = answer;
        return { answers: kept.answers.with(place, [participant, question, wave, isDone]) };
      });
    },
    [pass, queries, study],
  );
  return {
    items,
    at,
    done: useMemo(() => items.filter(({ done }) => done).length, [items]),
    before: items[at - 1],
    after: items[at + 1],
    nextOpen: [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(({ done }) => !done),
    go,
    markDone,
  };
}
