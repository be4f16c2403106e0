/** The cookie that carries a session's token. */
import type { Request } from './route.ts';
import { SESSION_MINUTES } from './sign-in.ts';

export const SESSION_COOKIE = 'firsthand_session';

/** Strict: no other site can make the browser send it. HttpOnly: no script can read it. Secure where the server is. */
export function sessionCookie(token: string, { publicUrl }: Pick<Request, 'publicUrl'>): string {
  return cookie(SESSION_COOKIE, token, { publicUrl, seconds: SESSION_MINUTES * 60, site: 'Strict' });
}

export function noSessionCookie({ publicUrl }: Pick<Request, 'publicUrl'>): string {
  return cookie(SESSION_COOKIE, '', { publicUrl, seconds: 0, site: 'Strict' });
}

export function cookie(
  name: string,
  value: string,
  { publicUrl, seconds, site }: { publicUrl: string; seconds: number; site: 'Strict' | 'Lax' },
): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${site}${secure}`;
}
