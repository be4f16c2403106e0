/**
 * Passwords, kept as argon2id. A wrong password and a name that nobody bears are told and timed alike; guessing at one
 * name is slowed down more with every failure.
 */
import { hash, verify } from '@node-rs/argon2';
import { sha256 } from '../kernel/hash.ts';
import type { Store } from '../store/database.ts';
import { loginOf } from './accounts.ts';
import { LEAST_PASSWORD_LENGTH } from './model.ts';
import { passwordTooShort, tooManyAttempts, wrongNameOrPassword } from './refusals.ts';
import type { Account } from './sign-in.ts';

// The library's parameters are those of OWASP's cheat sheet on password storage: 19 MiB, 2 passes, 1 lane.
/** @throws Refusal where it is too short */
export async function passwordHash(password: string): Promise<string> {
  const normal = password.normalize('NFC');
  if (Array.from(normal).length < LEAST_PASSWORD_LENGTH) throw passwordTooShort(LEAST_PASSWORD_LENGTH);
  return hash(normal);
}

/** Keeps a hash made by `passwordHash`, in place of the one that was there. */
export async function keepPassword(
  store: Store,
  accountId: string,
  hashed: string,
  now: string,
): Promise<void> {
  await store
    .insertInto('passwords')
    .values({ account_id: accountId, hash: hashed, recorded_at: now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash: hashed, recorded_at: now }))
    .execute();
}

export async function hasPassword(store: Store, accountId: string): Promise<boolean> {
  return (await hashOf(store, accountId)) !== null;
}

export async function isPasswordOf(store: Store, accountId: string, password: string): Promise<boolean> {
  const kept = await hashOf(store, accountId);
  return kept !== null && verify(kept, password.normalize('NFC'));
}

async function hashOf(store: Store, accountId: string): Promise<string | null> {
  const row = await store
    .selectFrom('passwords')
    .select('hash')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.hash ?? null;
}

// What is verified where there is no password, so that it takes as long.
let nobodysHash: Promise<string> | null = null;

/** The account of this name and password. @throws Refusal */
export async function accountWithPassword(
  store: Store,
  { name, password }: { name: string; password: string },
  now: string,
): Promise<Account> {
  const login = loginOf(name);
  await countAttempt(store, login, now);
  const row = await store
    .selectFrom('accounts')
    .innerJoin('passwords', 'passwords.account_id', 'accounts.account_id')
    .select(['accounts.account_id', 'accounts.name', 'passwords.hash'])
    .where('accounts.login', '=', login)
    .executeTakeFirst();
  nobodysHash ??= hash('nobody has this password');
  const isRight = await verify(row?.hash ?? (await nobodysHash), password.normalize('NFC'));
  if (row === undefined || !isRight) throw wrongNameOrPassword();
  await store.deleteFrom('sign_in_failures').where('login_hash', '=', sha256(login)).execute();
  return { accountId: row.account_id, name: row.name };
}

const FREE_ATTEMPTS = 5;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 15 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Seconds to wait after so many failures. */
function waitAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(failures - FREE_ATTEMPTS, 10));
}

/** Counted before the password is looked at, so that many attempts at once are counted too. @throws Refusal */
async function countAttempt(store: Store, login: string, now: string): Promise<void> {
  const login_hash = sha256(login);
  const wait = await store.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('sign_in_failures')
      .where('last_at', '<', new Date(Date.parse(now) - DAY_MS).toISOString())
      .execute();
    // Written first, so that whoever else tries this name waits here and is counted after.
    const { failures, last_at } = await transaction
      .insertInto('sign_in_failures')
      .values({ login_hash, failures: 0, last_at: now })
      .onConflict((conflict) =>
        conflict
          .column('login_hash')
          .doUpdateSet((eb) => ({ failures: eb.ref('sign_in_failures.failures') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    const waited = (Date.parse(now) - Date.parse(last_at)) / 1000;
    const left = waitAfter(failures) - waited;
    if (left > 0) return Math.ceil(left);
    await transaction
      .updateTable('sign_in_failures')
      .set({ failures: failures + 1, last_at: now })
      .where('login_hash', '=', login_hash)
      .execute();
    return 0;
  });
  if (wait > 0) throw tooManyAttempts(wait);
}
