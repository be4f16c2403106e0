/** The records of a study, and the pairs that may be one document, over HTTP. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { readMembers } from './documents/members.ts';
import {
  MemberInFull,
  PairDecision,
  PairPage,
  PairParams,
  PairsQuery,
  Parted,
  RecordPage,
  RecordParams,
  RecordsQuery,
  Separation,
} from './model.ts';
import { recordUnknown } from './refusals.ts';
import { decidePair, listPairs, separate, undoPair } from './runs/pairs.ts';
import { listRecords } from './runs/records.ts';
import { authorOf } from './source-routes.ts';

const records = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/records',
  summary: 'Records, newest first, each with the sources that gave it',
  mayCall: roles,
  query: RecordsQuery,
  gives: RecordPage,
  async handle({ store, study, query }) {
    return { status: 200, body: await listRecords(store, study.studyId, query) };
  },
});

const members = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/records/:record/members',
  summary: 'What each source says of a record by itself',
  mayCall: ['lead', 'coder'],
  params: RecordParams,
  gives: z.array(MemberInFull),
  async handle({ store, study, params }) {
    const found = await readMembers(store, study.studyId, params.record);
    if (found.length === 0) throw recordUnknown();
    return { status: 200, body: found };
  },
});

const parting = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/records/:record/separate',
  summary: 'Part source records from a record: they are another document',
  mayCall: ['lead', 'coder'],
  params: RecordParams,
  body: Separation,
  gives: Parted,
  async handle(request) {
    const { store, params, body } = request;
    return { status: 200, body: await separate(store, authorOf(request), params.record, body.members) };
  },
});

const pairs = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/pairs',
  summary: 'Pairs that may be one document: to decide, or decided',
  mayCall: ['lead', 'coder'],
  query: PairsQuery,
  gives: PairPage,
  async handle({ store, study, query }) {
    return { status: 200, body: await listPairs(store, study.studyId, query) };
  },
});

const deciding = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/pairs/:pair',
  summary: 'Say whether a pair is one document',
  mayCall: ['lead', 'coder'],
  params: PairParams,
  body: PairDecision,
  async handle(request) {
    await decidePair(request.store, authorOf(request), request.params.pair, request.body.state);
    return { status: 204 };
  },
});

const undoing = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/pairs/:pair/undo',
  summary: 'Take a decision on a pair back',
  mayCall: ['lead', 'coder'],
  params: PairParams,
  async handle(request) {
    await undoPair(request.store, authorOf(request), request.params.pair);
    return { status: 204 };
  },
});

export const recordRoutes = [records, members, parting, pairs, deciding, undoing];
