/** The language model over HTTP: asked, what it suggested, and what was sent to it. */
import { z } from 'zod';
import { studyRoute } from '../../access/route.ts';
import { coderAtWork, viewerOf } from '../at-work.ts';
import { blindNow } from '../refusals.ts';
import { AnswerPlace, AssistantMessages, AssistantReply, AssistantState } from '../suggestion-model.ts';
import { isBlind, sightOf } from '../visible-codings.ts';
import { askAssistant, assistantNow } from './ask-assistant.ts';
import { messagesOf, stateOfAssistant, suggestedFor } from './kept-suggestions.ts';
import { oneAtATime } from './one-at-a-time.ts';

const ask = studyRoute({
  method: 'post',
  path: '/api/studies/:study/assistant',
  summary: 'Ask the configured language model which codes one answer may carry',
  mayCall: ['lead', 'coder'],
  body: AnswerPlace,
  gives: AssistantReply,
  async handle(request) {
    const { store, settings, clock, body: place } = request;
    const by = await coderAtWork(request);
    const body = await oneAtATime(store, by, () => askAssistant(store, by, { place, settings, clock }));
    return { status: 200, body };
  },
});

const suggested = studyRoute({
  method: 'get',
  path: '/api/studies/:study/assistant',
  summary: 'What the language model suggested for one answer when it was asked last',
  mayCall: ['lead', 'coder'],
  query: AnswerPlace,
  gives: AssistantReply,
  async handle({ store, study, settings, query }) {
    await assistantNow(store, study.studyId, settings);
    return { status: 200, body: await suggestedFor(store, study.studyId, query) };
  },
});

const state = studyRoute({
  method: 'get',
  path: '/api/studies/:study/assistant/state',
  summary: 'Which language model is configured, and how often it was asked with what result',
  mayCall: ['lead'],
  gives: AssistantState,
  async handle({ store, study, settings }) {
    return { status: 200, body: await stateOfAssistant(store, study.studyId, settings) };
  },
});

const messages = studyRoute({
  method: 'get',
  path: '/api/studies/:study/assistant/messages',
  summary: 'All that was sent to a language model and what it answered, newest first',
  mayCall: ['lead'],
  query: z.strictObject({
    from: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(100).default(20),
  }),
  gives: AssistantMessages,
  async handle(request) {
    const { store, study, query } = request;
    // A lead who codes in an open independent pass judges alone, without what the model proposed before.
    if (isBlind(await sightOf(store, viewerOf(request)))) throw blindNow();
    return { status: 200, body: await messagesOf(store, study.studyId, query) };
  },
});

export const assistRoutes = [ask, suggested, state, messages];
