/** What each source says of a record by itself, so that a person can see what was joined and whether rightly. */
import type { Store } from '../../store/database.ts';
import type { MemberInFull } from '../model.ts';
import { ExternalRecord } from '../records/model.ts';
import { mergedDocument } from './merge.ts';

/** In the order in which they make up the document; none where the record is unknown or was joined to another. */
export async function readMembers(store: Store, studyId: string, record: string): Promise<MemberInFull[]> {
  const rows = await store
    .selectFrom('scan_members as members')
    .innerJoin('scan_source_records as given', (join) =>
      join
        .onRef('given.study_id', '=', 'members.study_id')
        .onRef('given.source_record', '=', 'members.source_record'),
    )
    .selectAll('given')
    .select('members.by')
    .where('members.study_id', '=', studyId)
    .where('members.record', '=', record)
    .where('members.ended_at', 'is', null)
    .orderBy('given.source_record')
    .execute();
  return rows.map((row) => {
    const { source_record: id, source, source_key: key, by, received_at: receivedAt } = row;
    const says = { source, key, record: ExternalRecord.parse(JSON.parse(row.record)) };
    const document = mergedDocument(id, receivedAt, [says]);
    return { id, source, key, by, receivedAt, hasEarlierForm: row.supersedes !== null, document };
  });
}
