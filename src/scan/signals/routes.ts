/** External signals over HTTP. */
import { z } from 'zod';
import { roles } from '../../access/accounts.ts';
import { studyRoute } from '../../access/route.ts';
import { MadeId } from '../screening/model.ts';
import { ExternalSignal, SignalEdit, SignalRecord, Suggestions } from './model.ts';
import { readSignalRecords } from './signal-records.ts';
import { readSignals, saveSignal, suggestSignals } from './signals.ts';

const signals = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/signals',
  summary: 'External signals with the records on which they rest',
  mayCall: roles,
  gives: z.array(ExternalSignal),
  handle: async ({ store, study }) => ({ status: 200, body: await readSignals(store, study.studyId) }),
});

const records = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/signals/:signal/records',
  summary: 'Title, sources and address of the records on which a signal rests',
  mayCall: roles,
  params: z.object({ study: z.string(), signal: MadeId }),
  gives: z.array(SignalRecord),
  async handle({ store, study, params }) {
    return { status: 200, body: await readSignalRecords(store, study.studyId, params.signal) };
  },
});

const suggestions = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/signals/suggestions',
  summary: 'Records that resemble each other, as proposals for signals',
  mayCall: ['lead', 'coder'],
  gives: Suggestions,
  handle: async ({ store, study }) => ({ status: 200, body: await suggestSignals(store, study.studyId) }),
});

const signal = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/signals/:signal',
  summary: 'Write an external signal or its next version, or take it away',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), signal: MadeId }),
  body: SignalEdit,
  gives: ExternalSignal,
  async handle({ store, study, account, now, params, body }) {
    const by = { studyId: study.studyId, accountId: account.accountId, now };
    const saved = await saveSignal(store, by, params.signal, body);
    return saved === null ? { status: 204 } : { status: 200, body: saved };
  },
});

export const signalRoutes = [signals, records, suggestions, signal];
