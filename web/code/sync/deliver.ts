/** Sends one thing of the outbox. All requests carry ids made here, so that sending one twice keeps it once. */
import { WorkingCoding } from '../../../src/code/model.ts';
import { Refusal, send, studyAddress, tell } from '../../kit/http.ts';
import type { OutboxItem } from './outbox.ts';

export interface Addressee {
  study: string;
  /** Who made what is sent; the server refuses it where another account is signed in by now. */
  account: string;
}

/** @returns the coding as the server has it, where the item was about one. @throws Refusal; TypeError without a connection */
export async function deliver(
  item: OutboxItem,
  { study, account }: Addressee,
): Promise<WorkingCoding | undefined> {
  const address = studyAddress(study);
  const as = { account };
  switch (item.kind) {
    case 'coding':
      return send('POST', `${address}/codings`, item.coding, WorkingCoding, as);
    case 'end':
      return send('POST', `${address}/codings/${item.coding.id}/end`, undefined, WorkingCoding, as);
    case 'finished':
      return void (await tell('POST', `${address}/passes/${item.passId}/finished`, item.finished, as));
    case 'memo':
      return void (await tell('PUT', `${address}/memos/${item.memo}`, item.edit, as));
  }
}

export type Trouble = 'lost' | 'session over' | 'refused';

/** Whether to wait, to have the person sign in, or to give up on the item. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Refusal)) return 'lost';
  if (error.status === 401) return 'session over';
  return error.status === 429 || error.status >= 500 ? 'lost' : 'refused';
}
