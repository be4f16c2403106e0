import { beforeAll, describe, expect, it } from 'vitest';
import { onEveryDatabase } from '../store/testing/stores.ts';
import { createAccount } from './accounts.ts';
import { accountOfSession, endSession, issueSignInLink, redeemSignInLink } from './sign-in.ts';
import { newToken, tokenHash } from './tokens.ts';

const morning = '2026-01-01T08:00:00.000Z';
const anHourAndAMinuteLater = '2026-01-01T09:01:00.000Z';
const nextDay = '2026-01-02T08:00:00.000Z';

onEveryDatabase('signing in', (store) => {
  let owner: string;
  beforeAll(async () => {
    owner = await createAccount(store(), 'Owner', morning);
  });

  it('turns a link into a session of the account that it was made for', async () => {
    const link = await issueSignInLink(store(), owner, morning);
    const session = await redeemSignInLink(store(), link, morning);
    expect(await accountOfSession(store(), session ?? '', morning)).toEqual({
      accountId: owner,
      name: 'Owner',
    });
  });

  it('works once', async () => {
    const link = await issueSignInLink(store(), owner, morning);
    await redeemSignInLink(store(), link, morning);
    expect(await redeemSignInLink(store(), link, morning)).toBeNull();
  });

  it('gives one of two who come at once a session', async () => {
    const link = await issueSignInLink(store(), owner, morning);
    const both = await Promise.all([1, 2].map(() => redeemSignInLink(store(), link, morning)));
    expect(both.filter((session) => session !== null)).toHaveLength(1);
  });

  it('refuses a link that is too old', async () => {
    const link = await issueSignInLink(store(), owner, morning);
    expect(await redeemSignInLink(store(), link, anHourAndAMinuteLater)).toBeNull();
  });

  it('ends with the day, and when one signs out', async () => {
    const session =
      (await redeemSignInLink(store(), await issueSignInLink(store(), owner, morning), morning)) ?? '';
    expect(await accountOfSession(store(), session, nextDay)).toBeNull();
    await endSession(store(), session);
    expect(await accountOfSession(store(), session, morning)).toBeNull();
  });

  it('keeps no token that would let a reader of the database in', async () => {
    const link = await issueSignInLink(store(), owner, morning);
    const session = (await redeemSignInLink(store(), link, morning)) ?? '';
    const rows = [
      ...(await store().selectFrom('sessions').selectAll().execute()),
      ...(await store().selectFrom('sign_in_links').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toContain(session);
    expect(JSON.stringify(rows)).not.toContain(link);
    expect(JSON.stringify(rows)).toContain(tokenHash(session));
  });
});

describe('a token', () => {
  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, newToken)).size).toBe(1000);
  });
});
