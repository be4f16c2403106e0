/** What the language model suggested, as it was kept: for one answer, and as numbers for the lead. */
import type { Settings } from '../../access/settings.ts';
import type { Store } from '../../store/database.ts';
import { latestCodebook } from '../codebook.ts';
import {
  type AnswerPlace,
  AssistantMessages,
  AssistantReply,
  type AssistantState,
} from '../suggestion-model.ts';

/** What it suggested when it was asked last; codes that were retired since are left out. */
export async function suggestedFor(store: Store, studyId: string, at: AnswerPlace): Promise<AssistantReply> {
  const message = await store
    .selectFrom('assistant_messages')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'assistant_messages.study_id')
        .onRef('participants.participant', '=', 'assistant_messages.participant'),
    )
    .select(['message', 'model', 'sent_at', 'discarded'])
    .where('assistant_messages.study_id', '=', studyId)
    .where('assistant_messages.participant', '=', at.participant)
    .where('question', '=', at.question)
    .where('wave', '=', at.wave)
    .where('outcome', '=', 'answered')
    .where('participants.withdrawn', 'is', null)
    .orderBy('message', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (message === undefined) return { askedAt: null, codings: [], discarded: 0 };
  const rows = await store
    .selectFrom('assisted_codings')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('message', '=', message.message)
    .orderBy('span_start')
    .orderBy('span_end')
    .orderBy('code')
    .execute();
  const { codes } = await latestCodebook(store, studyId);
  const inUse = new Set<string>(codes.filter(({ retired }) => retired !== true).map(({ id }) => id));
  return AssistantReply.parse({
    askedAt: message.sent_at,
    codings: rows
      .filter(({ code }) => inUse.has(code))
      .map(({ coding, code, span_start, span_end, quote }) => ({
        id: coding,
        code,
        span: { start: span_start, end: span_end, quote },
        model: message.model,
      })),
    discarded: message.discarded,
  });
}

export async function stateOfAssistant(
  store: Store,
  studyId: string,
  { assistant }: Settings,
): Promise<AssistantState> {
  const asked = await store
    .selectFrom('assistant_messages')
    .select(['outcome', ({ fn }) => fn.countAll<number | bigint | string>().as('count')])
    .select(({ fn }) => fn.sum<number | bigint | string>('discarded').as('discarded'))
    .where('study_id', '=', studyId)
    .groupBy('outcome')
    .execute();
  const { suggested } = await store
    .selectFrom('assisted_codings')
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('suggested'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  const total = (rows: typeof asked, of: 'count' | 'discarded') =>
    rows.reduce((sum, row) => sum + Number(row[of]), 0);
  const failed = asked.filter(({ outcome }) => outcome !== 'answered' && outcome !== null);
  return {
    configured: assistant !== null,
    model: assistant?.model ?? null,
    asked: total(asked, 'count'),
    failed: total(failed, 'count'),
    suggested: Number(suggested),
    discarded: total(asked, 'discarded'),
  };
}

/** Every request that was sent, newest first; of a withdrawn participant that it was sent, without the words. */
export async function messagesOf(
  store: Store,
  studyId: string,
  { from, count }: { from: number; count: number },
): Promise<AssistantMessages> {
  const { total } = await store
    .selectFrom('assistant_messages')
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('total'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  const rows = await store
    .selectFrom('assistant_messages')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'assistant_messages.study_id')
        .onRef('participants.participant', '=', 'assistant_messages.participant'),
    )
    .selectAll('assistant_messages')
    .select('participants.withdrawn')
    .where('assistant_messages.study_id', '=', studyId)
    .orderBy('message', 'desc')
    .offset(from)
    .limit(count)
    .execute();
  return AssistantMessages.parse({
    total: Number(total),
    messages: rows.map(({ message, account_id, sent_at, withdrawn, study_id: _, ...row }) => ({
      ...row,
      id: message,
      account: account_id,
      sentAt: sent_at,
      ...(withdrawn === null ? {} : { sent: null, received: null }),
    })),
  });
}
