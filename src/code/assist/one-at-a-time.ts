/** Each request takes the model's time from everybody, so nobody has two under way at once. */
import type { Store } from '../../store/database.ts';
import type { CoderAtWork } from '../at-work.ts';
import { modelBusy } from './refusals.ts';

const underWay = new WeakMap<Store, Set<string>>();

/** Runs `ask`, unless the same coder still waits for an earlier one in the study. @throws Refusal */
export async function oneAtATime<T>(
  store: Store,
  { studyId, coder }: Pick<CoderAtWork, 'studyId' | 'coder'>,
  ask: () => Promise<T>,
): Promise<T> {
  const waiting = underWay.get(store) ?? new Set<string>();
  underWay.set(store, waiting);
  const who = `${studyId}/${coder}`;
  if (waiting.has(who)) throw modelBusy();
  waiting.add(who);
  try {
    return await ask();
  } finally {
    waiting.delete(who);
  }
}
