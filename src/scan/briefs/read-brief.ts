/** The briefs of appraised records, out of the store. */
import { latestCodebook } from '../../code/codebook.ts';
import { readStudy } from '../../code/read-study.ts';
import type { Store } from '../../store/database.ts';
import type { Language } from '../../study/localised.ts';
import { readAppraisal, readAppraisals } from '../appraisal/appraisals.ts';
import { readDocument, readDocuments } from '../documents/store.ts';
import { criteriaOf } from '../screening/lists.ts';
import { recordUnknown } from '../screening/refusals.ts';
import { briefOf } from './brief.ts';
import type { Brief } from './model.ts';
import { notAppraised } from './refusals.ts';

/** @throws Refusal where there is no such record, or nobody has appraised it */
export async function readBrief(
  store: Store,
  studyId: string,
  record: string,
  language: Language,
): Promise<Brief> {
  const document = await readDocument(store, studyId, record);
  if (document === null) throw recordUnknown();
  const appraisal = await readAppraisal(store, studyId, record);
  if (appraisal === null) throw notAppraised();
  const { frame } = await readStudy(store, studyId);
  const codebook = await latestCodebook(store, studyId);
  const criteria = (await criteriaOf(store, studyId, appraisal.content.criteriaVersion))?.items ?? [];
  return briefOf({ document, appraisal, criteria, frame, codebook }, language);
}

/** Of records that were appraised first in that span of UTC days, both included; oldest first, then by record. */
export async function readBriefs(
  store: Store,
  studyId: string,
  { from, to, language }: { from: string; to: string; language: Language },
): Promise<Brief[]> {
  const all = [...(await readAppraisals(store, studyId)).values()];
  const inSpan = all
    .filter(({ firstAt }) => firstAt.slice(0, 10) >= from && firstAt.slice(0, 10) <= to)
    .sort((left, right) => (`${left.firstAt} ${left.record}` < `${right.firstAt} ${right.record}` ? -1 : 1));
  const documents = await readDocuments(
    store,
    studyId,
    inSpan.map(({ record }) => record),
  );
  const { frame } = await readStudy(store, studyId);
  const codebook = await latestCodebook(store, studyId);
  const briefs: Brief[] = [];
  for (const appraisal of inSpan) {
    const document = documents.get(appraisal.record);
    if (document === undefined) continue;
    const criteria = await criteriaOf(store, studyId, appraisal.content.criteriaVersion);
    briefs.push(briefOf({ document, appraisal, criteria: criteria?.items ?? [], frame, codebook }, language));
  }
  return briefs;
}
