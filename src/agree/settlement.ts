/** What a consensus pass has to settle and what was decided so far, read from the database. */
import { codesOfVersion } from '../code/check-coding.ts';
import type { Store } from '../store/database.ts';
import { livingCodings } from '../store/living-rows.ts';
import { codingOf } from '../store/rows.ts';
import type { DecisionTable, PassTable } from '../store/tables.ts';
import { CoderId, type ParticipantId, ParticipantId as ParticipantIdSchema } from '../study/ids.ts';
import { Decision } from './decision-model.ts';
import { type Matter, matterKey, mattersOf } from './matters.ts';

/**
 * The matters of the pass that this one settles. Participants who withdrew, and those whom an earlier consensus has
 * settled, are left out.
 * @param only one participant
 */
export async function mattersToSettle(
  store: Store,
  { study_id, pass_id, source, codebook_version }: PassTable,
  only?: ParticipantId,
): Promise<{ matters: Matter[]; coders: Map<ParticipantId, CoderId[]> }> {
  let given = store
    .selectFrom('assignments')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'assignments.study_id')
        .onRef('participants.participant', '=', 'assignments.participant'),
    )
    .select(['assignments.participant', 'assignments.coder'])
    .where('assignments.study_id', '=', study_id)
    .where('assignments.pass_id', '=', source ?? '')
    .where('participants.withdrawn', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assignments as earlier')
            .select('earlier.participant')
            .whereRef('earlier.study_id', '=', 'assignments.study_id')
            .whereRef('earlier.participant', '=', 'assignments.participant')
            .where('earlier.pass', '=', 'consensus')
            .where('earlier.pass_id', '!=', pass_id),
        ),
      ),
    );
  let coded = livingCodings(store, study_id).where('codings.pass_id', '=', source ?? '');
  if (only !== undefined) {
    given = given.where('assignments.participant', '=', only);
    coded = coded.where('codings.participant', '=', only);
  }
  const coders = new Map<ParticipantId, CoderId[]>();
  for (const row of await given.execute()) {
    const participant = ParticipantIdSchema.parse(row.participant);
    coders.set(participant, [...(coders.get(participant) ?? []), CoderId.parse(row.coder)]);
  }
  const codings = (await coded.selectAll('codings').orderBy('codings.coding').execute()).map(codingOf);
  const retired = await codesOfVersion(store, study_id, codebook_version);
  const matters = mattersOf(codings, coders).map((matter) =>
    // A code that is no longer to be used needs somebody to say what takes its place.
    retired.get(matter.code) === false ? matter : { ...matter, agreed: false },
  );
  return { matters, coders };
}

/** The decisions that stand in a consensus pass, by matter. */
export async function standingDecisions(
  store: Store,
  { study_id, pass_id }: PassTable,
  only?: ParticipantId,
): Promise<Map<string, Decision>> {
  let found = store
    .selectFrom('decisions')
    .selectAll()
    .where('study_id', '=', study_id)
    .where('pass_id', '=', pass_id);
  if (only !== undefined) found = found.where('participant', '=', only);
  const rows = await found.orderBy('sequence').execute();
  // Later ones replace earlier ones.
  return new Map(rows.map(decisionOf).map((decision) => [matterKey(decision), decision]));
}

export function decisionOf(row: DecisionTable): Decision {
  return Decision.parse({
    id: row.decision,
    participant: row.participant,
    question: row.question,
    wave: row.wave,
    code: row.code,
    outcome: row.outcome,
    recodeTo: row.recode_to,
    reason: row.reason,
    by: row.recorded_by,
    recordedAt: row.recorded_at,
    codings: JSON.parse(row.codings),
  });
}
