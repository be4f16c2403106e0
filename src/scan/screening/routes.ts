/** Screening over HTTP. */
import { z } from 'zod';
import { type InStudy, type Request, studyRoute } from '../../access/route.ts';
import { readDocument } from '../documents/store.ts';
import { ScreeningAgreement } from './agreement-model.ts';
import { decide } from './decide.ts';
import { knownOf } from './known.ts';
import { learnBesideRequests, whyWords } from './learner.ts';
import { criteriaOf, reasonsOf, saveList } from './lists.ts';
import {
  Conflict,
  CriteriaEdit,
  CriterionList,
  NewScreening,
  NewSettlement,
  NextRecord,
  Outcome,
  ReasonList,
  ReasonsEdit,
  RecordId,
  RecordList,
  ScreenedDocument,
  Screening,
  ScreeningProgress,
  Settlement,
  WhereReadingStands,
} from './model.ts';
import { nextRecord, whereReadingStands } from './next-record.ts';
import { screeningSeenBy } from './outcome.ts';
import { conflicts, listRecords, screeningProgress } from './overview.ts';
import { readAgreement } from './read-agreement.ts';
import { recordUnknown } from './refusals.ts';
import { settle } from './settle.ts';
import { readJudgement } from './store.ts';

type Called = Pick<Request, 'store' | 'now'> & InStudy;

const authorOf = ({ study, account, now }: Called) => ({
  studyId: study.studyId,
  accountId: account.accountId,
  now,
});

const learn = ({ store, study, account }: Called) =>
  setImmediate(() => learnBesideRequests(store, study.studyId, account.accountId));

const next = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/next',
  summary: 'The next record to screen, why the learner puts it there, and whether one may stop',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({
    order: z
      .enum(['ranked', 'random'])
      .default('ranked')
      .describe('`random`: the sample that defends stopping'),
    except: z.string().max(4000).default('').describe('ids of records that are not wanted, parted by commas'),
  }),
  gives: NextRecord,
  async handle(request) {
    const { store, query } = request;
    const except = new Set(query.except.split(','));
    const body = await nextRecord(store, { ...authorOf(request), order: query.order, except });
    learn(request);
    return { status: 200, body };
  },
});

const standing = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/standing',
  summary: 'How far the caller is, the estimated recall, and whether stopping is defensible',
  mayCall: ['lead', 'coder'],
  gives: WhereReadingStands,
  async handle(request) {
    const { store, study } = request;
    const body = whereReadingStands(store, authorOf(request), await knownOf(store, study.studyId));
    learn(request);
    return { status: 200, body };
  },
});

const decision = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/screening/decisions',
  summary: 'Decide on a record, change a decision or take it back',
  mayCall: ['lead', 'coder'],
  body: NewScreening,
  gives: Screening,
  async handle(request) {
    const body = await decide(request.store, authorOf(request), request.body);
    learn(request);
    return { status: 200, body };
  },
});

const records = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/records',
  summary: 'Every record, the likeliest first',
  mayCall: ['lead', 'coder'],
  query: z.strictObject({
    outcome: Outcome.optional(),
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(500).default(100),
  }),
  gives: RecordList,
  async handle(request) {
    return { status: 200, body: await listRecords(request.store, authorOf(request), request.query) };
  },
});

const record = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/records/:record',
  summary: 'One record with what was decided on it, as far as the caller may see',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), record: RecordId }),
  gives: ScreenedDocument,
  async handle(request) {
    const { store, study, params, account } = request;
    const document = await readDocument(store, study.studyId, params.record);
    if (document === null) throw recordUnknown();
    const judgement = await readJudgement(store, study.studyId, params.record);
    const screening = screeningSeenBy(account.accountId, params.record, judgement);
    const why = whyWords(store, study.studyId, account.accountId, document);
    return { status: 200, body: { document, screening, why } };
  },
});

const conflictList = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/conflicts',
  summary: 'Records on which two screeners differ or are not sure',
  mayCall: ['lead', 'coder'],
  gives: z.array(Conflict),
  async handle(request) {
    return { status: 200, body: await conflicts(request.store, authorOf(request)) };
  },
});

const settlement = studyRoute({
  method: 'post',
  path: '/api/studies/:study/scan/screening/settlements',
  summary: 'Settle a conflict, with the reason',
  mayCall: ['lead', 'coder'],
  body: NewSettlement,
  gives: Settlement,
  async handle(request) {
    return { status: 200, body: await settle(request.store, authorOf(request), request.body) };
  },
});

const progress = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/progress',
  summary: 'How many records have which outcome, why records were excluded, how far screeners are',
  mayCall: ['lead', 'coder'],
  gives: ScreeningProgress,
  async handle(request) {
    const everybody = request.study.role === 'lead';
    return { status: 200, body: await screeningProgress(request.store, authorOf(request), everybody) };
  },
});

const agreement = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/screening/agreement',
  summary: 'How far screeners agree on records that two read without seeing each other',
  mayCall: ['lead'],
  gives: ScreeningAgreement,
  handle: async ({ store, study }) => ({ status: 200, body: await readAgreement(store, study.studyId) }),
});

const reasons = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/reasons',
  summary: "The study's reasons for exclusion",
  mayCall: ['lead', 'coder'],
  gives: ReasonList,
  handle: async ({ store, study }) => ({ status: 200, body: await reasonsOf(store, study.studyId) }),
});

const reasonsEdit = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/reasons',
  summary: "Write the study's reasons for exclusion",
  mayCall: ['lead'],
  body: ReasonsEdit,
  gives: z.strictObject({ version: z.int() }),
  async handle(request) {
    const edit = { list: 'reasons', ...request.body } as const;
    return { status: 200, body: await saveList(request.store, authorOf(request), edit) };
  },
});

const criteria = studyRoute({
  method: 'get',
  path: '/api/studies/:study/scan/criteria',
  summary: 'The criteria of relevance with their rubric from 0 to 3',
  mayCall: ['lead', 'coder'],
  gives: CriterionList,
  handle: async ({ store, study }) => ({ status: 200, body: await criteriaOf(store, study.studyId) }),
});

const criteriaEdit = studyRoute({
  method: 'put',
  path: '/api/studies/:study/scan/criteria',
  summary: 'Write the criteria of relevance',
  mayCall: ['lead'],
  body: CriteriaEdit,
  gives: z.strictObject({ version: z.int() }),
  async handle(request) {
    const edit = { list: 'criteria', ...request.body } as const;
    return { status: 200, body: await saveList(request.store, authorOf(request), edit) };
  },
});

export const screeningRoutes = [
  next,
  standing,
  decision,
  records,
  record,
  conflictList,
  settlement,
  progress,
  agreement,
  reasons,
  reasonsEdit,
  criteria,
  criteriaEdit,
];
