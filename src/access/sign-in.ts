/** From a link to a session: a link signs in once and soon, a session lasts for a working day. */
import type { Store } from '../store/database.ts';
import { newToken, tokenHash } from './tokens.ts';

const MINUTE = 60_000;
export const LINK_MINUTES = 60;
export const SESSION_MINUTES = 12 * 60;

/** The time `minutes` after `now`, both UTC ISO. */
function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * MINUTE).toISOString();
}

/** @returns the token for the link's holder; only its hash is kept */
export async function issueSignInLink(store: Store, accountId: string, now: string): Promise<string> {
  const token = newToken();
  await store
    .insertInto('sign_in_links')
    .values({ token_hash: tokenHash(token), account_id: accountId, expires_at: later(now, LINK_MINUTES) })
    .execute();
  return token;
}

/** Spends a link and opens a session. @returns the session's token, or null where the link is spent, late or unknown */
export async function redeemSignInLink(store: Store, token: string, now: string): Promise<string | null> {
  return store.transaction().execute(async (transaction) => {
    // Deleting is what spends it: of two who come at once, one alone gets the row back.
    const link = await transaction
      .deleteFrom('sign_in_links')
      .where('token_hash', '=', tokenHash(token))
      .returning(['account_id', 'expires_at'])
      .executeTakeFirst();
    if (link === undefined || link.expires_at <= now) return null;
    return openSession(transaction, link.account_id, now);
  });
}

/** @returns the session's token; only its hash is kept */
export async function openSession(store: Store, accountId: string, now: string): Promise<string> {
  const session = newToken();
  await store
    .insertInto('sessions')
    .values({
      token_hash: tokenHash(session),
      account_id: accountId,
      expires_at: later(now, SESSION_MINUTES),
    })
    .execute();
  return session;
}

export interface Account {
  accountId: string;
  name: string;
}

/** Whose session it is, or null where it is unknown or over. */
export async function accountOfSession(store: Store, token: string, now: string): Promise<Account | null> {
  const row = await store
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .select(['accounts.account_id', 'accounts.name'])
    .where('sessions.token_hash', '=', tokenHash(token))
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : { accountId: row.account_id, name: row.name };
}

export async function endSession(store: Store, token: string): Promise<void> {
  await store.deleteFrom('sessions').where('token_hash', '=', tokenHash(token)).execute();
}

/** Ends every session of the account, except one. */
export async function endSessionsOf(store: Store, accountId: string, except?: string): Promise<void> {
  let sessions = store.deleteFrom('sessions').where('account_id', '=', accountId);
  if (except !== undefined) sessions = sessions.where('token_hash', '!=', tokenHash(except));
  await sessions.execute();
}
