/**
 * What others keep in the study reaches this screen within a second: the server tells what has changed, by ids alone,
 * and whatever is shown of it is asked for again.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveEvent } from '../../src/code/model.ts';
import { askAgain } from './ask-again.ts';
import { studyAddress } from './http.ts';
import { isOwn } from './own-work.ts';

/** The third part of the keys of what an event makes old: `['study', study, NAME, ...]`. */
const madeOldBy: Record<LiveEvent['kind'], readonly string[]> = {
  coding: ['reading', 'grid', 'passes', 'pass-agreement', 'examples'],
  'coding ended': ['reading', 'grid', 'passes', 'pass-agreement', 'review', 'examples'],
  finished: ['passes', 'pass-agreement'],
  memo: ['memos'],
  theme: ['themes'],
  codebook: ['codebook', 'review', 'passes'],
  pass: ['passes', 'work', 'me', 'disagreements', 'pass-agreement'],
  decision: ['disagreements', 'reading', 'grid'],
  settings: ['settings', 'suggestions'],
  scan: ['scan'],
  sight: [],
};

/** Events that come at once are answered together, so that a busy team does not make one request each. */
const GATHER_MS = 150;

export function useLiveUpdates(study: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`${studyAddress(study)}/live`);
    const gathered: LiveEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const refresh = () => {
      timer = undefined;
      forget(queries, study, gathered.splice(0));
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      gathered.push(LiveEvent.parse(JSON.parse(data)));
      timer ??= setTimeout(refresh, GATHER_MS);
    };
    source.onerror = () => {
      wasLost = true;
    };
    source.onopen = () => {
      // What happened while nobody listened is not told again.
      if (wasLost) void queries.invalidateQueries({ queryKey: ['study', study] });
      wasLost = false;
    };
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [queries, study]);
}

function forget(queries: QueryClient, study: string, events: readonly LiveEvent[]): void {
  if (events.some(({ kind }) => kind === 'sight')) {
    void queries.invalidateQueries({ queryKey: ['study', study] });
    return;
  }
  // The study's outline holds the codebook and the themes.
  if (events.some(({ kind }) => kind === 'codebook' || kind === 'theme'))
    void queries.invalidateQueries({ queryKey: ['study', study], exact: true });
  const names = new Set(events.flatMap(({ kind }) => madeOldBy[kind]));
  // A reading is one participant's: everybody else's stays as it is, and so does one that only this browser has changed.
  const participants = new Set(
    events.filter(({ id }) => !isOwn(id)).map(({ answer }) => answer?.split('/')[0]),
  );
  const old = queries.getQueryCache().findAll({
    queryKey: ['study', study],
    predicate: ({ queryKey: [, , name, participant] }) =>
      typeof name === 'string' &&
      names.has(name) &&
      (name !== 'reading' || participants.has(participant as string)),
  });
  for (const query of old) void askAgain(queries, query);
}
