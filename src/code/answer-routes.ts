/** Answers over HTTP, for those who code: the grid, and all that one participant wrote. */
import { z } from 'zod';
import { coderOf } from '../access/coders.ts';
import { type InStudy, studyRoute } from '../access/route.ts';
import type { Store } from '../store/database.ts';
import { ParticipantId } from '../study/ids.ts';
import { GridPage, GridQuery, Reading, ReadingQuery } from './answers-model.ts';
import { viewerOf } from './at-work.ts';
import { gridPage } from './grid.ts';
import type { Asker } from './grid-filter.ts';
import { readingOf } from './reading.ts';
import { sightOf } from './visible-codings.ts';

async function askerOf(request: InStudy & { store: Store }): Promise<Asker> {
  const { store, study, account } = request;
  const { studyId } = study;
  return {
    studyId,
    coder: await coderOf(store, studyId, account.accountId),
    sight: await sightOf(store, viewerOf(request)),
  };
}

const grid = studyRoute({
  method: 'get',
  path: '/api/studies/:study/grid',
  summary: 'Participants by questions: the beginnings of answers with their codes, filtered, page by page',
  mayCall: ['lead', 'coder'],
  query: GridQuery,
  gives: GridPage,
  async handle(request) {
    const { store, query } = request;
    return { status: 200, body: await gridPage(store, await askerOf(request), query) };
  },
});

const reading = studyRoute({
  method: 'get',
  path: '/api/studies/:study/answers/:participant',
  summary:
    'All that one participant wrote, with the living codings that the caller may see and the place in the grid',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), participant: ParticipantId }),
  query: ReadingQuery,
  gives: Reading,
  async handle(request) {
    const { store, params, query } = request;
    const asker = await askerOf(request);
    return { status: 200, body: await readingOf(store, asker, params.participant, query.filter) };
  },
});

export const answerRoutes = [grid, reading];
