/**
 * Signing in through the organisation (OpenID Connect, authorisation code with PKCE). What the provider says is believed
 * after openid-client has checked it; an identity is its issuer and subject, never an address of mail.
 */
import * as client from 'openid-client';
import { v7 as newId } from 'uuid';
import type { Store } from '../store/database.ts';
import { createAccount } from './accounts.ts';
import { SERVER_CHAIN } from './audit.ts';
import { record } from './record.ts';
import { organisationRefused } from './refusals.ts';
import type { Settings } from './settings.ts';
import { openSession } from './sign-in.ts';
import { tokenHash } from './tokens.ts';

type Organisation = NonNullable<Settings['organisation']>;

const MINUTES = 10;
const known = new Map<string, Promise<client.Configuration>>();

/** What the provider publishes about itself, asked for once. */
function configurationOf({ issuer, clientId, clientSecret }: Organisation): Promise<client.Configuration> {
  const key = `${issuer} ${clientId}`;
  const address = new URL(issuer);
  // Without encryption on this machine alone, as where a proxy stands before the provider.
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  const options = isHere ? { execute: [client.allowInsecureRequests] } : {};
  const asked =
    known.get(key) ?? client.discovery(address, clientId, clientSecret ?? undefined, undefined, options);
  known.set(key, asked);
  // A provider that was not there must be asked again.
  asked.catch(() => known.delete(key));
  return asked;
}

/** @returns where to send the browser, and the state that it must bring back in a cookie */
export async function beginOrganisationSignIn(
  store: Store,
  organisation: Organisation,
  { redirect, now }: { redirect: string; now: string },
): Promise<{ address: string; state: string; seconds: number }> {
  const configuration = await configurationOf(organisation);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  await store.deleteFrom('organisation_sign_ins').where('expires_at', '<', now).execute();
  await store
    .insertInto('organisation_sign_ins')
    .values({
      state_hash: tokenHash(state),
      nonce,
      verifier,
      expires_at: new Date(Date.parse(now) + MINUTES * 60_000).toISOString(),
    })
    .execute();
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { address: address.href, state, seconds: MINUTES * 60 };
}

/**
 * @param returned the address to which the provider sent the browser, with all that it added
 * @param state from the browser's cookie
 * @returns the session's token
 * @throws Refusal
 */
export async function finishOrganisationSignIn(
  store: Store,
  organisation: Organisation,
  { returned, state, now }: { returned: URL; state: string; now: string },
): Promise<string> {
  const begun = await store
    .deleteFrom('organisation_sign_ins')
    .where('state_hash', '=', tokenHash(state))
    .returningAll()
    .executeTakeFirst();
  if (begun === undefined || begun.expires_at <= now) throw organisationRefused();
  const claims = await claimsOf(organisation, returned, { ...begun, state });
  const { issuer } = organisation;
  const accountId =
    (await accountOfIdentity(store, issuer, claims.sub)) ??
    (await admit(store, { issuer, subject: claims.sub, name: nameIn(claims) }, now));
  return openSession(store, accountId, now);
}

async function claimsOf(
  organisation: Organisation,
  returned: URL,
  { verifier, nonce, state }: { verifier: string; nonce: string; state: string },
): Promise<client.IDToken> {
  try {
    const tokens = await client.authorizationCodeGrant(await configurationOf(organisation), returned, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw organisationRefused();
    return claims;
  } catch {
    // What exactly failed is between the provider and the administrator; it may hold a code or a token.
    throw organisationRefused();
  }
}

function nameIn({ name, preferred_username: user, sub }: client.IDToken): string {
  const found = [name, user].find((one) => typeof one === 'string' && one.trim() !== '');
  return String(found ?? sub).slice(0, 80);
}

async function accountOfIdentity(store: Store, issuer: string, subject: string): Promise<string | null> {
  const row = await store
    .selectFrom('identities')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** An account for somebody whom the organisation knows; it is in no study until it is invited. */
async function admit(
  store: Store,
  { issuer, subject, name }: { issuer: string; subject: string; name: string },
  now: string,
): Promise<string> {
  const accountId = newId();
  return record(store, { studyId: SERVER_CHAIN, accountId, now }, async ({ transaction, did }) => {
    const meanwhile = await accountOfIdentity(transaction, issuer, subject);
    if (meanwhile !== null) return meanwhile;
    await createAccount(transaction, name, now, { accountId, signsIn: 'elsewhere' });
    await transaction.insertInto('identities').values({ issuer, subject, account_id: accountId }).execute();
    did('account admitted by the organisation', accountId, { issuer });
    return accountId;
  });
}
