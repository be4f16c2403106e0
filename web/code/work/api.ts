/** What the coding screen asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Memo, type MemoSubject, Work, WorkingCodebook } from '../../../src/code/model.ts';
import {
  type AnswerPlace,
  AssistantReply,
  StudySettings,
  Suggestions,
} from '../../../src/code/suggestion-model.ts';
import { get, send, studyAddress } from '../../kit/http.ts';

export const workQuery = (study: string, pass: string) =>
  queryOptions({
    queryKey: ['study', study, 'work', pass],
    queryFn: () => get(`${studyAddress(study)}/passes/${encodeURIComponent(pass)}/work`, Work),
  });

export const codebookQuery = (study: string, version: number) =>
  queryOptions({
    queryKey: ['study', study, 'codebook', version],
    queryFn: () => get(`${studyAddress(study)}/codebook?version=${version}`, WorkingCodebook),
  });

export const memosQuery = (study: string, { kind, id }: MemoSubject) =>
  queryOptions({
    queryKey: ['study', study, 'memos', kind, id],
    queryFn: () => get(`${studyAddress(study)}/memos?${new URLSearchParams({ kind, id })}`, z.array(Memo)),
  });

export const suggestionsQuery = (study: string, place: AnswerPlace) =>
  queryOptions({
    queryKey: ['study', study, 'suggestions', ...Object.values(place)],
    queryFn: () => get(`${studyAddress(study)}/suggestions?${new URLSearchParams(place)}`, Suggestions),
  });

export const settingsQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'settings'],
    queryFn: () => get(`${studyAddress(study)}/settings`, StudySettings),
  });

export const assistantQuery = (study: string, place: AnswerPlace) =>
  queryOptions({
    queryKey: ['study', study, 'suggestions', 'assistant', ...Object.values(place)],
    queryFn: () => get(`${studyAddress(study)}/assistant?${new URLSearchParams(place)}`, AssistantReply),
  });

export const askAssistant = (study: string, place: AnswerPlace) =>
  send('POST', `${studyAddress(study)}/assistant`, place, AssistantReply);
