/** What defines a study: its questions, codebook, themes and priorities. Themes cite codings, so it stands here. */
import { z } from 'zod';
import { roles } from '../access/accounts.ts';
import { studyRoute } from '../access/route.ts';
import { Codebook, Priority, Study, Theme } from '../study/model.ts';
import { viewerOf } from './at-work.ts';
import { visibleDefinition } from './visible-codings.ts';

const StudyDefinition = z.strictObject({
  study: Study,
  codebook: Codebook,
  themes: z.array(Theme),
  priorities: z.array(Priority),
});

const definition = studyRoute({
  method: 'get',
  path: '/api/studies/:study',
  summary: 'Questions, codebook, themes and priorities of a study',
  mayCall: roles,
  gives: StudyDefinition,
  async handle(request) {
    return { status: 200, body: await visibleDefinition(request.store, viewerOf(request)) };
  },
});

export const definitionRoutes = [definition];
