/** Hints over HTTP, and which help is switched on. */
import { studyRoute } from '../access/route.ts';
import { coderAtWork } from './at-work.ts';
import { readSettings, writeSettings } from './suggest/settings-of-study.ts';
import { suggestionsFor } from './suggest/suggestions-of-study.ts';
import { AnswerPlace, StudySettings, Suggestions } from './suggestion-model.ts';

const suggestions = studyRoute({
  method: 'get',
  path: '/api/studies/:study/suggestions',
  summary: 'Codes that an answer may carry, from what the team decided before',
  mayCall: ['lead', 'coder'],
  query: AnswerPlace,
  gives: Suggestions,
  async handle(request) {
    const { store, query } = request;
    return { status: 200, body: await suggestionsFor(store, await coderAtWork(request), query) };
  },
});

const settings = studyRoute({
  method: 'get',
  path: '/api/studies/:study/settings',
  summary: 'Which help is switched on in the study',
  mayCall: ['lead', 'coder'],
  gives: StudySettings,
  async handle({ store, study }) {
    return { status: 200, body: await readSettings(store, study.studyId) };
  },
});

const change = studyRoute({
  method: 'put',
  path: '/api/studies/:study/settings',
  summary: 'Switch help on or off',
  mayCall: ['lead'],
  body: StudySettings,
  gives: StudySettings,
  async handle({ store, study, account, now, body }) {
    await writeSettings(store, { studyId: study.studyId, accountId: account.accountId, now }, body);
    return { status: 200, body: await readSettings(store, study.studyId) };
  },
});

export const helpRoutes = [suggestions, settings, change];
