/** Signing in and out, and who one is. */
import { z } from 'zod';
import { openRoute, signedInRoute } from './route.ts';
import { endSession, redeemSignInLink, SESSION_MINUTES } from './sign-in.ts';

export const SESSION_COOKIE = 'firsthand_session';

// Strict: no other site can make the browser send it. HttpOnly: no script can read it.
function sessionCookie(token: string, seconds: number): string {
  return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
}

const signIn = openRoute({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Spend a sign-in link and open a session',
  mayCall: 'anyone',
  body: z.strictObject({ token: z.string().min(20).max(100) }),
  async handle({ store, body, now }) {
    const session = await redeemSignInLink(store, body.token, now);
    if (session === null) {
      return {
        status: 401,
        body: { error: 'this link has been used or is too old; start the program again for a new one' },
      };
    }
    return { status: 204, headers: { 'set-cookie': sessionCookie(session, SESSION_MINUTES * 60) } };
  },
});

const signOut = signedInRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End the session',
  mayCall: 'signed in',
  async handle({ store, session }) {
    await endSession(store, session);
    return { status: 204, headers: { 'set-cookie': sessionCookie('', 0) } };
  },
});

const me = signedInRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  mayCall: 'signed in',
  gives: z.strictObject({ name: z.string() }),
  async handle({ account }) {
    return { status: 200, body: { name: account.name } };
  },
});

export const accessRoutes = [signIn, signOut, me];
