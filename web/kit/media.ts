/** Whether the window is as narrow as a phone's: some parts are then built otherwise, not only laid out otherwise. */
import { useSyncExternalStore } from 'react';

// The same width as in the stylesheets.
const phone = matchMedia('(max-width: 47.99rem)');

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      phone.addEventListener('change', listener);
      return () => phone.removeEventListener('change', listener);
    },
    () => phone.matches,
  );
}
