/** All included records with their scores, part by part; it opens where one stands. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { ListParts } from '../list-parts.tsx';
import { includedQuery, LIST_PART } from './api.ts';
import { appraiseWords } from './words.ts';

export function IncludedList({ present, at }: { present: string; at: number }) {
  const words = appraiseWords[useLanguage().language];
  const [from, setFrom] = useState<number | null>(null);
  return (
    <details
      className="appraise-all"
      onToggle={({ currentTarget }) => setFrom(currentTarget.open ? at - (at % LIST_PART) : null)}
    >
      <summary>{words.all}</summary>
      {from !== null && <Part present={present} from={from} setFrom={setFrom} />}
    </details>
  );
}

function Part({
  present,
  from,
  setFrom,
}: {
  present: string;
  from: number;
  setFrom: (from: number) => void;
}) {
  const words = appraiseWords[useLanguage().language];
  const study = useStudySlug();
  const { data, error } = useQuery(includedQuery(study, from));
  if (data === undefined) return error === null ? <Waiting /> : <RefusalNote error={error} />;
  return (
    <>
      <ol start={from + 1}>
        {data.records.map(({ id, title, appraised, score }) => (
          <li key={id}>
            <Link
              to="/studies/$study/scan/appraise"
              params={{ study }}
              search={{ record: id }}
              aria-current={id === present ? 'true' : undefined}
            >
              {title ?? id}
            </Link>{' '}
            <span className="quiet">{appraised ? String(score ?? '–') : words.notAppraised}</span>
          </li>
        ))}
      </ol>
      <ListParts from={from} part={LIST_PART} total={data.total} setFrom={setFrom} />
    </>
  );
}
