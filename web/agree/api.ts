/** What the agreement pages ask of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  Decision,
  DisagreementQueue,
  type NewDecision,
  PassAgreement,
} from '../../src/agree/decision-model.ts';
import { type NewPass, PassWithProgress, WorkingPass } from '../../src/code/model.ts';
import { get, send, studyAddress } from '../kit/http.ts';

const passAddress = (study: string, pass: string) =>
  `${studyAddress(study)}/passes/${encodeURIComponent(pass)}`;

export const passAgreementQuery = (study: string, pass: string) =>
  queryOptions({
    queryKey: ['study', study, 'pass-agreement', pass],
    queryFn: () => get(`${passAddress(study, pass)}/agreement`, PassAgreement),
  });

/** As much of the queue as is fetched at once. */
export const QUEUE_PART = 100;

export interface QueueFilter {
  code?: string | undefined;
  question?: string | undefined;
  state: 'open' | 'decided' | 'all';
}

export const disagreementsQuery = (study: string, pass: string, filter: QueueFilter, from: number) =>
  queryOptions({
    queryKey: ['study', study, 'disagreements', pass, filter, from],
    queryFn: () => {
      const query = new URLSearchParams({
        state: filter.state,
        from: String(from),
        count: String(QUEUE_PART),
        ...(filter.code === undefined ? {} : { code: filter.code }),
        ...(filter.question === undefined ? {} : { question: filter.question }),
      });
      return get(`${passAddress(study, pass)}/disagreements?${query}`, DisagreementQueue);
    },
    // The disagreement in view stays while the queue is fetched anew.
    placeholderData: keepPreviousData,
  });

export const decide = (study: string, pass: string, decision: NewDecision) =>
  send('POST', `${passAddress(study, pass)}/decisions`, decision, Decision);

/** @returns how many participants were settled by it */
export const takeOverAgreed = (study: string, pass: string) =>
  send('POST', `${passAddress(study, pass)}/decisions/agreed`, undefined, z.object({ settled: z.int() }));

/** Plans a pass and opens it. */
export async function startPass(study: string, pass: NewPass): Promise<void> {
  await send('POST', `${studyAddress(study)}/passes`, pass, PassWithProgress);
  await send('POST', `${passAddress(study, pass.id)}/open`, undefined, WorkingPass);
}
