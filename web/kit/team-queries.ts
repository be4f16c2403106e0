/** What several stages of a team's work ask of the server: the passes, and what one participant wrote. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Reading } from '../../src/code/answers-model.ts';
import { PassWithProgress } from '../../src/code/model.ts';
import { get, studyAddress } from './http.ts';

export const passesQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'passes'],
    queryFn: () => get(`${studyAddress(study)}/passes`, z.array(PassWithProgress)),
  });

export const readingQuery = (study: string, participant: string) =>
  queryOptions({
    queryKey: ['study', study, 'reading', participant],
    queryFn: () => get(`${studyAddress(study)}/answers/${encodeURIComponent(participant)}`, Reading),
  });
