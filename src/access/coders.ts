/** Under which name an account codes in a study. The name stands in every coding, the account in none. */
import type { Store } from '../store/database.ts';
import { CoderId } from '../study/ids.ts';

/** The account's name as a coder, or null where it has none in the study. */
export async function coderOf(store: Store, studyId: string, accountId: string): Promise<CoderId | null> {
  const row = await store
    .selectFrom('coders')
    .select('coder')
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row === undefined ? null : CoderId.parse(row.coder);
}

/** Gives the account a name to code under, made from its own; keeps the one that it has. */
export async function makeCoder(store: Store, studyId: string, accountId: string): Promise<CoderId> {
  const known = await coderOf(store, studyId, accountId);
  if (known !== null) return known;
  const { name } = await store
    .selectFrom('accounts')
    .select('name')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  const coder = firstFree(coderIdFrom(name), await takenIn(store, studyId));
  await store
    .insertInto('coders')
    .values({ study_id: studyId, coder, name, account_id: accountId })
    .execute();
  return coder;
}

/** Lets the account code under a name that nobody uses, as where a study was begun elsewhere. @returns whether it could */
export async function takeCoder(
  store: Store,
  studyId: string,
  accountId: string,
  coder: CoderId,
): Promise<boolean> {
  const taken = await store
    .updateTable('coders')
    .set({ account_id: accountId })
    .where('study_id', '=', studyId)
    .where('coder', '=', coder)
    .where('account_id', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

async function takenIn(store: Store, studyId: string): Promise<Set<string>> {
  const rows = await store.selectFrom('coders').select('coder').where('study_id', '=', studyId).execute();
  return new Set(rows.map(({ coder }) => coder));
}

/** A name with what an id may hold: 김 지은 gives 김-지은. */
function coderIdFrom(name: string): string {
  const kept = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, 50);
  return kept === '' ? 'coder' : kept;
}

function firstFree(wanted: string, taken: ReadonlySet<string>): CoderId {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return CoderId.parse(name);
}
