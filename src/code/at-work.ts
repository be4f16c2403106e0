/** Who codes, from who called. */
import { coderOf } from '../access/coders.ts';
import type { InStudy } from '../access/route.ts';
import type { Store } from '../store/database.ts';
import type { CoderId } from '../study/ids.ts';
import { noCoder } from './refusals.ts';
import type { Viewer } from './visible-codings.ts';

/** Somebody who codes, with the name under which, and the time (UTC ISO). */
export interface CoderAtWork extends Viewer {
  coder: CoderId;
  now: string;
}

type Caller = InStudy & { store: Store; now: string };

export function viewerOf({ account, study }: InStudy): Viewer {
  return { studyId: study.studyId, accountId: account.accountId, role: study.role };
}

/** @throws Refusal where the account has no name to code under, as where it was a reader until now */
export async function coderAtWork(caller: Caller): Promise<CoderAtWork> {
  const viewer = viewerOf(caller);
  const coder = await coderOf(caller.store, viewer.studyId, viewer.accountId);
  if (coder === null) throw noCoder();
  return { ...viewer, coder, now: caller.now };
}
