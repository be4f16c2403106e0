/** Codings as the tables hold them and as the workbench shows them. */
import type { Store } from '../store/database.ts';
import { codingOf } from '../store/rows.ts';
import type { CodingTable } from '../store/tables.ts';
import { WorkingCoding } from './model.ts';

export type CodingRow = CodingTable & { ended_by: string | null; ended_at: string | null };

/** Codings of the study with their ends, as a query to go on with. */
export function codingRows(store: Store, studyId: string) {
  return store
    .selectFrom('codings')
    .leftJoin('coding_ends', (join) =>
      join
        .onRef('coding_ends.study_id', '=', 'codings.study_id')
        .onRef('coding_ends.coding', '=', 'codings.coding'),
    )
    .selectAll('codings')
    .select(['coding_ends.ended_by', 'coding_ends.ended_at'])
    .where('codings.study_id', '=', studyId);
}

export function workingCoding(row: CodingRow): WorkingCoding {
  const { ended_by, ended_at } = row;
  return WorkingCoding.parse({
    ...codingOf(row),
    passId: row.pass_id,
    recordedAt: row.recorded_at,
    supersedes: row.supersedes,
    ended: ended_by === null ? null : { by: ended_by, at: ended_at },
  });
}

/** A coding that nobody has taken back. */
export function livingCoding(row: CodingTable): WorkingCoding {
  return workingCoding({ ...row, ended_by: null, ended_at: null });
}
