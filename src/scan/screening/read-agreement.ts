/** Reads what screeners decided on the same records, and how far they agree. */
import type { Store } from '../../store/database.ts';
import { screeningAgreement } from './agreement.ts';
import type { ScreeningAgreement } from './agreement-model.ts';
import { blindPair } from './blind-pair.ts';
import { knownOf } from './known.ts';

export async function readAgreement(store: Store, studyId: string): Promise<ScreeningAgreement> {
  const known = await knownOf(store, studyId);
  const read = [...known.rows].flatMap(([record, { screenings }]) => {
    const pair = known.places.has(record) ? blindPair(screenings) : null;
    return pair === null ? [] : [pair];
  });
  const screeners = [...new Set(read.flatMap((pair) => pair.map(({ screener }) => screener)))];
  const accounts =
    screeners.length === 0
      ? []
      : await store
          .selectFrom('accounts')
          .select(['account_id', 'name'])
          .where('account_id', 'in', screeners)
          .execute();
  const names = new Map(accounts.map(({ account_id, name }) => [account_id, name]));
  return screeningAgreement(read, (screener) => names.get(screener) ?? screener);
}
