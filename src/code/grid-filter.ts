/**
 * Which participants the conditions of the grid let through, as one query, so that nobody is read who is not shown.
 * Codes count as far as the caller may see them.
 */
import { type RawBuilder, sql } from 'kysely';
import { participantsWithWords } from '../store/answer-search.ts';
import type { Store } from '../store/database.ts';
import type { CoderId } from '../study/ids.ts';
import type { AnswerFilter } from './answers-model.ts';
import { searchWords } from './search.ts';
import { type SightNow, visibleCodings } from './visible-codings.ts';

export interface Asker {
  studyId: string;
  coder: CoderId | null;
  sight: SightNow;
}

/** Participants who have not withdrawn and meet every condition. */
export function participantsFound(store: Store, asker: Asker, conditions: readonly AnswerFilter[]) {
  let found = participantsPresent(store, asker.studyId);
  for (const condition of conditions) found = meeting(found, store, asker, condition);
  return found;
}

function participantsPresent(store: Store, studyId: string) {
  return store
    .selectFrom('participants')
    .where('participants.study_id', '=', studyId)
    .where('participants.withdrawn', 'is', null);
}

type Found = ReturnType<typeof participantsPresent>;

function meeting(found: Found, store: Store, asker: Asker, condition: AnswerFilter): Found {
  const { studyId, coder } = asker;
  switch (condition.field) {
    case 'attribute':
      return condition.attribute === 'language'
        ? found.where(sql<boolean>`participants.language = ${condition.value}`)
        : found.where(hasAttribute(condition.attribute, condition.value));
    case 'answered':
      return found.where(
        'participants.participant',
        'in',
        store
          .selectFrom('answers')
          .select('answers.participant')
          .where('answers.study_id', '=', studyId)
          .where('answers.question', '=', condition.question),
      );
    case 'code':
      return found.where('participants.participant', 'in', coded(store, asker, condition));
    case 'no code':
      return found.where('participants.participant', 'not in', coded(store, asker, condition));
    case 'standing': {
      let standing = store
        .selectFrom('answers')
        .select('answers.participant')
        .where('answers.study_id', '=', studyId)
        .where('answers.standing', '=', condition.standing);
      if (condition.question !== undefined) {
        standing = standing.where('answers.question', '=', condition.question);
      }
      return found.where('participants.participant', 'in', standing);
    }
    case 'text': {
      const holding = participantsWithWords(store, studyId, searchWords(condition.text));
      return found.where(sql<boolean>`participants.participant in (${holding})`);
    }
    case 'assigned':
      return found.where(
        'participants.participant',
        'in',
        store
          .selectFrom('assignments')
          .select('assignments.participant')
          .where('assignments.study_id', '=', studyId)
          .where('assignments.pass_id', '=', condition.passId)
          .where('assignments.coder', '=', coder ?? ''),
      );
  }
}

/**
 * Attributes are one JSON text, in which a name and its value can stand in one way only: quotes within words are escaped.
 * An absent one and an empty one are both unknown.
 */
function hasAttribute(attribute: string, value: string): RawBuilder<boolean> {
  const name = `${JSON.stringify(attribute)}:`;
  const pair = name + JSON.stringify(value);
  return value === '' ? sql`(not ${holds(name)} or ${holds(pair)})` : holds(pair);
}

function holds(part: string): RawBuilder<boolean> {
  return sql`replace(participants.attributes, ${part}, '') <> participants.attributes`;
}

function coded(
  store: Store,
  { studyId, sight }: Asker,
  { code, question }: { code?: string; question?: string },
) {
  let found = visibleCodings(store, studyId, sight);
  if (code !== undefined) found = found.where('codings.code', '=', code);
  if (question !== undefined) found = found.where('codings.question', '=', question);
  return found.select('codings.participant');
}
