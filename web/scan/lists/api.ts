/** What the page on the study's lists asks of the server. */
import { z } from 'zod';
import type { Criteria, Reasons } from '../../../src/scan/screening/model.ts';
import { send, studyAddress } from '../../kit/http.ts';

const Saved = z.object({ version: z.int() });

export const saveReasons = (study: string, expected: number, items: Reasons) =>
  send('PUT', `${studyAddress(study)}/scan/reasons`, { expected, items }, Saved);

export const saveCriteria = (study: string, expected: number, items: Criteria) =>
  send('PUT', `${studyAddress(study)}/scan/criteria`, { expected, items }, Saved);
