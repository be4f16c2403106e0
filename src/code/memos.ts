/**
 * Notes on anything. A memo has versions; who saves an edit names the version that they edited, so that of two who edit
 * at once the second is shown what the first wrote.
 */
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import type { MemoVersionTable } from '../store/tables.ts';
import type { CoderAtWork } from './at-work.ts';
import { findCoding } from './codings.ts';
import { Memo, type MemoEdit, type MemoSubject } from './model.ts';
import { answerUnknown, codingUnknown, memoChanged } from './refusals.ts';
import { isBlind, type SightNow, seesWith, sightOf } from './visible-codings.ts';

function memoOf(row: MemoVersionTable): Memo {
  return Memo.parse({
    id: row.memo,
    version: row.version,
    subject: { kind: row.subject_kind, id: row.subject },
    text: row.text,
    by: row.recorded_by,
    recordedAt: row.recorded_at,
  });
}

/** The latest version of each memo that the caller may see; who is blind sees memos that they began. */
export async function visibleMemos(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
  subject?: MemoSubject,
): Promise<Memo[]> {
  if (sight.sight === 'settled codings') return [];
  let found = store.selectFrom('memo_versions').selectAll().where('study_id', '=', studyId);
  if (subject !== undefined) {
    found = found.where('subject_kind', '=', subject.kind).where('subject', '=', subject.id);
  }
  const rows = await found.orderBy('memo').orderBy('version').execute();
  const isGone = await ofWithdrawn(store, studyId);
  const versions = new Map<string, MemoVersionTable[]>();
  for (const row of rows) versions.set(row.memo, [...(versions.get(row.memo) ?? []), row]);
  return [...versions.values()].flatMap((list) => {
    const last = list.at(-1);
    if (last === undefined || last.text === '' || isGone(last)) return [];
    return isBlind(sight) && list[0]?.recorded_by !== sight.coder ? [] : [memoOf(last)];
  });
}

/** Whether a memo is on a participant who has withdrawn, on what they wrote, or on what was coded there. */
async function ofWithdrawn(store: Store, studyId: string): Promise<(row: MemoVersionTable) => boolean> {
  const withdrawn = store
    .selectFrom('participants')
    .select('participant')
    .where('study_id', '=', studyId)
    .where('withdrawn', 'is not', null);
  const gone = new Set((await withdrawn.execute()).map(({ participant }) => participant));
  if (gone.size === 0) return () => false;
  const onCodings = store
    .selectFrom('memo_versions')
    .select('subject')
    .where('study_id', '=', studyId)
    .where('subject_kind', '=', 'coding');
  const rows = await store
    .selectFrom('codings')
    .select('coding')
    .where('study_id', '=', studyId)
    .where('participant', 'in', withdrawn)
    .where('coding', 'in', onCodings)
    .execute();
  const codings = new Set(rows.map(({ coding }) => coding));
  return ({ subject_kind, subject }) => {
    if (subject_kind === 'coding') return codings.has(subject);
    const isOnWords = subject_kind === 'answer' || subject_kind === 'participant';
    return isOnWords && gone.has(subject.split('/')[0] ?? '');
  };
}

/** Keeps an edit as the next version; sent again it is answered as before. @throws Refusal */
export async function saveMemo(store: Store, by: CoderAtWork, id: string, edit: MemoEdit): Promise<Memo> {
  const text = edit.text.normalize('NFC');
  return record(store, by, async ({ transaction, did, tell }) => {
    const rows = await transaction
      .selectFrom('memo_versions')
      .selectAll()
      .where('study_id', '=', by.studyId)
      .where('memo', '=', id)
      .orderBy('version')
      .execute();
    const last = rows.at(-1);
    const sight = await sightOf(transaction, by);
    const isHidden = isBlind(sight) && rows[0] !== undefined && rows[0].recorded_by !== by.coder;
    if (isHidden) throw memoChanged(undefined);
    const isAgain =
      last !== undefined &&
      last.version === edit.expected + 1 &&
      last.text === text &&
      last.recorded_by === by.coder;
    if (isAgain) return memoOf(last);
    if ((last?.version ?? 0) !== edit.expected) throw memoChanged(last && memoOf(last));
    const subject: MemoSubject =
      last === undefined ? edit.subject : { ...edit.subject, id: last.subject, ...kindOf(last) };
    await checkSubject(transaction, by, subject, sight);
    const row: MemoVersionTable = {
      study_id: by.studyId,
      memo: id,
      version: edit.expected + 1,
      subject_kind: subject.kind,
      subject: subject.id,
      text,
      recorded_by: by.coder,
      recorded_at: by.now,
    };
    await transaction.insertInto('memo_versions').values(row).execute();
    did('memo written', id, memoOf(row));
    tell({ kind: 'memo', id, coder: rows[0]?.recorded_by ?? by.coder });
    return memoOf(row);
  });
}

/** What a memo is on stays as it was begun. */
function kindOf(row: MemoVersionTable): Pick<MemoSubject, 'kind'> {
  return { kind: memoOf(row).subject.kind };
}

/** @throws Refusal where there is nothing of the kind, or nothing that the caller may know of */
async function checkSubject(
  store: Store,
  { studyId }: CoderAtWork,
  { kind, id }: MemoSubject,
  sight: SightNow,
): Promise<void> {
  if (kind === 'coding') {
    const coding = await findCoding(store, studyId, id);
    const sees = seesWith(sight);
    if (coding === null || !sees({ coder: coding.coder, pass_id: coding.passId })) throw codingUnknown();
  }
  if (kind === 'answer' || kind === 'participant') {
    const [participant = '', question, wave] = id.split('/');
    let found = store
      .selectFrom('answers')
      .innerJoin('participants', (join) =>
        join
          .onRef('participants.study_id', '=', 'answers.study_id')
          .onRef('participants.participant', '=', 'answers.participant'),
      )
      .select('answers.participant')
      .where('answers.study_id', '=', studyId)
      .where('answers.participant', '=', participant)
      .where('participants.withdrawn', 'is', null);
    if (kind === 'answer') {
      found = found.where('question', '=', question ?? '').where('wave', '=', wave ?? '');
    }
    if ((await found.limit(1).executeTakeFirst()) === undefined) throw answerUnknown();
  }
}
