/**
 * The outbox in the browser's own database, so that closing the window or losing the connection loses nothing. It holds
 * words of answers only as long as they wait, and each account's items apart from every other's.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxItem } from './outbox.ts';

interface OutboxSchema extends DBSchema {
  items: {
    key: number;
    value: { owner: string; item: OutboxItem };
    indexes: { owner: string };
  };
}

export interface KeptOutbox {
  /** @returns the item's place in the order of sending */
  keep(item: OutboxItem): Promise<number>;
  /** In order, whichever window they were made in. */
  all(): Promise<Array<{ place: number; item: OutboxItem }>>;
  remove(place: number): Promise<void>;
}

let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined;

function openOutbox() {
  opened ??= openDB<OutboxSchema>('firsthand-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('items', { autoIncrement: true }).createIndex('owner', 'owner');
    },
  });
  return opened;
}

/** @param owner account and study: what others have waiting in this browser is theirs to send */
export function keptOutbox(owner: string): KeptOutbox {
  return {
    async keep(item) {
      return (await openOutbox()).add('items', { owner, item });
    },
    async all() {
      const { store } = (await openOutbox()).transaction('items');
      const index = store.index('owner');
      const kept: Array<{ place: number; item: OutboxItem }> = [];
      for await (const cursor of index.iterate(owner)) {
        kept.push({ place: cursor.primaryKey, item: cursor.value.item });
      }
      return kept;
    },
    async remove(place) {
      await (await openOutbox()).delete('items', place);
    },
  };
}
