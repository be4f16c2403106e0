/**
 * Keeps records as their source gave them and puts each into a record to screen: its own, or that of the document that
 * it is, where the rules are sure; doubtful pairs wait for a person. A record that is known already is not kept again;
 * one that has changed takes the place of its earlier form.
 */
import type { Transaction } from 'kysely';
import { v7 as newId } from 'uuid';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { sha256 } from '../../kernel/hash.ts';
import type { ScanSourceRecordTable } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import { searchable } from '../../text/searchable.ts';
import { blockKeys } from '../deduplicate/blocks.ts';
import { comparable } from '../deduplicate/comparable.ts';
import type { ExternalRecord } from '../records/model.ts';
import type { GivenRecord } from '../sources/source.ts';
import { inParts } from './parts.ts';
import { placeRecords } from './place-records.ts';

export interface Arrival {
  studyId: string;
  run: string;
  source: ScanSourceRecordTable['source'];
  now: string;
}

/** A record that was not known, on its way to its place. */
export interface Arrived {
  id: string;
  record: ExternalRecord;
  blocks: string[];
}

/** @returns how many records were not known from this source before */
export async function keepRecords(
  transaction: Transaction<Tables>,
  arrival: Arrival,
  given: readonly GivenRecord[],
): Promise<number> {
  const byKey = new Map(given.map(({ key, record }) => [key, record]));
  const known = await knownVersions(transaction, arrival, [...byKey.keys()]);
  const rows: ScanSourceRecordTable[] = [];
  const arrived: Arrived[] = [];
  const changed: { from: string; to: Arrived }[] = [];
  for (const [key, record] of byKey) {
    const versions = known.get(key) ?? [];
    const hash = contentHash(record);
    if (versions.some(({ content_hash }) => content_hash === hash)) continue;
    const latest = latestOf(versions);
    const one = { id: newId(), record, blocks: blocksOf(record) };
    rows.push({
      study_id: arrival.studyId,
      source_record: one.id,
      run: arrival.run,
      source: arrival.source,
      source_key: key,
      record: JSON.stringify(record),
      content_hash: hash,
      folded: foldedWords(record),
      received_at: arrival.now,
      supersedes: latest,
    });
    if (latest === null) arrived.push(one);
    else changed.push({ from: latest, to: one });
  }
  await inParts(rows, (part) => transaction.insertInto('scan_source_records').values(part).execute());
  for (const { from, to } of changed) await replace(transaction, arrival, from, to);
  await placeRecords(transaction, arrival, arrived);
  await keepBlocks(transaction, arrival.studyId, [...arrived, ...changed.map(({ to }) => to)]);
  return arrived.length;
}

type Version = Pick<ScanSourceRecordTable, 'source_record' | 'source_key' | 'content_hash' | 'supersedes'>;

async function knownVersions(
  transaction: Transaction<Tables>,
  { studyId, source }: Arrival,
  keys: readonly string[],
): Promise<Map<string, Version[]>> {
  const byKey = new Map<string, Version[]>();
  await inParts(keys, async (part) => {
    const rows = await transaction
      .selectFrom('scan_source_records')
      .select(['source_record', 'source_key', 'content_hash', 'supersedes'])
      .where('study_id', '=', studyId)
      .where('source', '=', source)
      .where('source_key', 'in', part)
      .execute();
    for (const row of rows) byKey.set(row.source_key, [...(byKey.get(row.source_key) ?? []), row]);
  });
  return byKey;
}

function latestOf(versions: readonly Version[]): string | null {
  const superseded = new Set(versions.map(({ supersedes }) => supersedes));
  return versions.find(({ source_record }) => !superseded.has(source_record))?.source_record ?? null;
}

/** Where the record stood in a file is no part of what it says. */
function contentHash({ source, ...said }: ExternalRecord): string {
  return sha256(canonicalJson({ ...said, fields: source.fields }));
}

const MOST_FOLDED = 20_000;

function foldedWords({ title, abstract, authors, keywords, journal, doi, pmid }: ExternalRecord): string {
  const words = [title, authors.join('; '), journal, doi, pmid, keywords.join('; '), abstract];
  return searchable(
    words
      .filter((word) => word !== null)
      .join('\n')
      .slice(0, MOST_FOLDED),
  );
}

function blocksOf(record: ExternalRecord): string[] {
  return [...new Set(blockKeys(comparable(record)).map((key) => sha256(key).slice(0, 20)))];
}

/** The new form stands where the earlier one stood: in its record and in the pairs that name it. */
async function replace(
  transaction: Transaction<Tables>,
  { studyId, now }: Arrival,
  from: string,
  to: Arrived,
): Promise<void> {
  const member = await transaction
    .updateTable('scan_members')
    .set({ ended_at: now })
    .where('study_id', '=', studyId)
    .where('source_record', '=', from)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('scan_members')
    .values({ ...member, member: newId(), source_record: to.id, at: now, ended_at: null })
    .execute();
  for (const side of ['left_source_record', 'right_source_record'] as const) {
    await transaction
      .updateTable('scan_pairs')
      .set({ [side]: to.id })
      .where('study_id', '=', studyId)
      .where(side, '=', from)
      .execute();
  }
  await transaction
    .deleteFrom('scan_blocks')
    .where('study_id', '=', studyId)
    .where('source_record', '=', from)
    .execute();
}

async function keepBlocks(
  transaction: Transaction<Tables>,
  study_id: string,
  records: readonly Arrived[],
): Promise<void> {
  const rows = records.flatMap(({ id, blocks }) =>
    blocks.map((block) => ({ study_id, block, source_record: id })),
  );
  await inParts(rows, (part) => transaction.insertInto('scan_blocks').values(part).execute());
}
