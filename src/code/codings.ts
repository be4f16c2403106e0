/**
 * Codings are made and taken back, never changed. The browser makes a coding's id, so that one sent again after a lost
 * connection is recognised: it is answered as before and kept once.
 */
import type { Transaction } from 'kysely';
import { type Recording, record } from '../access/record.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Store } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import { answerKey, type CoderId } from '../study/ids.ts';
import type { Pass } from '../study/model.ts';
import type { CoderAtWork } from './at-work.ts';
import { checkAgainstAnswer, checkAgainstCodebook, passOfWork } from './check-coding.ts';
import { checkOrigin } from './check-origin.ts';
import { codingRows, workingCoding } from './coding-rows.ts';
import type { NewCoding, WorkingCoding } from './model.ts';
import { alreadyCoded, codingDiffers, codingEnded, codingUnknown, notYours } from './refusals.ts';
import { seesWith, sightOf } from './visible-codings.ts';

/** Keeps a coding; one that it supersedes is ended with it. @throws Refusal */
export async function makeCoding(store: Store, by: CoderAtWork, wanted: NewCoding): Promise<WorkingCoding> {
  const before = await findCoding(store, by.studyId, wanted.id);
  if (before !== null) return asBefore(before, by.coder, wanted);
  return record(store, by, async (recording) => {
    const { transaction } = recording;
    // Sent twice at once: the other one was kept while this one waited for its turn.
    const meanwhile = await findCoding(transaction, by.studyId, wanted.id);
    if (meanwhile !== null) return asBefore(meanwhile, by.coder, wanted);
    const pass = await passOfWork(transaction, by, wanted);
    await checkAgainstCodebook(transaction, by.studyId, pass, wanted);
    await checkAgainstAnswer(transaction, by.studyId, wanted);
    await checkOrigin(transaction, by.studyId, pass, wanted);
    if (wanted.supersedes !== null) await endSuperseded(recording, by, wanted.supersedes);
    await refuseSameAgain(transaction, by, wanted);
    return keepCoding(recording, by, wanted, pass.kind);
  });
}

/** The answer to a coding that is there already. @throws Refusal where the same id names something else */
function asBefore(before: WorkingCoding, coder: CoderId, wanted: NewCoding): WorkingCoding {
  if (before.coder !== coder) throw codingDiffers(undefined);
  const { textHash: _, ...content } = wanted;
  const { coder: __, pass: ___, recordedAt: ____, ended: _____, ...kept } = before;
  if (canonicalJson(kept) !== canonicalJson(content)) throw codingDiffers(before);
  return before;
}

/** Writes the coding down in the transaction, with its audit entry and the word to listeners. */
export async function keepCoding(
  { transaction, did, tell }: Recording,
  { studyId, coder, now }: CoderAtWork,
  wanted: Omit<NewCoding, 'textHash'>,
  pass: Pass,
): Promise<WorkingCoding> {
  const { span } = wanted;
  const row = {
    study_id: studyId,
    coding: wanted.id,
    participant: wanted.participant,
    question: wanted.question,
    wave: wanted.wave,
    code: wanted.code,
    coder,
    pass,
    polarity: wanted.polarity,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
    quote: span?.quote ?? null,
    origin: wanted.origin,
    codebook_version: wanted.codebookVersion,
    recorded_at: now,
    pass_id: wanted.passId,
    supersedes: wanted.supersedes,
  };
  await transaction.insertInto('codings').values(row).execute();
  const made = workingCoding({ ...row, ended_by: null, ended_at: null });
  did('coding made', wanted.id, made);
  tell({ kind: 'coding', id: wanted.id, answer: answerKey(made), coder, passId: wanted.passId });
  return made;
}

/** Takes a coding back; once taken back it stays so, however often one asks. @throws Refusal */
export async function endCoding(store: Store, by: CoderAtWork, id: string): Promise<WorkingCoding> {
  return record(store, by, async (recording) => {
    const coding = await ownCoding(recording.transaction, by, id);
    if (coding.ended !== null) return coding;
    await passOfWork(recording.transaction, by, coding);
    await markEnded(recording, by, coding);
    return { ...coding, ended: { by: by.coder, at: by.now } };
  });
}

async function endSuperseded(recording: Recording, by: CoderAtWork, id: string): Promise<void> {
  const coding = await ownCoding(recording.transaction, by, id);
  if (coding.ended !== null) throw codingEnded();
  await passOfWork(recording.transaction, by, coding);
  await markEnded(recording, by, coding);
}

/** @throws Refusal; who must not know of a coding is told that there is none */
async function ownCoding(
  transaction: Transaction<Tables>,
  by: CoderAtWork,
  id: string,
): Promise<WorkingCoding> {
  const coding = await findCoding(transaction, by.studyId, id);
  if (coding === null) throw codingUnknown();
  if (coding.coder === by.coder) return coding;
  const sees = seesWith(await sightOf(transaction, by));
  throw sees({ coder: coding.coder, pass_id: coding.passId }) ? notYours() : codingUnknown();
}

export async function markEnded(
  { transaction, did, tell }: Recording,
  { studyId, coder, now }: CoderAtWork,
  coding: WorkingCoding,
): Promise<void> {
  await transaction
    .insertInto('coding_ends')
    .values({ study_id: studyId, coding: coding.id, ended_by: coder, ended_at: now })
    .execute();
  did('coding ended', coding.id, { coding: coding.id, by: coder });
  tell({
    kind: 'coding ended',
    id: coding.id,
    answer: answerKey(coding),
    coder: coding.coder,
    passId: coding.passId,
  });
}

/** Taken back or not; null too where the participant has withdrawn. */
export async function findCoding(store: Store, studyId: string, id: string): Promise<WorkingCoding | null> {
  const row = await codingRows(store, studyId)
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'codings.study_id')
        .onRef('participants.participant', '=', 'codings.participant'),
    )
    .where('codings.coding', '=', id)
    .where('participants.withdrawn', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : workingCoding(row);
}

/** The same code twice on the same words by one coder says nothing more and would count twice in an export. */
async function refuseSameAgain(
  transaction: Transaction<Tables>,
  { studyId, coder }: CoderAtWork,
  { participant, question, wave, code, passId, span }: NewCoding,
): Promise<void> {
  const row = await codingRows(transaction, studyId)
    .where('codings.participant', '=', participant)
    .where('codings.question', '=', question)
    .where('codings.wave', '=', wave)
    .where('codings.code', '=', code)
    .where('codings.coder', '=', coder)
    .where('codings.pass_id', '=', passId)
    .where('codings.span_start', span === null ? 'is' : '=', span === null ? null : span.start)
    .where('codings.span_end', span === null ? 'is' : '=', span === null ? null : span.end)
    .where('coding_ends.coding', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) throw alreadyCoded(workingCoding(row));
}
