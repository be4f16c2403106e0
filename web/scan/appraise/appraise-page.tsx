/** Included records, one after the other, each with the form of its appraisal. */
import '../scan.css';
import './appraise.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { grouped } from '../../../src/report/format.ts';
import { isLetterOfPage, useKeys } from '../../kit/frame/keys.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { appraisedQuery, criteriaQuery, placeQuery } from './api.ts';
import { IncludedList } from './included-list.tsx';
import { RecordDesk } from './record-desk.tsx';
import { appraiseWords } from './words.ts';

export function AppraisePage() {
  const words = appraiseWords[useLanguage().language];
  const study = useStudySlug();
  const { data: criteria } = useSuspenseQuery(criteriaQuery(study));
  const { record: named } = useSearch({ from: '/studies/$study/scan/appraise' });
  const navigate = useNavigate({ from: '/studies/$study/scan/appraise' });
  const { data: place, error: placeError, isPlaceholderData } = useQuery(placeQuery(study, named ?? null));
  const present = named ?? place?.record ?? null;
  const { data, error } = useQuery({ ...appraisedQuery(study, present ?? ''), enabled: present !== null });
  // What was begun with stays, also when it has been appraised and another is the first to appraise.
  useEffect(() => {
    if (named === undefined && present !== null)
      void navigate({ search: { record: present }, replace: true });
  }, [named, present, navigate]);
  const open = (record: string | null) => {
    if (record !== null) void navigate({ search: { record } });
  };
  const leads: Record<Lead, string | null> =
    place === undefined || isPlaceholderData ? { before: null, after: null, nextOpen: null } : place;
  useListKeys(leads, open);
  return (
    <div className="appraising">
      <header className="page-head">
        <h1>{words.question}</h1>
      </header>
      <RefusalNote error={placeError} />
      {place === undefined && placeError === null && <Waiting />}
      {place && present === null && (
        <Empty say={words.none} hint={words.noneHint}>
          <Link className="button main" to="/studies/$study/scan" params={{ study }}>
            {words.toScreening}
          </Link>
        </Empty>
      )}
      {place && present !== null && (
        <>
          <nav className="appraise-nav" aria-label={words.all}>
            {(['before', 'after', 'nextOpen'] as const).map((lead) => (
              <button
                key={lead}
                type="button"
                className="button"
                disabled={leads[lead] === null}
                onClick={() => open(leads[lead])}
              >
                {words[lead]} <kbd>{{ before: '[', after: ']', nextOpen: 'N' }[lead]}</kbd>
              </button>
            ))}
            <span className="quiet">
              {place.at === null
                ? words.outside
                : words.place(grouped(place.at + 1), grouped(place.total), grouped(place.appraised))}
            </span>
          </nav>
          <IncludedList present={present} at={place.at ?? 0} />
          <RefusalNote error={error} />
          {data === undefined && error === null && <Waiting />}
          {data && <RecordDesk key={data.document.id} record={data} criteria={criteria} />}
        </>
      )}
    </div>
  );
}

type Lead = 'before' | 'after' | 'nextOpen';

/** Brackets and N, wherever nobody types. */
function useListKeys(
  { before, after, nextOpen }: Record<Lead, string | null>,
  open: (record: string | null) => void,
): void {
  useKeys((event) => {
    if (event.repeat || !isLetterOfPage(event)) return;
    if (event.code === 'BracketLeft') open(before);
    if (event.code === 'BracketRight') open(after);
    if (event.code === 'KeyN') open(nextOpen);
  });
}
