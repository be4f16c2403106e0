/** Records on which screeners differ, with both decisions, to be settled with a reason. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Conflict } from '../../../src/scan/screening/model.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { conflictsQuery, reasonsQuery, settle } from './api.ts';
import { RecordText } from './record-text.tsx';
import { screenWords } from './words.ts';

export function ConflictList() {
  const words = screenWords[useLanguage().language];
  const { data, error } = useQuery(conflictsQuery(useStudySlug()));
  if (data === undefined) return error === null ? <Waiting /> : <RefusalNote error={error} />;
  if (data.length === 0) return <Empty say={words.conflictsNone} hint={words.conflictsHint} />;
  return (
    <>
      <p className="note">{words.conflictsHint}</p>
      {data.map((conflict) => (
        <Settling key={conflict.document.id} {...conflict} />
      ))}
    </>
  );
}

function Settling({ document, screening }: Conflict) {
  const { language, of } = useLanguage();
  const words = screenWords[language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data: reasons } = useQuery(reasonsQuery(study));
  const [id] = useState(() => newId());
  const settling = useMutation({
    mutationFn: ({ decision, note }: { decision: 'include' | 'exclude'; note: string }) =>
      settle(study, { id, record: document.id, decision, reason: null, note, supersedes: null }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study', study, 'scan'] }),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // what React wraps for `onSubmit`
    const decision =
      submitter instanceof HTMLButtonElement && submitter.value === 'include' ? 'include' : 'exclude';
    settling.mutate({ decision, note: String(new FormData(event.currentTarget).get('note')) });
  };
  const all = [...(screening.mine ? [screening.mine] : []), ...(screening.others ?? [])];
  const reasonIn = (reason: string | null) => {
    const found = reasons?.items.find((one) => one.id === reason);
    return found === undefined ? '' : ` (${of(found.label)})`;
  };
  return (
    <article className="screened" data-record={document.id}>
      <RecordText document={document} why={[]} drawn={null} />
      <ul className="run-problems">
        {all.map(({ id: one, decision, reason, note }, at) => (
          <li key={one}>
            {words.screener(at + 1)}: <strong>{words.decisions[decision]}</strong>
            {reasonIn(reason)} {note}
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={onSubmit}>
        <div className="field wide">
          <label htmlFor={`note-${document.id}`}>{words.note}</label>
          <input id={`note-${document.id}`} name="note" required maxLength={5000} autoComplete="off" />
        </div>
        <RefusalNote error={settling.error} />
        <p className="verdict">
          <button type="submit" className="button main" value="include">
            {words.decisions.include}
          </button>
          <button type="submit" className="button" value="exclude">
            {words.decisions.exclude}
          </button>
        </p>
      </form>
    </article>
  );
}
