/** What the page on external signals asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ScreenedDocument } from '../../../src/scan/screening/model.ts';
import {
  ExternalSignal,
  type SignalEdit,
  SignalRecord,
  Suggestions,
} from '../../../src/scan/signals/model.ts';
import { get, send, studyAddress, tell } from '../../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;
const key = (study: string, ...rest: readonly unknown[]) => ['study', study, 'scan', ...rest];

export const signalsQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'signals'),
    queryFn: () => get(`${address(study)}/signals`, z.array(ExternalSignal)),
  });

/** Not made old by every decision of the team, since thousands of documents are compared for it; by a signal that is kept. */
export const suggestionsQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'signal-suggestions'],
    queryFn: () => get(`${address(study)}/signals/suggestions`, Suggestions),
  });

export const signalRecordsQuery = (study: string, signal: string) =>
  queryOptions({
    queryKey: key(study, 'signal-records', signal),
    queryFn: () => get(`${address(study)}/signals/${signal}/records`, z.array(SignalRecord)),
  });

/** Of a record that may be in no signal yet. */
export const titleQuery = (study: string, record: string) =>
  queryOptions({
    queryKey: key(study, 'title', record),
    queryFn: async () => {
      const path = `${address(study)}/screening/records/${encodeURIComponent(record)}`;
      return (await get(path, ScreenedDocument)).document.title;
    },
  });

export const saveSignal = (study: string, id: string, edit: SignalEdit) =>
  send('PUT', `${address(study)}/signals/${id}`, edit, ExternalSignal);

export const removeSignal = (study: string, id: string, expected: number) =>
  tell('PUT', `${address(study)}/signals/${id}`, { expected, signal: null } satisfies SignalEdit);
