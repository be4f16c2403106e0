/**
 * Deciding a disagreement writes the consensus layer: codings of their own, beside the independent ones, which stay as
 * they were. A later decision on the same matter replaces the earlier one and its codings. A participant with no matter
 * left open counts by the consensus from then on.
 */
import { v7 as newId } from 'uuid';
import { type Recording, record } from '../access/record.ts';
import type { CoderAtWork } from '../code/at-work.ts';
import { checkAgainstAnswer, checkAgainstCodebook, findPass } from '../code/check-coding.ts';
import { findCoding, keepCoding, markEnded } from '../code/codings.ts';
import { PassId } from '../code/model.ts';
import { answerUnknown, blindNow, passClosed, passNotOpen } from '../code/refusals.ts';
import { isBlind, sightOf } from '../code/visible-codings.ts';
import type { Store } from '../store/database.ts';
import { livingCodings } from '../store/living-rows.ts';
import type { DecisionTable, PassTable } from '../store/tables.ts';
import { CodingId, type ParticipantId } from '../study/ids.ts';
import type { Decision, NewDecision } from './decision-model.ts';
import { type Given, type Matter, matterKey, placesOf } from './matters.ts';
import {
  decisionChanged,
  decisionDiffers,
  matterUnknown,
  notConsensus,
  recodeNeedsCode,
} from './refusals.ts';
import { decisionOf, mattersToSettle, standingDecisions } from './settlement.ts';

/** @throws Refusal; asked again with the same id it answers as before */
export async function decide(
  store: Store,
  by: CoderAtWork,
  passId: string,
  wanted: NewDecision,
): Promise<Decision> {
  return record(store, by, async (recording) => {
    const { transaction } = recording;
    const before = await findDecision(transaction, by.studyId, wanted.id);
    if (before !== null) return asBefore(before, by, wanted);
    const pass = await openConsensus(transaction, by, passId);
    const { matters } = await mattersToSettle(transaction, pass, wanted.participant);
    const matter = matters.find((one) => matterKey(one) === matterKey(wanted));
    if (matter === undefined) throw matterUnknown();
    const standing = await standingDecisions(transaction, pass, wanted.participant);
    const current = standing.get(matterKey(wanted)) ?? null;
    if ((current?.id ?? null) !== wanted.expected) throw decisionChanged(current);
    const decision = await keepDecision(recording, by, pass, matter, { ...wanted, replaces: current });
    standing.set(matterKey(wanted), decision);
    await settleIfDone(recording, by, pass, wanted.participant, { matters, standing });
    return decision;
  });
}

/**
 * Puts into the consensus what every coder gave, for all participants of whom no matter is open.
 * @returns how many participants were settled by it
 */
export async function takeOverAgreed(store: Store, by: CoderAtWork, passId: string): Promise<number> {
  return record(store, by, async (recording) => {
    const pass = await openConsensus(recording.transaction, by, passId);
    const { matters, coders } = await mattersToSettle(recording.transaction, pass);
    const standing = await standingDecisions(recording.transaction, pass);
    const byParticipant = new Map<ParticipantId, Matter[]>();
    for (const [participant, list] of coders) if (list.length > 1) byParticipant.set(participant, []);
    for (const matter of matters) byParticipant.get(matter.participant)?.push(matter);
    let settled = 0;
    for (const [participant, list] of byParticipant) {
      if (await settleIfDone(recording, by, pass, participant, { matters: list, standing })) settled++;
    }
    return settled;
  });
}

async function openConsensus(store: Store, by: CoderAtWork, passId: string): Promise<PassTable> {
  const pass = await findPass(store, by.studyId, passId);
  if (pass.kind !== 'consensus' || pass.source === null) throw notConsensus();
  if (pass.state === 'planned') throw passNotOpen();
  if (pass.state === 'closed') throw passClosed();
  // To decide is to see who coded what.
  if (isBlind(await sightOf(store, by))) throw blindNow();
  return pass;
}

