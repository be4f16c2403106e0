/** The two addresses of signing in through the organisation: where it begins, and where its provider sends back. */
import { z } from 'zod';
import { beginOrganisationSignIn, finishOrganisationSignIn } from './organisation.ts';
import { Refusal } from './refusal.ts';
import { organisationRefused } from './refusals.ts';
import { openRoute, type Request } from './route.ts';
import { cookie, sessionCookie } from './session-cookie.ts';

const STATE_COOKIE = 'firsthand_organisation';
const BACK = '/api/sign-in/organisation/back';
/** The client's page says there that it did not work. */
const NOT_SIGNED_IN = '/#organisation-refused';

// Lax: the provider's page sends the browser back, and the cookie must come with it.
function stateCookie(state: string, seconds: number, { publicUrl }: Pick<Request, 'publicUrl'>): string {
  return cookie(STATE_COOKIE, state, { publicUrl, seconds, site: 'Lax' });
}

const begin = openRoute({
  method: 'get',
  path: '/api/sign-in/organisation',
  summary: 'Lead the browser to the organisation’s sign-in, where it is configured',
  mayCall: 'anyone',
  async handle(request) {
    const { store, settings, publicUrl, now } = request;
    if (settings.organisation === null) throw organisationRefused();
    const redirect = publicUrl + BACK;
    const begun = await beginOrganisationSignIn(store, settings.organisation, { redirect, now });
    return {
      status: 302,
      headers: { location: begun.address },
      cookies: [stateCookie(begun.state, begun.seconds, request)],
    };
  },
});

const back = openRoute({
  method: 'get',
  path: BACK,
  summary: 'Where the organisation’s sign-in sends the browser back',
  mayCall: 'anyone',
  query: z.record(z.string(), z.string().max(4000)),
  async handle(request) {
    const { store, settings, publicUrl, query, now } = request;
    const state = request.cookie(STATE_COOKIE);
    if (settings.organisation === null || !state) throw organisationRefused();
    const returned = new URL(publicUrl + BACK);
    for (const [name, value] of Object.entries(query)) returned.searchParams.set(name, value);
    try {
      const session = await finishOrganisationSignIn(store, settings.organisation, { returned, state, now });
      return {
        status: 302,
        headers: { location: '/' },
        cookies: [sessionCookie(session, request), stateCookie('', 0, request)],
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A person sees this in the address bar, so it leads to a page and not to a refusal in JSON.
      return { status: 302, headers: { location: NOT_SIGNED_IN }, cookies: [stateCookie('', 0, request)] };
    }
  },
});

export const organisationRoutes = [begin, back];
