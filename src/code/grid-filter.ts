/** Which participants the conditions of the grid let through. Codes count as far as the caller may see them. */
import type { Store } from '../store/database.ts';
import { participantOf } from '../store/rows.ts';
import type { ParticipantTable } from '../store/tables.ts';
import type { CoderId } from '../study/ids.ts';
import { attributeOf } from '../study/lookup.ts';
import type { AnswerFilter } from './answers-model.ts';
import { participantsWithText } from './search.ts';
import { type SightNow, visibleCodings } from './visible-codings.ts';

interface Asker {
  studyId: string;
  coder: CoderId | null;
  sight: SightNow;
}

type Passes = (participant: ParticipantTable) => boolean;

/** A participant passes who meets every condition. */
export async function passesFilter(
  store: Store,
  asker: Asker,
  conditions: readonly AnswerFilter[],
): Promise<Passes> {
  const all: Passes[] = [];
  for (const condition of conditions) all.push(await passesOne(store, asker, condition));
  return (participant) => all.every((passes) => passes(participant));
}

async function passesOne(store: Store, asker: Asker, condition: AnswerFilter): Promise<Passes> {
  switch (condition.field) {
    case 'attribute':
      return (row) => attributeOf(participantOf(row), condition.attribute) === condition.value;
    case 'code': {
      const coded = await participantsCoded(store, asker, condition);
      return ({ participant }) => coded.has(participant);
    }
    case 'no code': {
      const coded = await participantsCoded(store, asker, condition);
      return ({ participant }) => !coded.has(participant);
    }
    case 'standing': {
      const those = await participantsWithStanding(store, asker.studyId, condition);
      return ({ participant }) => those.has(participant);
    }
    case 'text': {
      const those = await participantsWithText(store, asker.studyId, condition.text);
      return ({ participant }) => those.has(participant);
    }
    case 'assigned': {
      const those = await participantsGiven(store, asker, condition.passId);
      return ({ participant }) => those.has(participant);
    }
  }
}

async function participantsCoded(
  store: Store,
  { studyId, sight }: Asker,
  { code, question }: { code?: string; question?: string },
): Promise<Set<string>> {
  let found = visibleCodings(store, studyId, sight);
  if (code !== undefined) found = found.where('codings.code', '=', code);
  if (question !== undefined) found = found.where('codings.question', '=', question);
  const rows = await found.select('codings.participant').distinct().execute();
  return new Set(rows.map(({ participant }) => participant));
}

async function participantsWithStanding(
  store: Store,
  studyId: string,
  { standing, question }: Extract<AnswerFilter, { field: 'standing' }>,
): Promise<Set<string>> {
  let found = store.selectFrom('answers').where('study_id', '=', studyId).where('standing', '=', standing);
  if (question !== undefined) found = found.where('question', '=', question);
  const rows = await found.select('participant').distinct().execute();
  return new Set(rows.map(({ participant }) => participant));
}

async function participantsGiven(
  store: Store,
  { studyId, coder }: Asker,
  passId: string,
): Promise<Set<string>> {
  const rows = await store
    .selectFrom('assignments')
    .select('participant')
    .where('study_id', '=', studyId)
    .where('pass_id', '=', passId)
    .where('coder', '=', coder ?? '')
    .execute();
  return new Set(rows.map(({ participant }) => participant));
}
