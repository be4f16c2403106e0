/** Appraisals in versions; who saves names the version that they edited. */
import { type Author, record as keep } from '../../access/record.ts';
import { latestCodebook } from '../../code/codebook.ts';
import { readStudy } from '../../code/read-study.ts';
import type { Store } from '../../store/database.ts';
import type { AppraisalTable } from '../../store/screening-tables.ts';
import { joinedRecords, livingAmong } from '../documents/store.ts';
import { criteriaOf } from '../screening/lists.ts';
import type { Criteria } from '../screening/model.ts';
import { recordUnknown } from '../screening/refusals.ts';
import { type Appraisal, AppraisalContent, type AppraisalEdit } from './model.ts';
import { appraisalChanged, appraisalWrong } from './refusals.ts';
import { scoreOf } from './score.ts';

/** The latest of every record that was appraised, or of those in `only`, by the record for which it holds now. */
export async function readAppraisals(
  store: Store,
  studyId: string,
  only?: readonly string[],
): Promise<Map<string, Appraisal>> {
  if (only?.length === 0) return new Map();
  const joined = await joinedRecords(store, studyId);
  let written = store.selectFrom('appraisals').selectAll().where('study_id', '=', studyId);
  if (only !== undefined) {
    const wanted = new Set(only);
    const joinedToThem = [...joined].filter(([, to]) => wanted.has(to)).map(([from]) => from);
    written = written.where('record', 'in', [...only, ...joinedToThem]);
  }
  const rows = await written.orderBy('record').orderBy('version').execute();
  const criteria = new Map<number, Criteria>();
  const first = new Map<string, string>();
  const appraisals = new Map<string, Appraisal>();
  // What was written on a record itself stands before what was written on one that was joined to it.
  for (const row of [...rows].sort((a, b) => Number(joined.has(b.record)) - Number(joined.has(a.record)))) {
    const record = joined.get(row.record) ?? row.record;
    const firstAt = first.get(record) ?? row.recorded_at;
    first.set(record, firstAt);
    const content = AppraisalContent.parse(JSON.parse(row.content));
    const version = content.criteriaVersion;
    const items = criteria.get(version) ?? (await criteriaOf(store, studyId, version))?.items ?? [];
    criteria.set(version, items);
    appraisals.set(record, appraisalOf({ ...row, record }, content, items, firstAt));
  }
  return appraisals;
}

export async function readAppraisal(
  store: Store,
  studyId: string,
  record: string,
): Promise<Appraisal | null> {
  const rows = await versionsOf(store, studyId, record);
  const last = rows.at(-1);
  return last === undefined ? null : await withScore(store, studyId, rows, last);
}

async function withScore(
  store: Store,
  studyId: string,
  rows: readonly AppraisalTable[],
  row: AppraisalTable,
): Promise<Appraisal> {
  const content = AppraisalContent.parse(JSON.parse(row.content));
  const criteria = await criteriaOf(store, studyId, content.criteriaVersion);
  return appraisalOf(row, content, criteria?.items ?? [], rows[0]?.recorded_at ?? row.recorded_at);
}

function appraisalOf(
  row: AppraisalTable,
  content: AppraisalContent,
  criteria: Criteria,
  firstAt: string,
): Appraisal {
  const score = scoreOf(content.levels, criteria);
  const { record, version, recorded_by, recorded_at } = row;
  return { record, version, content, score, by: recorded_by, recordedAt: recorded_at, firstAt };
}

/** Of a record that was never appraised itself, those of one that was joined to it: they go on from there. */
async function versionsOf(store: Store, studyId: string, record: string): Promise<AppraisalTable[]> {
  const joined = await joinedRecords(store, studyId, record);
  const rows = await store
    .selectFrom('appraisals')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('record', 'in', [record, ...joined.keys()])
    .orderBy('version')
    .orderBy('record')
    .execute();
  const of = rows.some((row) => row.record === record) ? record : rows.at(-1)?.record;
  return rows.filter((row) => row.record === of);
}

/** Keeps the next version; sent again it is answered as before. @throws Refusal */
export async function saveAppraisal(
  store: Store,
  by: Author,
  record: string,
  { expected, content }: AppraisalEdit,
): Promise<Appraisal> {
  return keep(store, by, async ({ transaction, did, tell }) => {
    if (!(await livingAmong(transaction, by.studyId, [record])).has(record)) throw recordUnknown();
    const rows = await versionsOf(transaction, by.studyId, record);
    const last = rows.at(-1);
    const document = JSON.stringify(content);
    const isAgain =
      last?.version === expected + 1 && last.content === document && last.recorded_by === by.accountId;
    if (isAgain) return withScore(transaction, by.studyId, rows, last);
    if ((last?.version ?? 0) !== expected)
      throw appraisalChanged(last && (await withScore(transaction, by.studyId, rows, last)));
    await check(transaction, by.studyId, content);
    const row: AppraisalTable = {
      study_id: by.studyId,
      record,
      version: expected + 1,
      content: document,
      recorded_by: by.accountId,
      recorded_at: by.now,
    };
    await transaction.insertInto('appraisals').values(row).execute();
    did('record appraised', record, row);
    tell({ kind: 'scan', id: record });
    return withScore(transaction, by.studyId, [...rows, row], row);
  });
}

/** @throws Refusal where it names what the study does not have */
async function check(store: Store, studyId: string, content: AppraisalContent): Promise<void> {
  const { frame } = await readStudy(store, studyId);
  const { codes } = await latestCodebook(store, studyId);
  const criteria = await criteriaOf(store, studyId, content.criteriaVersion);
  if (criteria === null) throw appraisalWrong(`criteria ${content.criteriaVersion}`);
  const has = (kind: 'channel' | 'lens') => (id: string) =>
    frame.domains.some((domain) => domain.kind === kind && domain.id === id);
  const unknown =
    content.channels.find((id) => !has('channel')(id)) ??
    content.lenses.find((id) => !has('lens')(id)) ??
    content.codes.find((one) => !codes.some(({ id }) => id === one)) ??
    Object.keys(content.levels).find((one) => !criteria.items.some(({ id }) => id === one));
  if (unknown !== undefined) throw appraisalWrong(unknown);
}
