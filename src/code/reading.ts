/** Everything that one participant wrote, with the codings on it, and who comes before and after in the grid. */
import type { Store } from '../store/database.ts';
import { participantOf } from '../store/rows.ts';
import { ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import type { AnswerFilter, Reading, ReadingPlace } from './answers-model.ts';
import { livingCoding } from './coding-rows.ts';
import { type Asker, participantsFound } from './grid-filter.ts';
import { readStudy } from './read-study.ts';
import { answerUnknown } from './refusals.ts';
import { visibleCodings } from './visible-codings.ts';

/** Without a filter the place is not looked for. @throws Refusal where there is no such participant, or no longer */
export async function readingOf(
  store: Store,
  asker: Asker,
  id: string,
  filter?: readonly AnswerFilter[],
): Promise<Reading> {
  const { studyId, sight } = asker;
  const row = await store
    .selectFrom('participants')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('participant', '=', id)
    .where('withdrawn', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw answerUnknown();
  const study = await readStudy(store, studyId);
  const place = new Map<string, number>(
    study.waves.flatMap((wave, at) =>
      study.questions.map((question, nth) => [`${question.id}/${wave.id}`, at * 100 + nth]),
    ),
  );
  const answers = await store
    .selectFrom('answers')
    .select(['question', 'wave', 'text', 'text_hash', 'standing'])
    .where('study_id', '=', studyId)
    .where('participant', '=', id)
    .execute();
  answers.sort(
    (a, b) => (place.get(`${a.question}/${a.wave}`) ?? 0) - (place.get(`${b.question}/${b.wave}`) ?? 0),
  );
  const codings = await visibleCodings(store, studyId, sight)
    .where('codings.participant', '=', id)
    .selectAll('codings')
    .orderBy('codings.coding')
    .execute();
  const { language, consent, attributes, id: participant } = participantOf(row);
  return {
    participant,
    language,
    consent,
    attributes,
    answers: answers.map(({ question, wave, text, text_hash, standing }) => ({
      question: QuestionId.parse(question),
      wave: WaveId.parse(wave),
      text,
      textHash: text_hash,
      standing,
    })),
    codings: codings.map(livingCoding),
    place: filter === undefined ? null : await placeOf(store, asker, id, filter),
  };
}

async function placeOf(
  store: Store,
  asker: Asker,
  id: string,
  filter: readonly AnswerFilter[],
): Promise<ReadingPlace | null> {
  const found = participantsFound(store, asker, filter);
  const counted = await found
    .select(({ fn, eb }) => [
      fn.countAll<number | bigint | string>().as('total'),
      fn
        .max(
          eb.case().when('participants.participant', '<', id).then(eb.ref('participants.participant')).end(),
        )
        .as('before'),
      fn
        .min(
          eb.case().when('participants.participant', '>', id).then(eb.ref('participants.participant')).end(),
        )
        .as('after'),
      fn
        .count<number | bigint | string>(eb.case().when('participants.participant', '<', id).then(1).end())
        .as('index'),
      fn
        .count<number | bigint | string>(eb.case().when('participants.participant', '=', id).then(1).end())
        .as('here'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(counted.here) === 0) return null;
  const neighbour = ParticipantId.nullable();
  return {
    index: Number(counted.index),
    total: Number(counted.total),
    before: neighbour.parse(counted.before),
    after: neighbour.parse(counted.after),
  };
}
