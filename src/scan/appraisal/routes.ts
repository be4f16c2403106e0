/** Appraising records over HTTP. */
import { z } from 'zod';
import { studyRoute } from '../../access/route.ts';
import { readStudy } from '../../code/read-study.ts';
import { readDocument, readDocuments } from '../documents/store.ts';
import { RecordId } from '../screening/model.ts';
import { recordUnknown } from '../screening/refusals.ts';
import { readAppraisal, readAppraisals, saveAppraisal } from './appraisals.ts';
import { hintsFor } from './hints.ts';
import { listIncluded, placeAmongIncluded } from './included.ts';
import {
  Appraisal,
  AppraisalEdit,
  AppraisalList,
  AppraisedRecord,
  IncludedPage,
  IncludedPlace,
} from './model.ts';

const OfRecord = z.object({ study: z.string(), record: RecordId });

const list = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/appraisals',
  summary: 'Appraised records, the most relevant first',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(500).default(100),
  }),
  gives: AppraisalList,
  async handle({ store, study, query }) {
    const all = [...(await readAppraisals(store, study.studyId)).values()].sort(
      (left, right) =>
        (right.score.value ?? -1) - (left.score.value ?? -1) || (left.record < right.record ? -1 : 1),
    );
    const page = all.slice(query.from, query.from + query.count);
    const ids = page.map(({ record }) => record);
    const documents = await readDocuments(store, study.studyId, ids);
    const appraisals = page.map((one) => ({ ...one, title: documents.get(one.record)?.title ?? null }));
    return { status: 200, body: { total: all.length, appraisals } };
  },
});

const included = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/included',
  summary: 'Included records in the order in which they were added, with their scores',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(500).default(100),
  }),
  gives: IncludedPage,
  handle: async ({ store, study, query }) => ({
    status: 200,
    body: await listIncluded(store, study.studyId, query),
  }),
});

const place = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/included/place',
  summary: 'Where a record stands among the included, its neighbours, and the next to appraise',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({ record: RecordId.optional() }),
  gives: IncludedPlace,
  handle: async ({ store, study, query }) => ({
    status: 200,
    body: await placeAmongIncluded(store, study.studyId, query.record ?? null),
  }),
});

const one = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/appraisals/:record',
  summary: "A record's appraisal, and what its own fields propose",
  mayCall: ['lead', 'coder'],
  params: OfRecord,
  gives: AppraisedRecord,
  async handle({ store, study, params }) {
    const document = await readDocument(store, study.studyId, params.record);
    if (document === null) throw recordUnknown();
    const appraisal = await readAppraisal(store, study.studyId, params.record);
    const { frame } = await readStudy(store, study.studyId);
    return { status: 200, body: { document, appraisal, hints: hintsFor(document, frame) } };
  },
});

const save = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/appraisals/:record',
  summary: 'Appraise a record, or write the next version of its appraisal',
  mayCall: ['lead', 'coder'],
  params: OfRecord,
  body: AppraisalEdit,
  gives: Appraisal,
  async handle({ store, study, account, now, params, body }) {
    const by = { studyId: study.studyId, accountId: account.accountId, now };
    return { status: 200, body: await saveAppraisal(store, by, params.record, body) };
  },
});

export const appraisalRoutes = [list, included, place, one, save];
