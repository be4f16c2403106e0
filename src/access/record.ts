/**
 * The one way in which people's work is kept: what is written, its entry in the audit trail and the word to those who
 * listen stand in one transaction, which is over before anybody is told that it was kept.
 */
import type { Transaction } from 'kysely';
import type { Store } from '../store/database.ts';
import { liveBus, type StoreEvent } from '../store/live.ts';
import type { Tables } from '../store/tables.ts';
import { appendToChain, type Deed, lockChain } from './audit.ts';

export interface Author {
  /** The study, or `SERVER_CHAIN`. */
  studyId: string;
  accountId: string;
  /** UTC ISO. */
  now: string;
}

export interface Recording {
  transaction: Transaction<Tables>;
  /** For the audit trail. */
  did(action: string, subject: string, details: unknown): void;
  /** For those who listen. */
  tell(event: Omit<StoreEvent, 'studyId'>): void;
}

/** Writers in one study take turns: what `work` reads stays true until it is kept. A throw undoes everything. */
export async function record<Result>(
  store: Store,
  { studyId, accountId, now }: Author,
  work: (recording: Recording) => Promise<Result>,
): Promise<Result> {
  const events: StoreEvent[] = [];
  const bus = liveBus(store);
  const result = await store.transaction().execute(async (transaction) => {
    const head = await lockChain(transaction, studyId);
    const deeds: Deed[] = [];
    const done = await work({
      transaction,
      did: (action, subject, details) => deeds.push({ action, subject, details }),
      tell: (event) => events.push({ studyId, ...event }),
    });
    await appendToChain(transaction, head, { account: accountId, at: now }, deeds);
    for (const event of events) await bus.announce(transaction, event);
    return done;
  });
  bus.committed(events);
  return result;
}
