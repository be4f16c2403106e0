/** Keeps a screener's decision on a record: added to those before, of which it names the one that it takes the place of. */
import { type Author, record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScreeningTable } from '../../store/screening-tables.ts';
import { livingAmong } from '../documents/store.ts';
import { screeningOf, standingOf } from './judgement.ts';
import { reasonsOf } from './lists.ts';
import type { NewScreening, Screening } from './model.ts';
import {
  reasonUnknown,
  reasonWithoutExclusion,
  recordUnknown,
  screeningChanged,
  screeningDiffers,
} from './refusals.ts';
import { rowsOnRecord } from './store.ts';

/** Sent again it is answered as before. @throws Refusal */
export async function decide(store: Store, by: Author, given: NewScreening): Promise<Screening> {
  return record(store, by, async ({ transaction, did, tell }) => {
    const before = await transaction
      .selectFrom('screenings')
      .selectAll()
      .where('study_id', '=', by.studyId)
      .where('screening', '=', given.id)
      .executeTakeFirst();
    const row: ScreeningTable = {
      study_id: by.studyId,
      screening: given.id,
      record: given.record,
      screener: by.accountId,
      decision: given.decision,
      reason: given.reason,
      note: given.note.normalize('NFC'),
      drawn: given.drawn,
      recorded_at: before?.recorded_at ?? by.now,
      supersedes: given.supersedes,
    };
    if (before !== undefined) {
      if (!isSame(before, row)) throw screeningDiffers();
      return screeningOf(before);
    }
    await checkReason(transaction, by.studyId, given);
    if (!(await livingAmong(transaction, by.studyId, [given.record])).has(given.record))
      throw recordUnknown();
    const { screenings } = await rowsOnRecord(transaction, by.studyId, given.record);
    const mine = screenings.filter(({ screener }) => screener === by.accountId);
    const standing = standingOf(mine, given.record);
    const known = standing?.decision === 'taken back' ? null : (standing?.screening ?? null);
    if (known !== given.supersedes) {
      throw screeningChanged(standing === null ? undefined : screeningOf(standing));
    }
    // What was taken back is shown to nobody, but the line of decisions goes on from it.
    row.supersedes = standing?.screening ?? null;
    await transaction.insertInto('screenings').values(row).execute();
    did(row.decision === 'taken back' ? 'screening taken back' : 'record screened', row.record, row);
    tell({ kind: 'scan', id: row.record });
    return screeningOf(row);
  });
}

function isSame(before: ScreeningTable, row: ScreeningTable): boolean {
  const keys = ['record', 'screener', 'decision', 'reason', 'note', 'drawn'] as const;
  return keys.every((key) => before[key] === row[key]);
}

/** @throws Refusal */
export async function checkReason(
  store: Store,
  studyId: string,
  { decision, reason }: { decision: string; reason: string | null },
): Promise<void> {
  if (reason === null) return;
  if (decision !== 'exclude') throw reasonWithoutExclusion();
  const { items } = await reasonsOf(store, studyId);
  if (!items.some(({ id }) => id === reason)) throw reasonUnknown();
}
