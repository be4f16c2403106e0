/** Answers over HTTP, for those who code: the grid, and all that one participant wrote. */
import { z } from 'zod';
import { coderOf } from '../access/coders.ts';
import { studyRoute } from '../access/route.ts';
import { ParticipantId } from '../study/ids.ts';
import { GridPage, GridQuery, Reading } from './answers-model.ts';
import { viewerOf } from './at-work.ts';
import { gridPage } from './grid.ts';
import { readingOf } from './reading.ts';
import { sightOf } from './visible-codings.ts';

const grid = studyRoute({
  method: 'get',
  path: '/api/studies/:study/grid',
  summary: 'Participants by questions: the beginnings of answers with their codes, filtered, page by page',
  mayCall: ['lead', 'coder'],
  query: GridQuery,
  gives: GridPage,
  async handle(request) {
    const { store, study, account, query } = request;
    const { studyId } = study;
    const asker = {
      studyId,
      coder: await coderOf(store, studyId, account.accountId),
      sight: await sightOf(store, viewerOf(request)),
    };
    return { status: 200, body: await gridPage(store, asker, query) };
  },
});

const reading = studyRoute({
  method: 'get',
  path: '/api/studies/:study/answers/:participant',
  summary: 'All that one participant wrote, with the living codings that the caller may see',
  mayCall: ['lead', 'coder'],
  params: z.object({ study: z.string(), participant: ParticipantId }),
  gives: Reading,
  async handle(request) {
    const { store, study, params } = request;
    const asker = { studyId: study.studyId, sight: await sightOf(store, viewerOf(request)) };
    return { status: 200, body: await readingOf(store, asker, params.participant) };
  },
});

export const answerRoutes = [grid, reading];
