/** The included records in the order in which they were added: the queue of those who appraise, however long. */
import type { Store } from '../../store/database.ts';
import { joinedRecords, readDocuments } from '../documents/store.ts';
import { knownOf } from '../screening/known.ts';
import { outcomeOf } from '../screening/outcome.ts';
import { readAppraisals } from './appraisals.ts';
import type { IncludedPage, IncludedPlace } from './model.ts';

/** @param record where one stands; without it at the first that nobody has appraised, or at the first of all */
export async function placeAmongIncluded(
  store: Store,
  studyId: string,
  record: string | null,
): Promise<IncludedPlace> {
  const { included, appraised } = await queueOf(store, studyId);
  const nextOpen = (after: number) =>
    [...included.slice(after + 1), ...included.slice(0, Math.max(0, after))].find(
      (one) => !appraised.has(one),
    );
  const present = record ?? nextOpen(-1) ?? included[0] ?? null;
  const at = present === null ? -1 : included.indexOf(present);
  return {
    total: included.length,
    appraised: included.filter((one) => appraised.has(one)).length,
    record: present,
    at: at === -1 ? null : at,
    before: included[at - 1] ?? null,
    after: included[at + 1] ?? null,
    nextOpen: nextOpen(at) ?? null,
  };
}

export async function listIncluded(
  store: Store,
  studyId: string,
  { from, count }: { from: number; count: number },
): Promise<IncludedPage> {
  const { included } = await queueOf(store, studyId);
  const page = included.slice(from, from + count);
  const documents = await readDocuments(store, studyId, page);
  const appraisals = await readAppraisals(store, studyId, page);
  const records = page.map((id) => {
    const appraisal = appraisals.get(id);
    const score = appraisal?.score.value ?? null;
    return { id, title: documents.get(id)?.title ?? null, appraised: appraisal !== undefined, score };
  });
  return { total: included.length, records };
}

async function queueOf(store: Store, studyId: string) {
  const known = await knownOf(store, studyId);
  const included = known.records.filter((record) => {
    const judgement = known.judgements.get(record);
    return judgement !== undefined && outcomeOf(judgement) === 'include';
  });
  const rows = await store
    .selectFrom('appraisals')
    .select('record')
    .distinct()
    .where('study_id', '=', studyId)
    .execute();
  const joined = rows.length === 0 ? new Map<string, string>() : await joinedRecords(store, studyId);
  return { included, appraised: new Set(rows.map(({ record }) => joined.get(record) ?? record)) };
}
