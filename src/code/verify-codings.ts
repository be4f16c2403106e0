/**
 * Whether the codings are those of which the audit trail speaks. The chain shows that the trail itself was not changed;
 * this shows that nobody changed the codings behind its back.
 */
import { chain, detailsHash } from '../access/audit.ts';
import type { Store } from '../store/database.ts';
import { codingRows, livingCoding } from './coding-rows.ts';

export interface CodingsVerdict {
  /** Codings made here; those that came with an import were made elsewhere. */
  checked: number;
  /** Ids of codings that are not as they were made, have no entry, or are gone. */
  differing: string[];
}

export async function verifyCodings(store: Store, studyId: string): Promise<CodingsVerdict> {
  const made = new Map<string, string>();
  const ended = new Set<string>();
  for await (const { action, subject, details_hash } of chain(store, studyId)) {
    if (action === 'coding made') made.set(subject, details_hash);
    if (action === 'coding ended') ended.add(subject);
  }
  const rows = await codingRows(store, studyId)
    .where('codings.pass_id', 'not like', 'imported.%')
    .orderBy('codings.coding')
    .execute();
  const differing = rows.filter(
    (row) =>
      made.get(row.coding) !== detailsHash(livingCoding(row)) ||
      ended.has(row.coding) !== (row.ended_at !== null),
  );
  const there = new Set(rows.map(({ coding }) => coding));
  const gone = [...made.keys()].filter((coding) => !there.has(coding));
  return { checked: rows.length, differing: [...differing.map(({ coding }) => coding), ...gone] };
}
