/** One saved search: whether it may ask the network, how often, and what its last run brought. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryState } from '../../../src/scan/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { runQuery, saveQuery, sourcesQuery } from '../api.ts';
import { RunLine } from './run-line.tsx';
import { sourcesWords } from './words.ts';

export function QueryRow({ state: { id, query, completeUntil, lastRun } }: { state: QueryState }) {
  const words = sourcesWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
  const turn = useMutation({
    mutationFn: (switchedOn: boolean) => saveQuery(study, id, { ...query, switchedOn }),
    onSuccess,
  });
  const run = useMutation({ mutationFn: () => runQuery(study, id), onSuccess });
  const { data: sources = [] } = useQuery(sourcesQuery(study));
  const title = sources.find(({ source }) => source === query.ask.source)?.title ?? query.ask.source;
  const soFar = lastRun === null ? words.never : words.incomplete;
  const isRunning = lastRun?.state === 'running' && !lastRun.abandoned;
  return (
    <li className="scan-item" data-query={id}>
      <header>
        <strong>{query.label}</strong>
        <span className="quiet">
          {title} · {words.every[query.every]} ·{' '}
          {completeUntil === null ? soFar : words.completeUntil(completeUntil)}
        </span>
        <label className="turn-on">
          <input
            type="checkbox"
            checked={query.switchedOn}
            aria-label={words.onName(query.label)}
            onChange={({ target }) => turn.mutate(target.checked)}
          />
          {words.on}
        </label>
        {query.switchedOn && !isRunning && !lastRun?.resumable && (
          <button type="button" className="button" onClick={() => run.mutate()}>
            {words.runNow}
          </button>
        )}
      </header>
      <code className="asked">{askedIn(query, words.lists)}</code>
      {lastRun && <RunLine run={lastRun} />}
      <RefusalNote error={turn.error ?? run.error} />
    </li>
  );
}

type Lists = Record<'510k' | 'classification' | 'event', string>;

function askedIn({ ask }: QueryState['query'], lists: Lists): string {
  if (ask.source === 'feed') return ask.settings.address;
  if (ask.source === 'openfda') return `${lists[ask.settings.list]}: ${ask.settings.search}`;
  return ask.source === 'medrxiv' ? ask.settings.words.join(' | ') : ask.settings.search;
}
