/** The queue of a consensus: one disagreement at a time, with what is still open around it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Decision } from '../../src/agree/decision-model.ts';
import { matterKey } from '../../src/agree/matters.ts';
import type { WorkingPass } from '../../src/code/model.ts';
import { grouped } from '../../src/report/format.ts';
import { isLetterOfPage, useKeys } from '../kit/frame/keys.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty } from '../kit/page.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudySlug } from '../kit/study.ts';
import { readingQuery } from '../kit/team-queries.ts';
import { disagreementsQuery, QUEUE_PART, type QueueFilter, takeOverAgreed } from './api.ts';
import { DisagreementView } from './disagreement-view.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { type QueuePlace, standingAt, withDecision } from './queue-place.ts';
import { agreeWords } from './words.ts';

export function DisagreementQueueView({ consensus }: { consensus: WorkingPass }) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const { code, question, state = 'open' } = useSearch({ from: '/studies/$study/agree/disagreements' });
  const navigate = useNavigate({ from: '/studies/$study/agree/disagreements' });
  const filter: QueueFilter = { code, question, state };
  const [stand, setStand] = useStand(JSON.stringify(filter));
  const { from } = stand;
  const query = disagreementsQuery(study, consensus.id, filter, from);
  const { data, error, isPlaceholderData } = useQuery(query);
  const words = agreeWords[language].disagreements;
  const items = data?.items ?? [];
  const here = standingAt(items, stand);

  useEffect(() => {
    if (here !== null && stand.pinned === null && !isPlaceholderData) {
      setStand({ from, index: here.index, pinned: here.item });
    }
  }, [here, stand, from, isPlaceholderData, setStand]);

  useEffect(() => {
    // The last part of the queue was decided away: what was skipped stands before it.
    if (data !== undefined && data.items.length === 0 && from > 0) setStand(start);
  }, [data, from, setStand]);

  const nextReading = items[(here?.index ?? 0) + 1]?.participant;
  useEffect(() => {
    if (nextReading !== undefined) void queries.prefetchQuery(readingQuery(study, nextReading));
  }, [nextReading, queries, study]);

  const goTo = (index: number) => {
    if (index < 0 && from > 0) {
      setStand({ from: from - QUEUE_PART, index: QUEUE_PART - 1, pinned: null });
    } else if (index >= items.length && data !== undefined && from + items.length < data.total) {
      setStand({ from: from + QUEUE_PART, index: 0, pinned: null });
    } else if (index >= 0 && index < items.length) setStand({ from, index, pinned: null });
  };
  const next = () => here && goTo(here.isInQueue ? here.index + 1 : here.index);
  const before = () => here && goTo(here.index - 1);
  useQueueKeys(next, before);

  const onDecided = (decision: Decision) => {
    queries.setQueryData(query.queryKey, (queue) => queue && withDecision(queue, decision, state));
    void queries.invalidateQueries({ queryKey: ['study', study, 'disagreements'] });
    if (here !== null)
      setStand({ from, index: state === 'open' ? here.index : here.index + 1, pinned: null });
  };
  const choose = (chosen: QueueFilter) => {
    void navigate({ search: (search) => ({ ...search, ...chosen }), replace: true });
  };

  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  return (
    <>
      <div className="queue-head">
        <p className="queue-counts">
          <progress
            max={Math.max(1, data.open + data.decided)}
            value={data.decided}
            aria-label={words.progressName}
          />
          {words.counts(grouped(data.open), grouped(data.decided), grouped(data.agreed))}
        </p>
        <TakeOver consensus={consensus} />
      </div>
      <QueueFilters filter={filter} onChange={choose} />
      {consensus.state === 'closed' && <p className="note">{words.closedPass}</p>}
      {here === null ? (
        <Empty
          say={data.open + data.decided === 0 ? words.noneAtAll : words.none}
          hint={data.open + data.decided === 0 ? '' : words.noneHint}
        />
      ) : (
        <>
          <nav className="queue-nav" aria-label={words.title}>
            <span className="quiet">
              {here.isInQueue && words.place(grouped(from + here.index + 1), grouped(data.total))}
            </span>
            <Button className="quiet-button" onPress={before}>
              {words.before} <kbd>P</kbd>
            </Button>
            <Button className="quiet-button" onPress={next}>
              {words.next} <kbd>N</kbd>
            </Button>
          </nav>
          <DisagreementView
            key={matterKey(here.item)}
            disagreement={here.item}
            consensus={consensus}
            onDecided={onDecided}
          />
        </>
      )}
    </>
  );
}

interface Stand extends QueuePlace {
  /** Where the part of the queue that is at hand begins. */
  from: number;
}

const start: Stand = { from: 0, index: 0, pinned: null };

/** Where one stands among what one goes through; another choice of it begins at its start. */
function useStand(choice: string) {
  const [stand, setStand] = useState({ choice, stand: start });
  const set = useCallback((next: Stand) => setStand({ choice, stand: next }), [choice]);
  return [stand.choice === choice ? stand.stand : start, set] as const;
}

function TakeOver({ consensus }: { consensus: WorkingPass }) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const { role } = useMeInStudy();
  const words = agreeWords[language].disagreements;
  const take = useMutation({
    mutationFn: () => takeOverAgreed(study, consensus.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study', study, 'disagreements'] }),
  });
  if (role !== 'lead' || consensus.state !== 'open') return null;
  return (
    <div className="take-over">
      <Button className="button" isDisabled={take.isPending} onPress={() => take.mutate()}>
        {words.takeOver}
      </Button>
      <p role="status" className="quiet">
        {take.data && words.tookOver(take.data.settled)}
      </p>
      <RefusalNote error={take.error} />
    </div>
  );
}

function useQueueKeys(next: () => void, before: () => void): void {
  useKeys((event) => {
    if (!isLetterOfPage(event)) return;
    if (event.code === 'KeyN') next();
    else if (event.code === 'KeyP') before();
  });
}
