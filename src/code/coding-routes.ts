/** Codings over HTTP: made, taken back, listed. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { CodeId, CodingId, ParticipantId } from '../study/ids.ts';
import { coderAtWork, viewerOf } from './at-work.ts';
import { livingCoding } from './coding-rows.ts';
import { endCoding, findCoding, makeCoding } from './codings.ts';
import { CodingList, NewCoding, PassId, WorkingCoding } from './model.ts';
import { codingUnknown } from './refusals.ts';
import { seesWith, sightOf, visibleCodings } from './visible-codings.ts';

const oneCoding = z.object({ study: z.string(), coding: CodingId });

const make = studyRoute({
  method: 'post',
  path: '/api/studies/:study/codings',
  summary: 'Put a code on an answer or on words of it; the same sent again is answered as before',
  mayCall: ['lead', 'coder'],
  body: NewCoding,
  gives: WorkingCoding,
  async handle(request) {
    return { status: 200, body: await makeCoding(request.store, await coderAtWork(request), request.body) };
  },
});

const end = studyRoute({
  method: 'post',
  path: '/api/studies/:study/codings/:coding/end',
  summary: 'Take a coding of one’s own back',
  mayCall: ['lead', 'coder'],
  params: oneCoding,
  gives: WorkingCoding,
  async handle(request) {
    const body = await endCoding(request.store, await coderAtWork(request), request.params.coding);
    return { status: 200, body };
  },
});

const one = studyRoute({
  method: 'get',
  path: '/api/studies/:study/codings/:coding',
  summary: 'One coding, taken back or not, if the caller may see it',
  mayCall: roles,
  params: oneCoding,
  gives: WorkingCoding,
  async handle(request) {
    const { store, study, params } = request;
    const coding = await findCoding(store, study.studyId, params.coding);
    const sees = seesWith(await sightOf(store, viewerOf(request)));
    if (coding === null || !sees({ coder: coding.coder, pass_id: coding.passId })) throw codingUnknown();
    return { status: 200, body: coding };
  },
});

const list = studyRoute({
  method: 'get',
  path: '/api/studies/:study/codings',
  summary: 'Living codings that the caller may see, newest first',
  mayCall: roles,
  query: z.strictObject({
    code: CodeId.optional(),
    participant: ParticipantId.optional(),
    passId: PassId.optional(),
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  gives: CodingList,
  async handle(request) {
    const { store, study, query } = request;
    const sight = await sightOf(store, viewerOf(request));
    let found = visibleCodings(store, study.studyId, sight).innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'codings.study_id')
        .onRef('participants.participant', '=', 'codings.participant'),
    );
    found = found.where('participants.withdrawn', 'is', null);
    if (query.code !== undefined) found = found.where('codings.code', '=', query.code);
    if (query.participant !== undefined) {
      found = found.where('codings.participant', '=', query.participant);
    }
    if (query.passId !== undefined) found = found.where('codings.pass_id', '=', query.passId);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number | bigint | string>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll('codings')
      .orderBy('codings.recorded_at', 'desc')
      .orderBy('codings.coding', 'desc')
      .offset(query.from)
      .limit(query.count)
      .execute();
    return { status: 200, body: { total: Number(total), codings: rows.map(livingCoding) } };
  },
});

export const codingRoutes = [make, end, one, list];
