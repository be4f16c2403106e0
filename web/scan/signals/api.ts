/** What the page on external signals asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Brief } from '../../../src/scan/briefs/model.ts';
import { ScreenedDocument } from '../../../src/scan/screening/model.ts';
import { ExternalSignal, type SignalEdit, Suggestions } from '../../../src/scan/signals/model.ts';
import type { Language } from '../../../src/study/localised.ts';
import { get, send, studyAddress, tell } from '../../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;
const key = (study: string, ...rest: readonly unknown[]) => ['study', study, 'scan', ...rest];

export const signalsQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'signals'),
    queryFn: () => get(`${address(study)}/signals`, z.array(ExternalSignal)),
  });

export const suggestionsQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'signal-suggestions'),
    queryFn: () => get(`${address(study)}/signals/suggestions`, Suggestions),
  });

/** Whoever does not screen reads of a record what its brief tells. */
export const titleQuery = (study: string, record: string, language: Language, screens: boolean) =>
  queryOptions({
    queryKey: key(study, 'title', record, screens ? '' : language),
    queryFn: async () => {
      const id = encodeURIComponent(record);
      if (!screens) return (await get(`${address(study)}/briefs/${id}?language=${language}`, Brief)).title;
      return (await get(`${address(study)}/screening/records/${id}`, ScreenedDocument)).document.title;
    },
  });

export const saveSignal = (study: string, id: string, edit: SignalEdit) =>
  send('PUT', `${address(study)}/signals/${id}`, edit, ExternalSignal);

export const removeSignal = (study: string, id: string, expected: number) =>
  tell('PUT', `${address(study)}/signals/${id}`, { expected, signal: null } satisfies SignalEdit);
