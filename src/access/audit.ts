/**
 * The audit trail: who did what when, each entry chained to the one before by its hash, so that an entry cannot be
 * changed, taken out or put in between without notice. Entries hold ids and the hash of what was done, never words.
 */
import type { Transaction } from 'kysely';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256 } from '../kernel/hash.ts';
import type { Store } from '../store/database.ts';
import type { AuditHeadTable, AuditTable } from '../store/people-tables.ts';
import type { Tables } from '../store/tables.ts';
import type { AuditEntry } from './model.ts';

/** The chain of what concerns no study: accounts, passwords. */
export const SERVER_CHAIN = 'server';
const BEFORE_THE_FIRST = '0'.repeat(64);

export interface Deed {
  /** Such as `coding made`. */
  action: string;
  /** Ids of what it was done to. */
  subject: string;
  /** All of what was done; its hash alone is kept. */
  details: unknown;
}

/**
 * The end of a study's chain, locked until the transaction ends: whoever writes in a study waits here, so that what was
 * read in the transaction still holds when it is kept.
 */
export async function lockChain(transaction: Transaction<Tables>, studyId: string): Promise<AuditHeadTable> {
  return transaction
    .insertInto('audit_heads')
    .values({ study_id: studyId, sequence: 0, hash: BEFORE_THE_FIRST })
    .onConflict((conflict) =>
      conflict.column('study_id').doUpdateSet((eb) => ({ hash: eb.ref('audit_heads.hash') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Adds the deeds to the chain that `lockChain` has locked in this transaction. */
export async function appendToChain(
  transaction: Transaction<Tables>,
  head: AuditHeadTable,
  { account, at }: { account: string; at: string },
  deeds: readonly Deed[],
): Promise<void> {
  if (deeds.length === 0) return;
  const rows: AuditTable[] = [];
  let { sequence, hash } = head;
  for (const { action, subject, details } of deeds) {
    sequence++;
    const row = {
      study_id: head.study_id,
      sequence,
      at,
      account,
      action,
      subject,
      details_hash: detailsHash(details),
      previous_hash: hash,
    };
    hash = entryHash(row);
    rows.push({ ...row, hash });
  }
  await transaction.insertInto('audit').values(rows).execute();
  await transaction
    .updateTable('audit_heads')
    .set({ sequence, hash })
    .where('study_id', '=', head.study_id)
    .execute();
}

export function detailsHash(details: unknown): string {
  return sha256(canonicalJson(details));
}

function entryHash({ hash: _, ...row }: Omit<AuditTable, 'hash'> & { hash?: string }): string {
  return sha256(canonicalJson(row));
}

export type Verdict =
  | { whole: true; entries: number; lastHash: string }
  | { whole: false; entries: number; brokenAt: number; why: 'changed' | 'missing' | 'end cut off' };

const ENTRIES_AT_ONCE = 5000;

/** Whether the chain is whole, and if not the sequence number at which it breaks first. */
export async function verifyChain(store: Store, studyId: string): Promise<Verdict> {
  const head = await store
    .selectFrom('audit_heads')
    .selectAll()
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  let entries = 0;
  let hash = BEFORE_THE_FIRST;
  for await (const row of chain(store, studyId)) {
    if (row.sequence !== entries + 1) return { whole: false, entries, brokenAt: entries + 1, why: 'missing' };
    if (row.previous_hash !== hash || row.hash !== entryHash(row)) {
      return { whole: false, entries, brokenAt: row.sequence, why: 'changed' };
    }
    entries++;
    hash = row.hash;
  }
  const last = head ?? { sequence: 0, hash: BEFORE_THE_FIRST };
  if (last.sequence !== entries || last.hash !== hash) {
    return { whole: false, entries, brokenAt: entries + 1, why: 'end cut off' };
  }
  return { whole: true, entries, lastHash: hash };
}

/** The entries of a chain, first to last. */
export async function* chain(store: Store, studyId: string): AsyncGenerator<AuditTable> {
  for (let after = 0; ; ) {
    const rows = await store
      .selectFrom('audit')
      .selectAll()
      .where('study_id', '=', studyId)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(ENTRIES_AT_ONCE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ENTRIES_AT_ONCE) return;
    after = last.sequence;
  }
}

export function auditEntry(row: AuditTable): AuditEntry {
  const { sequence, at, account, action, subject, details_hash, previous_hash, hash } = row;
  return {
    sequence,
    at,
    account,
    action,
    subject,
    detailsHash: details_hash,
    previousHash: previous_hash,
    hash,
  };
}
