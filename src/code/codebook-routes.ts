/** The codebook over HTTP: its versions, their differences, examples, and codings to look at again. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { CodeId, CodingId } from '../study/ids.ts';
import { coderAtWork, viewerOf } from './at-work.ts';
import { codebookOf, publishVersion, workingCodebook } from './codebook.ts';
import { CodebookDiff, codebookDiff } from './codebook-diff.ts';
import { setExample } from './examples.ts';
import { LARGEST_NUMBER, NewCodebookVersion, ReviewItem, WorkingCodebook } from './model.ts';
import { keepReviewed, reviewQueue } from './review.ts';
import { sightOf } from './visible-codings.ts';

const version = z.coerce.number().int().min(1).max(LARGEST_NUMBER);

const codebook = studyRoute({
  method: 'get',
  path: '/api/studies/:study/codebook',
  summary: 'A version of the codebook, the latest unless another is named, and what versions there are',
  mayCall: roles,
  query: z.strictObject({ version: version.optional() }),
  gives: WorkingCodebook,
  async handle(request) {
    const { store, study, query } = request;
    const who = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    return { status: 200, body: await workingCodebook(store, who, query.version) };
  },
});

const publish = studyRoute({
  method: 'post',
  path: '/api/studies/:study/codebook',
  summary: 'Publish the next version of the codebook',
  mayCall: ['lead'],
  body: NewCodebookVersion,
  gives: WorkingCodebook,
  async handle(request) {
    const { store, study, body } = request;
    await publishVersion(store, await coderAtWork(request), body);
    const who = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    return { status: 200, body: await workingCodebook(store, who) };
  },
});

const diff = studyRoute({
  method: 'get',
  path: '/api/studies/:study/codebook/diff',
  summary: 'What changed between two versions of the codebook',
  mayCall: roles,
  query: z.strictObject({ from: version, to: version }),
  gives: CodebookDiff,
  async handle({ store, study, query }) {
    const from = await codebookOf(store, study.studyId, query.from);
    const to = await codebookOf(store, study.studyId, query.to);
    return { status: 200, body: codebookDiff(from, to) };
  },
});

const Example = z.strictObject({ code: CodeId, coding: CodingId });

function example(isExample: boolean, path: '' | '/end', summary: string) {
  return studyRoute({
    method: 'post',
    path: `/api/studies/:study/codebook/examples${path}`,
    summary,
    mayCall: ['lead', 'coder'],
    body: Example,
    async handle(request) {
      await setExample(request.store, await coderAtWork(request), { ...request.body, isExample });
      return { status: 204 };
    },
  });
}

const queue = studyRoute({
  method: 'get',
  path: '/api/studies/:study/review',
  summary: 'Codings to look at again, since their code was split, merged or retired',
  mayCall: ['lead', 'coder'],
  gives: z.array(ReviewItem),
  async handle(request) {
    return { status: 200, body: await reviewQueue(request.store, await coderAtWork(request)) };
  },
});

const keep = studyRoute({
  method: 'post',
  path: '/api/studies/:study/review/:review/keep',
  summary: 'Keep a coding as it is after looking at it again',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), review: z.string().max(200) }),
  async handle(request) {
    await keepReviewed(request.store, await coderAtWork(request), request.params.review);
    return { status: 204 };
  },
});

export const codebookRoutes = [
  codebook,
  publish,
  diff,
  example(true, '', 'Make a coding an example of its code'),
  example(false, '/end', 'Take an example back'),
  queue,
  keep,
];