async function findDecision(store: Store, studyId: string, id: string): Promise<DecisionTable | null> {
  const row = await store
    .selectFrom('decisions')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('decision', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function asBefore(before: DecisionTable, by: CoderAtWork, wanted: NewDecision): Decision {
  const same =
    before.recorded_by === by.coder &&
    matterKey(decisionOf(before)) === matterKey(wanted) &&
    before.outcome === wanted.outcome &&
    before.recode_to === (wanted.recodeTo ?? null) &&
    before.reason === wanted.reason;
  if (!same) throw decisionDiffers();
  return decisionOf(before);
}

type ToKeep = Pick<NewDecision, 'id' | 'outcome' | 'recodeTo' | 'reason' | 'spans'> & {
  replaces: Decision | null;
};

async function keepDecision(
  recording: Recording,
  by: CoderAtWork,
  pass: PassTable,
  matter: Matter,
  wanted: ToKeep,
): Promise<Decision> {
  const { transaction, did, tell } = recording;
  if (wanted.replaces !== null) await endCodingsOf(recording, by, pass, wanted.replaces);
  const codings = wanted.outcome === 'drop' ? [] : await keepCodings(recording, by, pass, matter, wanted);
  const { participant, question, wave, code } = matter;
  const row: DecisionTable = {
    study_id: by.studyId,
    decision: wanted.id,
    pass_id: pass.pass_id,
    participant,
    question,
    wave,
    code,
    outcome: wanted.outcome,
    recode_to: wanted.recodeTo ?? null,
    reason: wanted.reason,
    recorded_by: by.coder,
    replaces: wanted.replaces?.id ?? null,
    codings: JSON.stringify(codings),
    sequence: await nextSequence(transaction, by.studyId),
    recorded_at: by.now,
  };
  await transaction.insertInto('decisions').values(row).execute();
  const decision = decisionOf(row);
  did('disagreement decided', wanted.id, decision);
  tell({
    kind: 'decision',
    id: wanted.id,
    answer: `${participant}/${question}/${wave}`,
    coder: by.coder,
    passId: pass.pass_id,
  });
  return decision;
}

async function nextSequence(store: Store, studyId: string): Promise<number> {
  const row = await store
    .selectFrom('decisions')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** @returns the ids of the consensus codings that carry the decision */
async function keepCodings(
  recording: Recording,
  by: CoderAtWork,
  pass: PassTable,
  matter: Matter,
  wanted: ToKeep,
): Promise<string[]> {
  const { transaction } = recording;
  const code = wanted.outcome === 'recode' ? wanted.recodeTo : matter.code;
  if (code === undefined) throw recodeNeedsCode();
  const codebookVersion = pass.codebook_version;
  await checkAgainstCodebook(transaction, by.studyId, pass, { code, codebookVersion });
  const { text, text_hash } = await answerOf(recording, by.studyId, matter);
  const places: Given[] =
    wanted.spans?.map((place) => ({ ...place, id: CodingId.parse(place.id) })) ??
    placesOf(matter, text).map((place) => ({ ...place, id: CodingId.parse(newId()) }));
  const { participant, question, wave } = matter;
  const ids: string[] = [];
  for (const { id, span, polarity } of places) {
    const coding = {
      id,
      passId: PassId.parse(pass.pass_id),
      participant,
      question,
      wave,
      code,
      polarity,
      span,
      codebookVersion,
      origin: 'person' as const,
      supersedes: null,
    };
    await checkAgainstAnswer(transaction, by.studyId, { ...coding, textHash: text_hash });
    const there = await sameInLayer(transaction, by.studyId, pass.pass_id, coding);
    if (there === null) await keepCoding(recording, by, coding, 'consensus');
    ids.push(there ?? id);
  }
  return ids;
}

async function answerOf(
  { transaction }: Recording,
  studyId: string,
  { participant, question, wave }: Matter,
) {
  const answer = await transaction
    .selectFrom('answers')
    .select(['text', 'text_hash'])
    .where('study_id', '=', studyId)
    .where('participant', '=', participant)
    .where('question', '=', question)
    .where('wave', '=', wave)
    .executeTakeFirst();
  if (answer === undefined) throw answerUnknown();
  return answer;
}

/** The consensus coding that says this already, as where two codes were recoded to one. */
async function sameInLayer(
  store: Store,
  studyId: string,
  passId: string,
  {
    participant,
    question,
    wave,
    code,
    span,
  }: Pick<Matter, 'participant' | 'question' | 'wave' | 'code'> & Pick<Given, 'span'>,
): Promise<string | null> {
  const row = await livingCodings(store, studyId)
    .select('codings.coding')
    .where('codings.pass_id', '=', passId)
    .where('codings.participant', '=', participant)
    .where('codings.question', '=', question)
    .where('codings.wave', '=', wave)
    .where('codings.code', '=', code)
    .where('codings.span_start', span === null ? 'is' : '=', span === null ? null : span.start)
    .where('codings.span_end', span === null ? 'is' : '=', span === null ? null : span.end)
    .executeTakeFirst();
  return row?.coding ?? null;
}

/** Ends the codings of a decision, except those on which another one that stands rests too. */
async function endCodingsOf(
  recording: Recording,
  by: CoderAtWork,
  pass: PassTable,
  replaced: Decision,
): Promise<void> {
  const standing = await standingDecisions(recording.transaction, pass, replaced.participant);
  const needed = new Set(
    [...standing.values()].filter(({ id }) => id !== replaced.id).flatMap(({ codings }) => codings),
  );
  for (const id of replaced.codings) {
    const coding = needed.has(id) ? null : await findCoding(recording.transaction, by.studyId, id);
    if (coding !== null && coding.ended === null) await markEnded(recording, by, coding);
  }
}

/** Takes over what all gave and notes the participant as settled, once nothing about them is open. */
async function settleIfDone(
  recording: Recording,
  by: CoderAtWork,
  pass: PassTable,
  participant: ParticipantId,
  { matters, standing }: { matters: readonly Matter[]; standing: ReadonlyMap<string, Decision> },
): Promise<boolean> {
  const isOpen = (matter: Matter) => !standing.has(matterKey(matter));
  if (matters.some((matter) => !matter.agreed && isOpen(matter))) return false;
  const { transaction } = recording;
  const settled = await transaction
    .selectFrom('assignments')
    .select('coder')
    .where('study_id', '=', by.studyId)
    .where('pass_id', '=', pass.pass_id)
    .where('participant', '=', participant)
    .executeTakeFirst();
  if (settled !== undefined) return false;
  for (const matter of matters.filter((one) => one.agreed && isOpen(one))) {
    await keepDecision(recording, by, pass, matter, {
      id: newId(),
      outcome: 'keep',
      reason: '',
      replaces: null,
    });
  }
  await transaction
    .insertInto('assignments')
    .values({
      study_id: by.studyId,
      pass: 'consensus',
      pass_id: pass.pass_id,
      participant,
      coder: by.coder,
      position: 0,
    })
    .execute();
  return true;
}
