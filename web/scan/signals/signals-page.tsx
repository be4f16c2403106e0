/** External signals with what they rest on; below, records that resemble each other, as proposals. */
import '../scan.css';
import './signals.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { Empty } from '../../kit/page.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { signalsQuery } from './api.ts';
import { type Draft, draftOf, newDraft } from './draft.ts';
import { SignalForm } from './signal-form.tsx';
import { SignalRow } from './signal-row.tsx';
import { Suggested } from './suggested.tsx';
import { signalsWords } from './words.ts';

export function SignalsPage() {
  const words = signalsWords[useLanguage().language];
  const { role } = useMeInStudy();
  const { data: signals } = useSuspenseQuery(signalsQuery(useStudySlug()));
  const [draft, setDraft] = useState<Draft | null>(null);
  const mayWrite = role !== 'reader';
  const leave = () => setDraft(null);
  return (
    <div className="columns scan">
      <header className="page-head">
        <h1>{words.question}</h1>
        <p className="lede">{words.lede}</p>
      </header>
      <div className="page-body">
        <section>
          {signals.length === 0 && draft === null && (
            <Empty say={words.none} hint={mayWrite ? words.noneHint : words.noneHintReader} />
          )}
          <ul className="scan-list">
            {signals.map((signal) => (
              <li key={signal.id} className="scan-item signal" data-signal={signal.id}>
                {draft?.id === signal.id ? (
                  <SignalForm key={draft.id} begun={draft} leave={leave} />
                ) : (
                  <SignalRow
                    signal={signal}
                    edit={mayWrite && draft === null ? () => setDraft(draftOf(signal)) : null}
                  />
                )}
              </li>
            ))}
          </ul>
          {draft?.expected === 0 && (
            <div className="scan-item">
              <SignalForm key={draft.id} begun={draft} leave={leave} />
            </div>
          )}
          {mayWrite && draft === null && (
            <p className="verdict">
              <button type="button" className="button main" onClick={() => setDraft(newDraft(newId(), []))}>
                {words.add}
              </button>
            </p>
          )}
        </section>
        {mayWrite && (
          <Suggested take={draft === null ? (records) => setDraft(newDraft(newId(), records)) : null} />
        )}
      </div>
    </div>
  );
}
