/** The audit trail as a table, with all that somebody needs to check the chain without this program. */
import { csvRecord } from '../kernel/csv.ts';
import type { Store } from '../store/database.ts';
import { chain } from './audit.ts';

const columns = [
  'study_id',
  'sequence',
  'at',
  'account',
  'action',
  'subject',
  'details_hash',
  'previous_hash',
  'hash',
] as const;

export async function auditCsv(store: Store, studyId: string): Promise<string> {
  const records = [csvRecord([...columns])];
  for await (const row of chain(store, studyId))
    records.push(csvRecord(columns.map((column) => row[column])));
  return records.join('');
}
