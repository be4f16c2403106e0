/** Settles a conflict between screeners, with the reason why it is settled so. */
import { type Author, record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { SettlementTable } from '../../store/screening-tables.ts';
import { checkReason } from './decide.ts';
import { settlementOf } from './judgement.ts';
import type { NewSettlement, Settlement } from './model.ts';
import { isConflict } from './outcome.ts';
import { noConflict, screeningDiffers, settlementChanged } from './refusals.ts';
import { readJudgement } from './store.ts';

/** Sent again it is answered as before. @throws Refusal */
export async function settle(store: Store, by: Author, given: NewSettlement): Promise<Settlement> {
  return record(store, by, async ({ transaction, did, tell }) => {
    const before = await transaction
      .selectFrom('screening_settlements')
      .selectAll()
      .where('study_id', '=', by.studyId)
      .where('settlement', '=', given.id)
      .executeTakeFirst();
    const row: SettlementTable = {
      study_id: by.studyId,
      settlement: given.id,
      record: given.record,
      decision: given.decision,
      reason: given.reason,
      note: given.note.normalize('NFC'),
      settled_by: by.accountId,
      recorded_at: before?.recorded_at ?? by.now,
      supersedes: given.supersedes,
    };
    if (before !== undefined) {
      const keys = ['record', 'decision', 'reason', 'note', 'settled_by', 'supersedes'] as const;
      if (!keys.every((key) => before[key] === row[key])) throw screeningDiffers();
      return settlementOf(before);
    }
    await checkReason(transaction, by.studyId, given);
    const { decided, settlement } = await readJudgement(transaction, by.studyId, given.record);
    if (!isConflict({ decided })) throw noConflict();
    if ((settlement?.id ?? null) !== given.supersedes) throw settlementChanged(settlement ?? undefined);
    await transaction.insertInto('screening_settlements').values(row).execute();
    did('screening settled', row.record, row);
    tell({ kind: 'scan', id: row.record });
    return settlementOf(row);
  });
}
