/**
 * Which codings somebody may see now. The one place that knows: every route that shows, counts, finds, learns from or
 * exports codings asks here.
 *
 * While an independent pass is open, whoever codes sees their own codings alone, in the whole study: what others coded
 * before on the same answers would tell as much as what they code now. A lead who codes in the pass is as blind as the
 * others. Readers see what is settled: closed passes and the consensus.
 */
import type { Role } from '../access/accounts.ts';
import { coderOf } from '../access/coders.ts';
import type { Store } from '../store/database.ts';
import { livingCodings } from '../store/living-rows.ts';
import { type Definition, loadDefinition, loadSnapshot, type Sees } from '../store/snapshots.ts';
import type { CoderId } from '../study/ids.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import type { Sight } from './model.ts';

export interface Viewer {
  studyId: string;
  accountId: string;
  role: Role;
}

export type SightNow =
  | { sight: 'everything' }
  | { sight: 'own codings'; coder: CoderId | null }
  | { sight: 'settled codings'; unsettled: ReadonlySet<string> };

export async function sightOf(store: Store, viewer: Viewer): Promise<SightNow> {
  const { studyId, accountId, role } = viewer;
  const open = await store
    .selectFrom('passes')
    .select(['pass_id', 'kind'])
    .where('study_id', '=', studyId)
    .where('state', '=', 'open')
    .where('kind', '!=', 'consensus')
    .execute();
  if (role === 'reader') {
    return { sight: 'settled codings', unsettled: new Set(open.map(({ pass_id }) => pass_id)) };
  }
  const independent = open.filter(({ kind }) => kind === 'independent').map(({ pass_id }) => pass_id);
  if (independent.length === 0) return { sight: 'everything' };
  const coder = await coderOf(store, studyId, accountId);
  if (role === 'coder') return { sight: 'own codings', coder };
  const codes = coder !== null && (await isAssigned(store, studyId, coder, independent));
  return codes ? { sight: 'own codings', coder } : { sight: 'everything' };
}

async function isAssigned(store: Store, studyId: string, coder: CoderId, passes: string[]): Promise<boolean> {
  const row = await store
    .selectFrom('assignments')
    .select('participant')
    .where('study_id', '=', studyId)
    .where('pass_id', 'in', passes)
    .where('coder', '=', coder)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a coding, an assignment or anything else that a coder did in a pass may be seen. */
export function seesWith(sight: SightNow): Sees {
  switch (sight.sight) {
    case 'everything':
      return () => true;
    case 'own codings':
      return ({ coder }) => coder === sight.coder;
    case 'settled codings':
      return ({ pass_id }) => !sight.unsettled.has(pass_id);
  }
}

export function isBlind(sight: SightNow): sight is Extract<SightNow, { sight: 'own codings' }> {
  return sight.sight === 'own codings';
}

export function sightName({ sight }: SightNow): Sight {
  return sight;
}

/** Living codings that the sight lets through, as a query to go on with. */
export function visibleCodings(store: Store, studyId: string, sight: SightNow) {
  const living = livingCodings(store, studyId);
  switch (sight.sight) {
    case 'everything':
      return living;
    case 'own codings':
      return living.where('codings.coder', '=', sight.coder ?? '');
    case 'settled codings':
      return sight.unsettled.size === 0
        ? living
        : living.where('codings.pass_id', 'not in', [...sight.unsettled]);
  }
}

/** The study as the viewer may see it. */
export async function visibleSnapshot(store: Store, viewer: Viewer): Promise<StudySnapshot> {
  return loadSnapshot(store, viewer.studyId, seesWith(await sightOf(store, viewer)));
}

/** What defines the study, with the claims of themes that rest on codings that the viewer may see. */
export async function visibleDefinition(store: Store, viewer: Viewer): Promise<Definition> {
  return loadDefinition(store, viewer.studyId, seesWith(await sightOf(store, viewer)));
}
