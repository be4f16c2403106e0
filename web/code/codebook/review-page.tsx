/** Codings whose code was split, merged or retired, one at a time: does each still hold? */
import './review.css';
import '../../agree/agree.css';
import '../../kit/coded-text.css';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewItem } from '../../../src/code/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { reviewQuery } from './api.ts';
import { ReviewedCoding } from './reviewed-coding.tsx';
import { codebookWords } from './words.ts';

export function ReviewPage() {
  const { language } = useLanguage();
  const { role } = useMeInStudy();
  const words = codebookWords[language].review;
  return (
    <div className="workspace">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      {role === 'reader' ? <Empty say={words.none} /> : <Queue />}
    </div>
  );
}

function Queue() {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(reviewQuery(study));
  const words = codebookWords[language].review;
  const [at, setAt] = useState(0);
  const answer = useMutation({
    mutationFn: async ({ send }: { item: ReviewItem; send: () => Promise<unknown> }) => send(),
    onSuccess: (_, { item }) => {
      queries.setQueryData(reviewQuery(study).queryKey, (items) => items?.filter(({ id }) => id !== item.id));
      void queries.invalidateQueries({ queryKey: reviewQuery(study).queryKey });
    },
  });
  const item = data[Math.min(at, data.length - 1)];
  if (item === undefined) return <Empty say={words.none} hint={words.noneHint} />;
  return (
    <>
      <p className="queue-counts" role="status">
        {words.left(data.length)}
      </p>
      <ReviewedCoding
        key={item.id}
        item={item}
        error={answer.variables?.item.id === item.id ? answer.error : null}
        onAnswer={(send) => answer.mutate({ item, send })}
        onNext={() => {
          answer.reset();
          setAt((Math.min(at, data.length - 1) + 1) % data.length);
        }}
      />
    </>
  );
}
