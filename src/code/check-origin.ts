/**
 * Where a coding says that it came from. Whoever takes a suggestion makes it their own judgement, and the coding says so;
 * in an independent pass there are no suggestions to take, so that agreement is that of persons judging alone.
 */
import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Pass } from '../study/model.ts';
import { helpIsOff, notSuggested } from './assist/refusals.ts';
import type { NewCoding } from './model.ts';

/** What is `assisted` takes up a suggestion kept for the answer: its code, on words that overlap. @throws Refusal */
export async function checkOrigin(
  transaction: Transaction<Tables>,
  studyId: string,
  pass: { kind: Pass },
  { origin, participant, question, wave, code, span }: NewCoding,
): Promise<void> {
  if (origin === 'person') return;
  if (pass.kind === 'independent') throw helpIsOff();
  if (origin === 'suggested') return;
  let kept = transaction
    .selectFrom('assisted_codings')
    .innerJoin('assistant_messages', (join) =>
      join
        .onRef('assistant_messages.study_id', '=', 'assisted_codings.study_id')
        .onRef('assistant_messages.message', '=', 'assisted_codings.message'),
    )
    .select('assisted_codings.coding')
    .where('assisted_codings.study_id', '=', studyId)
    .where('assistant_messages.participant', '=', participant)
    .where('assistant_messages.question', '=', question)
    .where('assistant_messages.wave', '=', wave)
    .where('assisted_codings.code', '=', code)
    .limit(1);
  if (span !== null) kept = kept.where('span_start', '<', span.end).where('span_end', '>', span.start);
  if ((await kept.executeTakeFirst()) === undefined) throw notSuggested();
}
