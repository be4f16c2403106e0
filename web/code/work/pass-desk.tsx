/** One pass: how far it is, what waits for the server, and the answer that is coded now. */
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { WorkingPass } from '../../../src/code/model.ts';
import { type AnswerKey, answerKey } from '../../../src/study/ids.ts';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { readingQuery } from '../../kit/team-queries.ts';
import { useDesk } from '../sync/use-desk.ts';
import { AnswerDesk } from './answer-desk.tsx';
import { codebookQuery } from './api.ts';
import { RefusedList } from './refused-list.tsx';
import { StatusLine } from './status-line.tsx';
import { useWork } from './use-work.ts';
import { workWords } from './words.ts';

export function PassDesk({ pass, open }: { pass: WorkingPass; open: string | undefined }) {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const desk = useDesk(pass);
  const work = useWork(pass.id, open);
  const { data: codebook } = useSuspenseQuery(codebookQuery(study, pass.codebookVersion));
  const codes = useMemo(() => codebook.codebook.codes, [codebook]);
  const shown = (open as AnswerKey | undefined) ?? work.items[work.at]?.key; // an address may name what is not there
  const participant = shown?.split('/')[0] ?? '';
  const { data: reading, error } = useQuery({
    ...readingQuery(study, participant),
    enabled: participant !== '',
  });
  const next = work.after?.participant;
  useEffect(() => {
    if (next !== undefined && next !== participant) void queries.prefetchQuery(readingQuery(study, next));
  }, [next, participant, queries, study]);
  const answer = reading?.answers.find(
    (one) => answerKey({ participant: reading.participant, ...one }) === shown,
  );
  return (
    <div className="work">
      <StatusLine desk={desk} />
      <RefusedList desk={desk} codes={codes} />
      {shown === undefined && (
        <>
          <h1>{words.title}</h1>
          <Empty say={words.noAnswers} />
        </>
      )}
      <RefusalNote error={error} />
      {reading && answer && shown && (
        <AnswerDesk
          key={shown}
          pass={pass}
          desk={desk}
          work={work}
          codes={codes}
          reading={reading}
          answer={answer}
        />
      )}
    </div>
  );
}
