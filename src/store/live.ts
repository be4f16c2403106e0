/**
 * Tells those who listen what has been kept, after it has been kept. One process on SQLite tells itself; servers that
 * share a PostgreSQL hear each other through LISTEN and NOTIFY. Ids alone are told, never words.
 */
import { sql, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Store } from './database.ts';
import type { Tables } from './tables.ts';

export interface StoreEvent {
  studyId: string;
  kind:
    | 'coding'
    | 'coding ended'
    | 'finished'
    | 'memo'
    | 'theme'
    | 'codebook'
    | 'pass'
    | 'decision'
    | 'members'
    | 'settings'
    | 'scan';
  id: string;
  /** `participant/question/wave`. */
  answer?: string;
  /** Whose it is and in which pass, so that it is told to those alone who may see it. */
  coder?: string;
  passId?: string;
}

export type Listener = (event: StoreEvent) => void;

export interface LiveBus {
  /** Within the transaction that keeps what is told. */
  announce(transaction: Transaction<Tables>, event: StoreEvent): Promise<void>;
  /** After that transaction. */
  committed(events: readonly StoreEvent[]): void;
  /** @returns a function that stops listening */
  listen(studyId: string, listener: Listener): Promise<() => void>;
  close(): Promise<void>;
}

const CHANNEL = 'firsthand';
const buses = new WeakMap<Store, LiveBus>();

export function setLiveBus(store: Store, bus: LiveBus): void {
  buses.set(store, bus);
}

/** The bus that was made with the store. */
export function liveBus(store: Store): LiveBus {
  const bus = buses.get(store);
  if (bus === undefined) throw new Error('the store was not opened by openStore');
  return bus;
}

/** For one process with a database of its own. */
export function inProcessBus(): LiveBus {
  const { listeners, tell } = listenersByStudy();
  return {
    announce: async () => {},
    committed: (events) => events.forEach(tell),
    listen: async (studyId, listener) => listeners.add(studyId, listener),
    close: async () => {},
  };
}

/** For servers on one PostgreSQL: the database tells when it has committed. */
export function postgresBus(pool: pg.Pool): LiveBus {
  const { listeners, tell } = listenersByStudy();
  let listening: Promise<pg.PoolClient> | null = null;
  let closed = false;

  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    client.on('notification', ({ payload }) => tell(JSON.parse(payload ?? '') as StoreEvent)); // sent by announce
    client.on('error', () => {
      // The connection is lost: those who listen still do, so another is made.
      client.release(true);
      listening = closed ? null : retry();
    });
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  async function retry(): Promise<pg.PoolClient> {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return connect().catch(() => (closed ? Promise.reject(new Error('closed')) : retry()));
  }

  return {
    async announce(transaction, event) {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`.execute(transaction);
    },
    committed: () => {},
    async listen(studyId, listener) {
      listening ??= connect();
      await listening;
      return listeners.add(studyId, listener);
    },
    async close() {
      closed = true;
      const client = await listening?.catch(() => null);
      client?.release(true);
    },
  };
}

function listenersByStudy() {
  const byStudy = new Map<string, Set<Listener>>();
  return {
    listeners: {
      add(studyId: string, listener: Listener): () => void {
        const those = byStudy.get(studyId) ?? new Set();
        byStudy.set(studyId, those.add(listener));
        return () => {
          those.delete(listener);
          if (those.size === 0) byStudy.delete(studyId);
        };
      },
    },
    tell(event: StoreEvent): void {
      for (const listener of byStudy.get(event.studyId) ?? []) listener(event);
    },
  };
}
