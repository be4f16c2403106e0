/** Agreement of a pass, its disagreements, and the decisions on them. */
import { z } from 'zod';
import { studyRoute } from '../access/route.ts';
import { coderAtWork, viewerOf } from '../code/at-work.ts';
import { findPass } from '../code/check-coding.ts';
import { PassId } from '../code/model.ts';
import { blindNow } from '../code/refusals.ts';
import { isBlind, sightOf } from '../code/visible-codings.ts';
import { decide, takeOverAgreed } from './decide.ts';
import {
  Decision,
  type Disagreement,
  DisagreementQueue,
  DisagreementsQuery,
  NewDecision,
  PassAgreement,
} from './decision-model.ts';
import { matterKey } from './matters.ts';
import { passAgreement } from './pass-agreement.ts';
import { notConsensus } from './refusals.ts';
import { mattersToSettle, standingDecisions } from './settlement.ts';

const inPass = z.object({ study: z.string(), pass: PassId });

const agreementOfPass = studyRoute({
  method: 'get',
  path: '/api/studies/:study/passes/:pass/agreement',
  summary: 'Agreement of the coders of a pass as it stands, while it is open too',
  mayCall: ['lead'],
  params: inPass,
  gives: PassAgreement,
  async handle({ store, study, params }) {
    const { pass_id } = await findPass(store, study.studyId, params.pass);
    return {
      status: 200,
      body: { pass: pass_id, agreement: await passAgreement(store, study.studyId, pass_id) },
    };
  },
});

const disagreements = studyRoute({
  method: 'get',
  path: '/api/studies/:study/passes/:pass/disagreements',
  summary: 'What coders disagree on in the pass that this consensus pass settles, with what was decided',
  mayCall: ['lead', 'coder'],
  params: inPass,
  query: DisagreementsQuery,
  gives: DisagreementQueue,
  async handle(request) {
    const { store, study, params, query } = request;
    const pass = await findPass(store, study.studyId, params.pass);
    if (pass.kind !== 'consensus' || pass.source === null) throw notConsensus();
    if (isBlind(await sightOf(store, viewerOf(request)))) throw blindNow();
    const { matters } = await mattersToSettle(store, pass);
    const standing = await standingDecisions(store, pass);
    const disputed = matters
      .filter(({ agreed }) => !agreed)
      .map(({ agreed: _, ...matter }): Disagreement => {
        return { ...matter, decision: standing.get(matterKey(matter)) ?? null };
      });
    const decided = disputed.filter(({ decision }) => decision !== null).length;
    const wanted = disputed.filter(
      ({ code, question, decision }) =>
        (query.code === undefined || code === query.code) &&
        (query.question === undefined || question === query.question) &&
        (query.state === 'all' || (decision === null) === (query.state === 'open')),
    );
    const body: DisagreementQueue = {
      total: wanted.length,
      open: disputed.length - decided,
      decided,
      agreed: matters.length - disputed.length,
      items: wanted
        .toSorted((a, b) => (matterKey(a) < matterKey(b) ? -1 : 1))
        .slice(query.from, query.from + query.count),
    };
    return { status: 200, body };
  },
});

const decision = studyRoute({
  method: 'post',
  path: '/api/studies/:study/passes/:pass/decisions',
  summary: 'Decide a disagreement; what is kept goes into the consensus layer',
  mayCall: ['lead', 'coder'],
  params: inPass,
  body: NewDecision,
  gives: Decision,
  async handle(request) {
    const { store, params, body } = request;
    return { status: 200, body: await decide(store, await coderAtWork(request), params.pass, body) };
  },
});

const agreed = studyRoute({
  method: 'post',
  path: '/api/studies/:study/passes/:pass/decisions/agreed',
  summary: 'Take what every coder gave into the consensus, where nothing else is open about the participant',
  mayCall: ['lead'],
  params: inPass,
  gives: z.strictObject({ settled: z.int().describe('participants') }),
  async handle(request) {
    const { store, params } = request;
    const settled = await takeOverAgreed(store, await coderAtWork(request), params.pass);
    return { status: 200, body: { settled } };
  },
});

export const agreeRoutes = [agreementOfPass, disagreements, decision, agreed];
