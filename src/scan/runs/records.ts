/** The records of a study as a list that can be searched, each with the sources that gave it. */
import type { Store } from '../../store/database.ts';
import { searchable } from '../../text/searchable.ts';
import { readDocuments } from '../documents/store.ts';
import type { RecordFound, RecordPage, RecordsQuery } from '../model.ts';
import { inParts } from './parts.ts';

/** Newest first. */
export async function listRecords(
  store: Store,
  studyId: string,
  { q, source, from, count }: RecordsQuery,
): Promise<RecordPage> {
  let found = store
    .selectFrom('scan_members')
    .innerJoin('scan_source_records as given', (join) =>
      join
        .onRef('given.study_id', '=', 'scan_members.study_id')
        .onRef('given.source_record', '=', 'scan_members.source_record'),
    )
    .where('scan_members.study_id', '=', studyId)
    .where('scan_members.ended_at', 'is', null);
  for (const word of q.split(/\s+/).map(searchable))
    if (word !== '') found = found.where('given.folded', 'like', `%${word.replaceAll(/[%_\\]/g, '_')}%`);
  if (source !== undefined) found = found.where('given.source', '=', source as 'file'); // one unknown finds nothing
  const { total } = await found
    .select(({ fn }) => fn.count<number | string>('scan_members.record').distinct().as('total'))
    .executeTakeFirstOrThrow();
  const page = await found
    .select('scan_members.record')
    .distinct()
    .orderBy('scan_members.record', 'desc')
    .limit(count)
    .offset(from)
    .execute();
  const ids = page.map(({ record }) => record);
  const records = await recordsFound(store, studyId, ids);
  return { total: Number(total), records: ids.flatMap((id) => records.get(id) ?? []) };
}

/** Those of the records that have a living source record. */
export async function recordsFound(
  store: Store,
  studyId: string,
  ids: readonly string[],
): Promise<Map<string, RecordFound>> {
  const documents = await readDocuments(store, studyId, ids);
  const found = new Map<string, RecordFound>();
  for (const [id, document] of documents) found.set(id, { document, members: [] });
  await inParts([...documents.keys()], async (part) => {
    const rows = await store
      .selectFrom('scan_members as members')
      .innerJoin('scan_source_records as given', (join) =>
        join
          .onRef('given.study_id', '=', 'members.study_id')
          .onRef('given.source_record', '=', 'members.source_record'),
      )
      .select(['members.record', 'members.by', 'given.source_record', 'given.source', 'given.source_key'])
      .select(['given.received_at', 'given.supersedes'])
      .where('members.study_id', '=', studyId)
      .where('members.record', 'in', part)
      .where('members.ended_at', 'is', null)
      .orderBy('given.source_record')
      .execute();
    for (const row of rows)
      found.get(row.record)?.members.push({
        id: row.source_record,
        source: row.source,
        key: row.source_key,
        by: row.by,
        receivedAt: row.received_at,
        hasEarlierForm: row.supersedes !== null,
      });
  });
  return found;
}
