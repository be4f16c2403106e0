/** Passes over HTTP: who one is in a study, what is open, what one was given. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { coderOf } from '../access/coders.ts';
import type { Author } from '../access/record.ts';
import { type InStudy, studyRoute } from '../access/route.ts';
import { coderAtWork, viewerOf } from './at-work.ts';
import { findPass } from './check-coding.ts';
import {
  Finished,
  LARGEST_NUMBER,
  MeInStudy,
  NewPass,
  PassId,
  PassWithProgress,
  Work,
  type WorkingPass,
  WorkingPass as WorkingPassSchema,
} from './model.ts';
import { listPasses, movePass, moveToVersion, openPassesOf, planPass } from './passes.ts';
import { sightName, sightOf } from './visible-codings.ts';
import { markFinished, progressOf, workOf } from './work.ts';

const inPass = z.object({ study: z.string(), pass: PassId });

function author({ account, study, now }: InStudy & { now: string }): Author {
  return { studyId: study.studyId, accountId: account.accountId, now };
}

const me = studyRoute({
  method: 'get',
  path: '/api/studies/:study/me',
  summary: 'What the caller is in the study, and what of others’ codings they may see now',
  mayCall: roles,
  gives: MeInStudy,
  async handle(request) {
    const { store, study, account } = request;
    const coder = await coderOf(store, study.studyId, account.accountId);
    const body: MeInStudy = {
      role: study.role,
      coder,
      sight: sightName(await sightOf(store, viewerOf(request))),
      passes: coder === null ? [] : await openPassesOf(store, study.studyId, coder),
    };
    return { status: 200, body };
  },
});

const list = studyRoute({
  method: 'get',
  path: '/api/studies/:study/passes',
  summary: 'The passes of the study, oldest first, with how far coders are',
  mayCall: ['lead', 'coder'],
  gives: z.array(PassWithProgress),
  async handle({ store, study, account }) {
    const mine = await coderOf(store, study.studyId, account.accountId);
    const only = study.role === 'lead' ? null : mine;
    const body = [];
    for (const pass of await listPasses(store, study.studyId)) {
      body.push({ pass, progress: await progressOf(store, study.studyId, pass.id, only) });
    }
    return { status: 200, body };
  },
});

const plan = studyRoute({
  method: 'post',
  path: '/api/studies/:study/passes',
  summary: 'Plan a pass and draw who is given whom',
  mayCall: ['lead'],
  body: NewPass,
  gives: PassWithProgress,
  async handle(request) {
    const { store, study, body } = request;
    const pass = await planPass(store, author(request), body);
    return { status: 200, body: { pass, progress: await progressOf(store, study.studyId, pass.id, null) } };
  },
});

function moving(to: 'open' | 'closed', verb: 'open' | 'close', summary: string) {
  return studyRoute({
    method: 'post',
    path: `/api/studies/:study/passes/:pass/${verb}`,
    summary,
    mayCall: ['lead'],
    params: inPass,
    gives: WorkingPassSchema,
    async handle(request) {
      const body: WorkingPass = await movePass(request.store, author(request), request.params.pass, to);
      return { status: 200, body };
    },
  });
}

const version = studyRoute({
  method: 'post',
  path: '/api/studies/:study/passes/:pass/codebook',
  summary: 'Let a pass go on with another version of the codebook',
  mayCall: ['lead'],
  params: inPass,
  body: z.strictObject({ version: z.int().min(1).max(LARGEST_NUMBER) }),
  gives: WorkingPassSchema,
  async handle(request) {
    const { store, params, body } = request;
    return { status: 200, body: await moveToVersion(store, author(request), params.pass, body.version) };
  },
});

const work = studyRoute({
  method: 'get',
  path: '/api/studies/:study/passes/:pass/work',
  summary: 'The answers that the caller was given in a pass, in the order in which to take them',
  mayCall: ['lead', 'coder'],
  params: inPass,
  gives: Work,
  async handle(request) {
    const { store, study, params } = request;
    const { coder } = await coderAtWork(request);
    await findPass(store, study.studyId, params.pass);
    return { status: 200, body: await workOf(store, study.studyId, params.pass, coder) };
  },
});

const finished = studyRoute({
  method: 'post',
  path: '/api/studies/:study/passes/:pass/finished',
  summary: 'Mark an answer as read to its end, or take that back',
  mayCall: ['lead', 'coder'],
  params: inPass,
  body: Finished,
  async handle(request) {
    const { store, params, body } = request;
    await markFinished(store, await coderAtWork(request), params.pass, body);
    return { status: 204 };
  },
});

export const passRoutes = [
  me,
  list,
  plan,
  moving('open', 'open', 'Open a pass for coding'),
  moving('closed', 'close', 'Close a pass; its codings stay as they are'),
  version,
  work,
  finished,
];
