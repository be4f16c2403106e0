/** Screening: one record in large type with two keys, a list of all, what two screeners see differently, how far they agree. */
import '../scan.css';
import './screen.css';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { useStudySlug } from '../../kit/study.ts';
import { AgreementView } from './agreement-view.tsx';
import { ConflictList } from './conflict-list.tsx';
import { OneByOne } from './one-by-one.tsx';
import { RecordTable } from './record-table.tsx';
import { screenWords } from './words.ts';

const views = ['one', 'list', 'conflicts', 'agreement'] as const;

export function ScreenPage() {
  const words = screenWords[useLanguage().language];
  const study = useStudySlug();
  const { role } = useMeInStudy();
  const [view, setView] = useState<(typeof views)[number]>('one');
  // What pairs of people decided is the lead's to see.
  const shown = views.filter((one) => one !== 'agreement' || role === 'lead');
  if (role === 'reader') return <Navigate to="/studies/$study/scan/digest" params={{ study }} replace />;
  return (
    <div className="screening">
      <header>
        <h1>{words.question}</h1>
        <fieldset className="switch">
          {shown.map((one) => (
            <button
              key={one}
              type="button"
              data-selected={view === one || undefined}
              aria-pressed={view === one}
              onClick={() => setView(one)}
            >
              {words.views[one]}
            </button>
          ))}
        </fieldset>
      </header>
      {view === 'one' && <OneByOne />}
      {view === 'list' && <RecordTable />}
      {view === 'conflicts' && <ConflictList />}
      {view === 'agreement' && <AgreementView />}
    </div>
  );
}
