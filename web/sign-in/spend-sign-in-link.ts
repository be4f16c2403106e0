/** The printed link carries its token in the fragment, which no server log ever sees. */
import { signIn } from '../kit/api.ts';

const FRAGMENT = '#sign-in=';

/**
 * Spends the link in the address, if there is one, and takes it out of the address and the history.
 * @returns whether there was one; a spent or late one shows itself when the next request is refused
 */
export async function spendSignInLink(): Promise<boolean> {
  if (!location.hash.startsWith(FRAGMENT)) return false;
  const token = decodeURIComponent(location.hash.slice(FRAGMENT.length));
  history.replaceState(null, '', location.pathname + location.search);
  await signIn(token).catch(() => undefined);
  return true;
}
