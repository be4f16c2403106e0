/** What they said: participants as rows, questions as columns. */
import './collect.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerFilter } from '../../src/code/answers-model.ts';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty } from '../kit/page.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { AnswerGrid } from './answer-grid.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ForReaders } from './for-readers.tsx';
import { PassChoice } from './pass-choice.tsx';
import { useGridRows } from './use-grid-rows.ts';

const none: AnswerFilter[] = [];

export function AnswersPage() {
  return useMeInStudy().role === 'reader' ? <ForReaders /> : <Answers />;
}

function Answers() {
  const { words } = useLanguage();
  const navigate = useNavigate({ from: '/studies/$study/collect' });
  const { filter = none, pass } = useSearch({ from: '/studies/$study/collect' });
  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const { rows, error } = useGridRows({ filter, pass }, wanted);
  const change = (next: AnswerFilter[]) =>
    navigate({ search: (search) => ({ ...search, filter: next.length === 0 ? undefined : next }) });
  return (
    <div className="answers-page">
      <header className="answers-head">
        <h1>{words.questions.collect}</h1>
        <p className="answers-total" aria-live="polite">
          {rows && words.evidence.participants(rows.total)}
        </p>
        <div className="answers-wishes">
          <FilterBar filter={filter} onChange={change} />
          <PassChoice
            pass={pass}
            onChange={(next) => navigate({ search: (search) => ({ ...search, pass: next }) })}
          />
        </div>
      </header>
      <RefusalNote error={error} />
      {rows?.total === 0 && filter.length > 0 && (
        <Empty say={words.empty.answers} hint={words.empty.answersHint} />
      )}
      {rows?.total === 0 && filter.length === 0 && (
        <Empty say={words.overview.steps.import.say}>
          <FolderCommands />
        </Empty>
      )}
      {rows && rows.total > 0 && (
        // A grid of its own for every filter: it begins at the top.
        <AnswerGrid key={JSON.stringify(filter)} rows={rows} want={setWanted} />
      )}
    </div>
  );
}
