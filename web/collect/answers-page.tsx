/** What they said: participants as rows, questions as columns. */
import './collect.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerFilter } from '../../src/synthesise/answers-page.ts';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { Empty } from '../kit/page.tsx';
import { AnswerGrid } from './answer-grid.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useAnswerRows } from './use-answer-rows.ts';

const none: AnswerFilter[] = [];

export function AnswersPage() {
  const { words } = useLanguage();
  const navigate = useNavigate({ from: '/studies/$study/collect' });
  const { filter = none } = useSearch({ from: '/studies/$study/collect' });
  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const rows = useAnswerRows(filter, wanted);
  const change = (next: AnswerFilter[]) =>
    navigate({ search: (search) => ({ ...search, filter: next.length === 0 ? undefined : next }) });
  return (
    <div className="answers-page">
      <header className="answers-head">
        <h1>{words.questions.collect}</h1>
        <p className="answers-total" aria-live="polite">
          {rows && words.evidence.participants(rows.total)}
        </p>
        <FilterBar filter={filter} onChange={change} />
      </header>
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
        <AnswerGrid key={JSON.stringify(filter)} rows={rows} filter={filter} want={setWanted} />
      )}
    </div>
  );
}
