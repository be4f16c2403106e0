/** Included records, one after the other, each with the form of its appraisal. */
import '../scan.css';
import './appraise.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { grouped } from '../../../src/report/format.ts';
import { isTyping } from '../../kit/frame/keys.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { appraisalsQuery, appraisedQuery, criteriaQuery, includedQuery } from './api.ts';
import { RecordDesk } from './record-desk.tsx';
import { appraiseWords } from './words.ts';

export function AppraisePage() {
  const words = appraiseWords[useLanguage().language];
  const study = useStudySlug();
  const { data: included } = useSuspenseQuery(includedQuery(study));
  const { data: appraised } = useSuspenseQuery(appraisalsQuery(study));
  const { data: criteria } = useSuspenseQuery(criteriaQuery(study));
  const { record: named } = useSearch({ from: '/studies/$study/scan/appraise' });
  const navigate = useNavigate({ from: '/studies/$study/scan/appraise' });
  const scores = new Map(appraised.appraisals.map(({ record, score }) => [record, score.value]));
  const ids = included.records.map(({ id }) => id);
  const nextOpen = (after: number) =>
    [...ids.slice(after + 1), ...ids.slice(0, after + 1)].find((id) => !scores.has(id));
  const present = named ?? nextOpen(-1) ?? ids[0];
  const at = present === undefined ? -1 : ids.indexOf(present);
  const { data, error } = useQuery({
    ...appraisedQuery(study, present ?? ''),
    enabled: present !== undefined,
  });
  const open = (record: string | undefined) => {
    if (record !== undefined) void navigate({ search: { record } });
  };
  const toOpen = nextOpen(at);
  const leads = {
    before: ids[at - 1],
    after: ids[at + 1],
    nextOpen: toOpen === present ? undefined : toOpen,
  };
  useListKeys(leads, open);
  return (
    <div className="appraising">
      <header className="page-head">
        <h1>{words.question}</h1>
      </header>
      {present === undefined ? (
        <Empty say={words.none} hint={words.noneHint}>
          <Link className="button main" to="/studies/$study/scan" params={{ study }}>
            {words.toScreening}
          </Link>
        </Empty>
      ) : (
        <>
          <nav className="appraise-nav" aria-label={words.all}>
            {(['before', 'after', 'nextOpen'] as const).map((lead) => (
              <button
                key={lead}
                type="button"
                className="button"
                disabled={leads[lead] === undefined}
                onClick={() => open(leads[lead])}
              >
                {words[lead]} <kbd>{{ before: '[', after: ']', nextOpen: 'N' }[lead]}</kbd>
              </button>
            ))}
            <span className="quiet">
              {at === -1
                ? words.outside
                : words.place(
                    grouped(at + 1),
                    grouped(included.total),
                    grouped(ids.filter((id) => scores.has(id)).length),
                  )}
            </span>
          </nav>
          <details className="appraise-all">
            <summary>{words.all}</summary>
            <ol>
              {included.records.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    to="/studies/$study/scan/appraise"
                    params={{ study }}
                    search={{ record: id }}
                    aria-current={id === present ? 'true' : undefined}
                  >
                    {title ?? id}
                  </Link>{' '}
                  <span className="quiet">
                    {scores.has(id) ? String(scores.get(id) ?? '–') : words.notAppraised}
                  </span>
                </li>
              ))}
            </ol>
          </details>
          <RefusalNote error={error} />
          {data === undefined && error === null && <Waiting />}
          {data && <RecordDesk key={data.document.id} record={data} criteria={criteria} />}
        </>
      )}
    </div>
  );
}

/** Brackets and N, wherever nobody types. */
function useListKeys(
  { before, after, nextOpen }: Record<'before' | 'after' | 'nextOpen', string | undefined>,
  open: (record: string | undefined) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role=dialog]')) return;
      if (event.code === 'BracketLeft') open(before);
      if (event.code === 'BracketRight') open(after);
      if (event.code === 'KeyN') open(nextOpen);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
