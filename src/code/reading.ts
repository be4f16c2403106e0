/** Everything that one participant wrote, with the codings on it. */
import type { Store } from '../store/database.ts';
import { participantOf } from '../store/rows.ts';
import { QuestionId, WaveId } from '../study/ids.ts';
import type { Reading } from './answers-model.ts';
import { livingCoding } from './coding-rows.ts';
import { readStudy } from './read-study.ts';
import { answerUnknown } from './refusals.ts';
import { type SightNow, visibleCodings } from './visible-codings.ts';

/** @throws Refusal where there is no such participant, or no longer */
export async function readingOf(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
  id: string,
): Promise<Reading> {
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
  };
}
