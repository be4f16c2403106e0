/**
 * Asks the language model about one answer. What is sent is written down before it is sent, and what came back after;
 * both stand in the database and in no log. What it proposes is kept beside people's codings and never among them.
 */
import { v7 as newId } from 'uuid';
import { record } from '../../access/record.ts';
import type { Settings } from '../../access/settings.ts';
import { maskIdentifiers } from '../../protect/redact.ts';
import type { Store } from '../../store/database.ts';
import type { CodeId } from '../../study/ids.ts';
import { Language } from '../../study/localised.ts';
import type { CoderAtWork } from '../at-work.ts';
import { latestCodebook } from '../codebook.ts';
import { readStudy } from '../read-study.ts';
import { answerUnknown } from '../refusals.ts';
import { isIndependentPassOpen, readSettings } from '../suggest/settings-of-study.ts';
import type { AnswerPlace, AssistantReply } from '../suggestion-model.ts';
import { type Assistant, askModel, type Received } from './ask-model.ts';
import { suggestedFor } from './kept-suggestions.ts';
import { readReply, type Verified, verify } from './model-reply.ts';
import { type Asked, requestBody } from './prompt.ts';
import {
  answerTooLong,
  independentPass,
  modelFailed,
  modelMalformed,
  modelTimedOut,
  notConfigured,
  switchedOff,
} from './refusals.ts';

/** Longer ones leave a model of the usual size no room for the codebook. */
const MOST_CODE_POINTS = 20_000;

/** The model, where it is configured, switched on and may help now. @throws Refusal */
export async function assistantNow(store: Store, studyId: string, settings: Settings): Promise<Assistant> {
  if (settings.assistant === null) throw notConfigured();
  if (!(await readSettings(store, studyId)).assistant) throw switchedOff();
  if (await isIndependentPassOpen(store, studyId)) throw independentPass();
  return settings.assistant;
}

/** @throws Refusal where the model may not be asked or gives nothing that can be used */
export async function askAssistant(
  store: Store,
  by: CoderAtWork,
  { place, settings, clock }: { place: AnswerPlace; settings: Settings; clock: () => string },
): Promise<AssistantReply> {
  const assistant = await assistantNow(store, by.studyId, settings);
  const { answer, asked, codes } = await questionFor(store, by.studyId, place, assistant.model);
  const signal = AbortSignal.timeout(assistant.seconds * 1000);
  for (const again of [false, true]) {
    const sent = JSON.stringify(requestBody(asked, again));
    const message = await writeDownSent(store, { ...by, now: clock() }, { place, assistant, sent });
    const reply = await askModel(assistant, sent, signal);
    const proposals = reply.outcome === 'answered' ? readReply(reply.received) : [];
    const verified = verify(proposals ?? [], { answer, sent: asked.text, codes });
    const outcome = proposals === null ? 'malformed' : reply.outcome;
    await writeDownReceived(store, { ...by, now: clock() }, message, { ...reply, outcome }, verified);
    if (outcome === 'failed') throw modelFailed();
    if (outcome === 'timed out') throw modelTimedOut(assistant.seconds);
    if (outcome === 'malformed') continue;
    // A pass may have been opened while the model was thinking.
    await assistantNow(store, by.studyId, settings);
    return suggestedFor(store, by.studyId, place);
  }
  throw modelMalformed();
}

/** @throws Refusal */
async function questionFor(
  store: Store,
  studyId: string,
  place: AnswerPlace,
  model: string,
): Promise<{ answer: string; asked: Asked; codes: ReadonlyMap<string, CodeId> }> {
  const row = await store
    .selectFrom('answers')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'answers.study_id')
        .onRef('participants.participant', '=', 'answers.participant'),
    )
    .select(['answers.text', 'participants.language'])
    .where('answers.study_id', '=', studyId)
    .where('answers.participant', '=', place.participant)
    .where('answers.question', '=', place.question)
    .where('answers.wave', '=', place.wave)
    .where('participants.withdrawn', 'is', null)
    .executeTakeFirst();
  const question = (await readStudy(store, studyId)).questions.find(({ id }) => id === place.question);
  if (row === undefined || question === undefined) throw answerUnknown();
  const answer = row.text;
  if (Array.from(answer).length > MOST_CODE_POINTS) throw answerTooLong(MOST_CODE_POINTS);
  const codebook = await latestCodebook(store, studyId);
  const inUse = codebook.codes.filter(({ retired }) => retired !== true);
  const text = maskIdentifiers(answer);
  const language = Language.parse(row.language);
  return {
    answer,
    asked: { model, codebookVersion: codebook.version, codes: inUse, question, language, text },
    codes: new Map(inUse.map(({ id }) => [id, id])),
  };
}

async function writeDownSent(
  store: Store,
  by: CoderAtWork,
  { place, assistant, sent }: { place: AnswerPlace; assistant: Assistant; sent: string },
): Promise<string> {
  const message = newId();
  await record(store, by, async ({ transaction, did }) => {
    const row = {
      study_id: by.studyId,
      message,
      account_id: by.accountId,
      ...place,
      address: assistant.url,
      model: assistant.model,
      sent,
      sent_at: by.now,
      discarded: 0,
    };
    await transaction.insertInto('assistant_messages').values(row).execute();
    did('model asked', message, row);
  });
  return message;
}

async function writeDownReceived(
  store: Store,
  by: CoderAtWork,
  message: string,
  { outcome, received }: { outcome: Received['outcome'] | 'malformed'; received: string | null },
  { kept, discarded }: Verified,
): Promise<void> {
  await record(store, by, async ({ transaction, did }) => {
    await transaction
      .updateTable('assistant_messages')
      .set({ outcome, received, discarded })
      .where('study_id', '=', by.studyId)
      .where('message', '=', message)
      .execute();
    const rows = kept.map(({ code, span }) => ({
      study_id: by.studyId,
      coding: newId(),
      message,
      code,
      span_start: span.start,
      span_end: span.end,
      quote: span.quote,
    }));
    if (rows.length > 0) await transaction.insertInto('assisted_codings').values(rows).execute();
    did('model answered', message, { outcome, received, discarded, kept: rows });
  });
}
