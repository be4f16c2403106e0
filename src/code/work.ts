/** What a coder was given in a pass, and how far everybody is. */
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import { openWork } from '../store/living-rows.ts';
import { answerKey, CoderId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import type { CoderAtWork } from './at-work.ts';
import { passOfWork } from './check-coding.ts';
import type { Finished, Progress, Work } from './model.ts';
import { readStudy } from './read-study.ts';
import { answerUnknown } from './refusals.ts';

/** Every answer that may say something of those whom the coder was given in the pass, in the order drawn. */
function givenAnswers(store: Store, studyId: string, passId: string) {
  return store
    .selectFrom('assignments')
    .innerJoin('answers', (join) =>
      join
        .onRef('answers.study_id', '=', 'assignments.study_id')
        .onRef('answers.participant', '=', 'assignments.participant'),
    )
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'assignments.study_id')
        .onRef('participants.participant', '=', 'assignments.participant'),
    )
    .where('assignments.study_id', '=', studyId)
    .where('assignments.pass_id', '=', passId)
    .where('answers.standing', '!=', 'non-substantive')
    .where('participants.withdrawn', 'is', null);
}

/** The coder's answers in the order in which to take them: participants as drawn, questions as the study asks them. */
export async function workOf(store: Store, studyId: string, passId: string, coder: CoderId): Promise<Work> {
  const { questions, waves } = await readStudy(store, studyId);
  const questionAt = new Map<string, number>(questions.map(({ id }, at) => [id, at]));
  const waveAt = new Map<string, number>(waves.map(({ id }, at) => [id, at]));
  const rows = await givenAnswers(store, studyId, passId)
    .where('assignments.coder', '=', coder)
    .select(['answers.participant', 'answers.question', 'answers.wave', 'assignments.position'])
    .execute();
  const open = await openWork(store, studyId)
    .where('assignments.pass_id', '=', passId)
    .where('assignments.coder', '=', coder)
    .select(['answers.participant', 'answers.question', 'answers.wave'])
    .execute();
  const undone = new Set(open.map((row) => `${row.participant}/${row.question}/${row.wave}`));
  rows.sort(
    (a, b) =>
      a.position - b.position ||
      (waveAt.get(a.wave) ?? 0) - (waveAt.get(b.wave) ?? 0) ||
      (questionAt.get(a.question) ?? 0) - (questionAt.get(b.question) ?? 0),
  );
  return {
    answers: rows.map(({ participant, question, wave }) => [
      ParticipantId.parse(participant),
      QuestionId.parse(question),
      WaveId.parse(wave),
      !undone.has(`${participant}/${question}/${wave}`),
    ]),
  };
}

/** How far the coders of a pass are; `only` where the caller may know of one alone. */
export async function progressOf(
  store: Store,
  studyId: string,
  passId: string,
  only: CoderId | null,
): Promise<Progress[]> {
  let given = givenAnswers(store, studyId, passId);
  let open = openWork(store, studyId).where('assignments.pass_id', '=', passId);
  if (only !== null) {
    given = given.where('assignments.coder', '=', only);
    open = open.where('assignments.coder', '=', only);
  }
  const counted = await given
    .select('assignments.coder')
    .select(({ fn }) => [
      fn.count<number | bigint | string>('assignments.participant').distinct().as('participants'),
      fn.countAll<number | bigint | string>().as('answers'),
    ])
    .groupBy('assignments.coder')
    .orderBy('assignments.coder')
    .execute();
  const undone = await open
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'assignments.study_id')
        .onRef('participants.participant', '=', 'assignments.participant'),
    )
    .where('participants.withdrawn', 'is', null)
    .select('assignments.coder')
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('answers'))
    .groupBy('assignments.coder')
    .execute();
  const left = new Map(undone.map(({ coder, answers }) => [coder, Number(answers)]));
  return counted.map(({ coder, participants, answers }) => ({
    coder: CoderId.parse(coder),
    participants: Number(participants),
    answers: Number(answers),
    done: Number(answers) - (left.get(coder) ?? 0),
  }));
}

/** Marks an answer as read to its end, or takes that back. @throws Refusal */
export async function markFinished(
  store: Store,
  by: CoderAtWork,
  passId: string,
  { participant, question, wave, finished }: Finished,
): Promise<void> {
  await record(store, by, async ({ transaction, did, tell }) => {
    await passOfWork(transaction, by, { passId, participant });
    const known = await transaction
      .selectFrom('answers')
      .select('standing')
      .where('study_id', '=', by.studyId)
      .where('participant', '=', participant)
      .where('question', '=', question)
      .where('wave', '=', wave)
      .executeTakeFirst();
    if (known === undefined) throw answerUnknown();
    const at = {
      study_id: by.studyId,
      pass_id: passId,
      coder: by.coder,
      participant,
      question,
      wave,
    };
    const last = await transaction
      .selectFrom('finished')
      .select(['sequence', 'finished'])
      .where((eb) => eb.and(at))
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((last?.finished ?? 0) === Number(finished)) return;
    await transaction
      .insertInto('finished')
      .values({
        ...at,
        sequence: (last?.sequence ?? 0) + 1,
        finished: finished ? 1 : 0,
        recorded_at: by.now,
      })
      .execute();
    const answer = answerKey({ participant, question, wave });
    did(finished ? 'answer finished' : 'answer unfinished', answer, { passId });
    tell({ kind: 'finished', id: passId, answer, coder: by.coder, passId });
  });
}
