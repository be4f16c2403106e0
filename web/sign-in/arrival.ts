/**
 * What a link brought in the fragment of the address, which no server log ever sees: a token to sign in, an invitation,
 * or word that the organisation did not let somebody in. It is seen to and taken out of the address and the history.
 */
import type { Localised } from '../../src/study/localised.ts';
import { Refusal, tell } from '../kit/http.ts';

const INVITATION = 'firsthand.invitation';
const RETURN_TO = 'firsthand.return-to';

/** A notice is kept over a reload of the page, until somebody has signed in. */
const NOTICE = 'firsthand.sign-in-notice';

/** @returns whether the fragment brought something */
export async function arrive(): Promise<boolean> {
  const [name = '', value = ''] = location.hash.slice(1).split('=');
  switch (name) {
    case 'sign-in':
      goTo(location.pathname + location.search);
      await spend(decodeURIComponent(value));
      return true;
    case 'invitation':
      sessionStorage.setItem(INVITATION, decodeURIComponent(value));
      goTo('/invitation');
      return true;
    case 'organisation-refused':
      sessionStorage.setItem(NOTICE, name);
      goTo(placeToReturnTo() ?? '/');
      return true;
  }
  const place = location.pathname === '/' ? placeToReturnTo() : null;
  if (place !== null) goTo(place);
  return false;
}

function goTo(address: string): void {
  history.replaceState(null, '', address);
}

async function spend(token: string): Promise<void> {
  try {
    await tell('POST', '/api/sign-in', { token });
    forgetNotice();
  } catch (error) {
    if (error instanceof Refusal) sessionStorage.setItem(NOTICE, JSON.stringify(error.told));
  }
}

/** Before the organisation's sign-in, which always comes back to the first page. */
export function rememberPlace(address: string): void {
  sessionStorage.setItem(RETURN_TO, address);
}

function placeToReturnTo(): string | null {
  const place = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return place;
}

/** Why somebody who came with a link is not signed in. */
export function signInNotice(): 'organisation refused' | Localised | null {
  const kept = sessionStorage.getItem(NOTICE);
  if (kept === null) return null;
  // Written above, in this tab.
  return kept === 'organisation-refused' ? 'organisation refused' : (JSON.parse(kept) as Localised);
}

export function forgetNotice(): void {
  sessionStorage.removeItem(NOTICE);
}

export const invitationToken = (): string | null => sessionStorage.getItem(INVITATION);
export const forgetInvitation = (): void => sessionStorage.removeItem(INVITATION);
