/** Reads what was decided on records. */
import type { Store } from '../../store/database.ts';
import type { ScreeningTable, SettlementTable } from '../../store/screening-tables.ts';
import { joinedRecords } from '../documents/store.ts';
import { type Judgement, judgementOf } from './judgement.ts';

export interface DecisionRows {
  screenings: ScreeningTable[];
  settlements: SettlementTable[];
}

/** Every row that was written on these records, or since these times. */
export async function decisionRows(
  store: Store,
  studyId: string,
  of: { records: readonly string[] } | { screenedSince: string; settledSince: string },
): Promise<DecisionRows> {
  const screenings = store.selectFrom('screenings').selectAll().where('study_id', '=', studyId);
  const settlements = store.selectFrom('screening_settlements').selectAll().where('study_id', '=', studyId);
  if ('records' in of) {
    return {
      screenings: await screenings.where('record', 'in', of.records).execute(),
      settlements: await settlements.where('record', 'in', of.records).execute(),
    };
  }
  return {
    screenings: await screenings.where('recorded_at', '>=', of.screenedSince).execute(),
    settlements: await settlements.where('recorded_at', '>=', of.settledSince).execute(),
  };
}

/** On one record, and on those that were joined to it. */
export async function rowsOnRecord(store: Store, studyId: string, record: string): Promise<DecisionRows> {
  const joined = await joinedRecords(store, studyId, record);
  return decisionRows(store, studyId, { records: [record, ...joined.keys()] });
}

export async function readJudgement(store: Store, studyId: string, record: string): Promise<Judgement> {
  const { screenings, settlements } = await rowsOnRecord(store, studyId, record);
  return judgementOf(record, screenings, settlements);
}
