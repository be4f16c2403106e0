/** What the scan pages on sources, documents and duplicates ask of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  PairPage,
  QueryState,
  RecordPage,
  Run,
  type SavedQuery,
  SourceOffered,
} from '../../src/scan/model.ts';
import { get, send, sendFile, studyAddress, tell } from '../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;
const key = (study: string, ...rest: readonly unknown[]) => ['study', study, 'scan', ...rest];

/** Documents of a list that are fetched at once. */
export const LIST_PART = 50;

/** Progress is told as it comes; a run that is cut off tells nothing, hence a second look while one is at work. */
const again = (isRunning: boolean | undefined) => (isRunning ? 2000 : false);

export const sourcesQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'sources'),
    queryFn: () => get(`${address(study)}/sources`, z.array(SourceOffered)),
  });

export const queriesQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'queries'),
    queryFn: () => get(`${address(study)}/queries`, z.array(QueryState)),
    refetchInterval: ({ state }) => again(state.data?.some(({ lastRun }) => lastRun?.state === 'running')),
  });

export const runsQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'runs'),
    queryFn: () => get(`${address(study)}/runs`, z.array(Run)),
    refetchInterval: ({ state }) => again(state.data?.some((run) => run.state === 'running')),
  });

export const recordsQuery = (study: string, q: string, from: number) =>
  queryOptions({
    queryKey: key(study, 'records', q, from),
    queryFn: () => {
      const query = new URLSearchParams({ q, from: String(from), count: String(LIST_PART) });
      return get(`${address(study)}/records?${query}`, RecordPage);
    },
    placeholderData: keepPreviousData,
  });

export const pairsQuery = (study: string, state: 'open' | 'decided') =>
  queryOptions({
    queryKey: key(study, 'pairs', state),
    queryFn: () => get(`${address(study)}/pairs?state=${state}&count=20`, PairPage),
    placeholderData: keepPreviousData,
  });

export const saveQuery = (study: string, id: string, query: SavedQuery) =>
  send('PUT', `${address(study)}/queries/${id}`, query, QueryState);

export const runQuery = (study: string, id: string) =>
  send('POST', `${address(study)}/queries/${id}/run`, undefined, Run);

export const moveRun = (study: string, run: string, to: 'stop' | 'resume') =>
  send('POST', `${address(study)}/runs/${run}/${to}`, undefined, Run);

export const uploadFile = (study: string, file: File) =>
  sendFile(`${address(study)}/files?name=${encodeURIComponent(file.name)}`, file, Run);

export const decidePair = (study: string, pair: string, state: 'same' | 'different') =>
  tell('PUT', `${address(study)}/pairs/${pair}`, { state });

/** The pair is open again, and what it joined lies apart. */
export const reopenPair = (study: string, pair: string) =>
  tell('POST', `${address(study)}/pairs/${pair}/undo`);
