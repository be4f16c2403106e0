/** The reasons that were given last in a study, newest first, for as long as the window is open. */
import { z } from 'zod';

const MOST = 6;
const place = (study: string) => `firsthand.reasons.${study}`;

export function lastReasons(study: string): string[] {
  const kept = sessionStorage.getItem(place(study));
  return kept === null ? [] : z.array(z.string()).parse(JSON.parse(kept));
}

export function rememberReason(study: string, reason: string): void {
  const others = lastReasons(study).filter((one) => one !== reason);
  sessionStorage.setItem(place(study), JSON.stringify([reason, ...others].slice(0, MOST)));
}
