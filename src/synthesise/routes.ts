/** The grid of answers over HTTP: whole answers and codings, so for those alone who work on the study. */
import { z } from 'zod';
import { studyRoute } from '../access/route.ts';
import { viewerOf } from '../code/at-work.ts';
import { visibleSnapshot } from '../code/visible-codings.ts';
import { lookUp } from '../study/lookup.ts';
import { AnswerFilter, AnswersPage, answersPage } from './answers-page.ts';
import { codingsThatCount } from './layer.ts';

const MOST_ROWS = 500;

const filter = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown; // parsed by the schema that follows
    } catch {
      context.addIssue({ code: 'custom', message: 'expected a JSON list of conditions' });
      return z.NEVER;
    }
  })
  .pipe(z.array(AnswerFilter).max(20));

const answers = studyRoute({
  method: 'get',
  path: '/api/studies/:study/answers',
  summary: 'Participants with their answers and the codings that count, filtered, page by page',
  mayCall: ['lead'],
  query: z.object({
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(MOST_ROWS).default(100),
    filter: filter.optional(),
  }),
  gives: AnswersPage,
  async handle(request) {
    const { store, query } = request;
    const lookup = lookUp(await visibleSnapshot(store, viewerOf(request)));
    const page = answersPage(lookup, codingsThatCount(lookup), { ...query, filter: query.filter ?? [] });
    return { status: 200, body: page };
  },
});

export const synthesiseRoutes = [answers];
