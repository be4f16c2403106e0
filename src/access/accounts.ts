/** People and what they are in a study. */
import { v7 as newId } from 'uuid';
import type { Store } from '../store/database.ts';
import { makeCoder } from './coders.ts';
import { type Role, roles } from './model.ts';

export { type Role, roles };

/** What one types to sign in: the name, however it is written. */
export function loginOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/**
 * @param signsIn `elsewhere` where the organisation says who it is: the name then need not be the only one of its kind
 * @returns the new account's id
 * @throws where another account that signs in here bears the name
 */
export async function createAccount(
  store: Store,
  name: string,
  now: string,
  { accountId = newId(), signsIn = 'here' }: { accountId?: string; signsIn?: 'here' | 'elsewhere' } = {},
): Promise<string> {
  const login = signsIn === 'here' ? loginOf(name) : null;
  await store
    .insertInto('accounts')
    .values({ account_id: accountId, name, recorded_at: now, login })
    .execute();
  return accountId;
}

/** The account that bears this name, or null. */
export async function findAccount(store: Store, name: string): Promise<string | null> {
  const row = await store
    .selectFrom('accounts')
    .select('account_id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Gives an account a role in a study, in place of the one that it had; who may code gets a name to code under. */
export async function setRole(store: Store, studyId: string, accountId: string, role: Role): Promise<void> {
  await store
    .insertInto('memberships')
    .values({ study_id: studyId, account_id: accountId, role })
    .onConflict((conflict) => conflict.columns(['study_id', 'account_id']).doUpdateSet({ role }))
    .execute();
  if (role !== 'reader') await makeCoder(store, studyId, accountId);
}

/** The account's role in the study, or null where it has none. */
export async function roleIn(store: Store, studyId: string, accountId: string): Promise<Role | null> {
  const row = await store
    .selectFrom('memberships')
    .select('role')
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.role ?? null;
}

/** The studies in which the account has a role. */
export async function studiesOf(store: Store, accountId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('memberships')
    .select('study_id')
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => row.study_id);
}
