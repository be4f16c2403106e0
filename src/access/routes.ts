/** Signing in and out, and who one is. */
import { SERVER_CHAIN } from './audit.ts';
import { InvitationToken, Me, PasswordChange, PasswordSignIn, SignInWays } from './model.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { accountWithPassword, hasPassword, isPasswordOf, keepPassword, passwordHash } from './passwords.ts';
import { peopleRoutes } from './people-routes.ts';
import { record } from './record.ts';
import { linkUnknown, wrongPassword } from './refusals.ts';
import { openRoute, type Route, signedInRoute } from './route.ts';
import { noSessionCookie, sessionCookie } from './session-cookie.ts';
import { endSession, endSessionsOf, openSession, redeemSignInLink } from './sign-in.ts';

const ways = openRoute({
  method: 'get',
  path: '/api/sign-in/ways',
  summary: 'In which ways one can sign in here',
  mayCall: 'anyone',
  gives: SignInWays,
  async handle({ settings }) {
    return { status: 200, body: { password: true, organisation: settings.organisation !== null } };
  },
});

const signInByLink = openRoute({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Spend a sign-in link and open a session',
  mayCall: 'anyone',
  body: InvitationToken,
  async handle(request) {
    const { store, body, now } = request;
    const session = await redeemSignInLink(store, body.token, now);
    if (session === null) throw linkUnknown();
    return { status: 204, cookies: [sessionCookie(session, request)] };
  },
});

const signInByPassword = openRoute({
  method: 'post',
  path: '/api/sign-in/password',
  summary: 'Sign in with name and password',
  mayCall: 'anyone',
  body: PasswordSignIn,
  async handle(request) {
    const { store, body, now } = request;
    const { accountId } = await accountWithPassword(store, body, now);
    return { status: 204, cookies: [sessionCookie(await openSession(store, accountId, now), request)] };
  },
});

const signOut = signedInRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End the session',
  mayCall: 'signed in',
  async handle(request) {
    await endSession(request.store, request.session);
    return { status: 204, cookies: [noSessionCookie(request)] };
  },
});

const signOutEverywhere = signedInRoute({
  method: 'post',
  path: '/api/sign-out/everywhere',
  summary: 'End every session of the account',
  mayCall: 'signed in',
  async handle(request) {
    await endSessionsOf(request.store, request.account.accountId);
    return { status: 204, cookies: [noSessionCookie(request)] };
  },
});

const me = signedInRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  mayCall: 'signed in',
  gives: Me,
  async handle({ store, account: { accountId, name } }) {
    const body: Me = { account: accountId, name, hasPassword: await hasPassword(store, accountId) };
    return { status: 200, body };
  },
});

const changePassword = signedInRoute({
  method: 'put',
  path: '/api/me/password',
  summary: 'Set a password or change it; every other session of the account ends',
  mayCall: 'signed in',
  body: PasswordChange,
  async handle({ store, account: { accountId }, session, body, now }) {
    const isFirst = !(await hasPassword(store, accountId));
    if (!isFirst && !(await isPasswordOf(store, accountId, body.old ?? ''))) throw wrongPassword();
    const hashed = await passwordHash(body.new);
    await record(store, { studyId: SERVER_CHAIN, accountId, now }, async ({ transaction, did }) => {
      await keepPassword(transaction, accountId, hashed, now);
      await endSessionsOf(transaction, accountId, session);
      did('password set', accountId, {});
    });
    return { status: 204 };
  },
});

export const accessRoutes: readonly Route[] = [
  ways,
  signInByLink,
  signInByPassword,
  ...organisationRoutes,
  signOut,
  signOutEverywhere,
  me,
  changePassword,
  ...peopleRoutes,
];
