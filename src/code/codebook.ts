/**
 * The codebook and its versions. A version never changes once it is published; what is edited becomes the next one. Codes
 * that were split, merged or retired leave the codings that carry them to be looked at again.
 */
import { sql, type Transaction } from 'kysely';
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import { livingAmong, livingCodings } from '../store/living-rows.ts';
import type { CodebookTable, Tables } from '../store/tables.ts';
import { CodeId } from '../study/ids.ts';
import { Codebook } from '../study/model.ts';
import type { CoderAtWork } from './at-work.ts';
import { allChanges, codebookProblem } from './codebook-rules.ts';
import { livingCoding } from './coding-rows.ts';
import { CodebookChange, CodebookVersion, type NewCodebookVersion, type WorkingCodebook } from './model.ts';
import { readStudy } from './read-study.ts';
import { codebookChanged, codebookVersionUnknown, codebookWrong } from './refusals.ts';
import { type SightNow, seesWith } from './visible-codings.ts';

export async function latestCodebook(store: Store, studyId: string): Promise<Codebook> {
  const { document } = await store
    .selectFrom('codebooks')
    .select('document')
    .where('study_id', '=', studyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return Codebook.parse(JSON.parse(document));
}

/** @throws Refusal */
export async function codebookOf(store: Store, studyId: string, version: number): Promise<Codebook> {
  const row = await store
    .selectFrom('codebooks')
    .select('document')
    .where('study_id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw codebookVersionUnknown();
  return Codebook.parse(JSON.parse(row.document));
}

/** @param version the latest where it is not given @throws Refusal */
export async function workingCodebook(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
  version?: number,
): Promise<WorkingCodebook> {
  const rows = await store
    .selectFrom('codebooks')
    .select(['version', 'note', 'recorded_by', 'recorded_at', 'changes'])
    .where('study_id', '=', studyId)
    .orderBy('version')
    .execute();
  return {
    codebook:
      version === undefined
        ? await latestCodebook(store, studyId)
        : await codebookOf(store, studyId, version),
    versions: rows.map(versionOf),
    examples: await examplesOf(store, { studyId, sight }),
  };
}

function versionOf(row: Omit<CodebookTable, 'document' | 'study_id'>): CodebookVersion {
  return CodebookVersion.parse({
    version: row.version,
    note: row.note,
    by: row.recorded_by,
    recordedAt: row.recorded_at,
    changes: JSON.parse(row.changes),
  });
}

/** Examples that stand, on codings that stand and that the caller may see. */
async function examplesOf(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
): Promise<WorkingCodebook['examples']> {
  const rows = await store
    .selectFrom('code_examples')
    .select(['code', 'coding', 'is_example'])
    .where('study_id', '=', studyId)
    .orderBy('sequence')
    .execute();
  const last = new Map(rows.map((row) => [`${row.code}/${row.coding}`, row]));
  const standing = [...last.values()].filter(({ is_example }) => is_example === 1);
  const codings = await livingAmong(store, studyId, [...new Set(standing.map(({ coding }) => coding))]);
  const sees = seesWith(sight);
  const visible = new Map(codings.filter(sees).map((row) => [row.coding, livingCoding(row)]));
  return standing.flatMap(({ code, coding }) => {
    const found = visible.get(coding);
    return found === undefined ? [] : [{ code: CodeId.parse(code), coding: found }];
  });
}

/** Publishes the next version. @throws Refusal where another was published meanwhile, or something is wrong with it */
export async function publishVersion(
  store: Store,
  by: CoderAtWork,
  wanted: NewCodebookVersion,
): Promise<Codebook> {
  const study = await readStudy(store, by.studyId);
  return record(store, by, async ({ transaction, did, tell }) => {
    const before = await latestCodebook(transaction, by.studyId);
    if (before.version !== wanted.basedOn) throw codebookChanged(before.version);
    const after: Codebook = { version: before.version + 1, codes: wanted.codes };
    const problem = codebookProblem(study, before, after, wanted.changes);
    if (problem !== null) throw codebookWrong(problem);
    const changes = allChanges(before, after, wanted.changes);
    await transaction
      .insertInto('codebooks')
      .values({
        study_id: by.studyId,
        version: after.version,
        document: JSON.stringify(after),
        note: wanted.note,
        recorded_by: by.coder,
        recorded_at: by.now,
        changes: JSON.stringify(changes),
      })
      .execute();
    await queueReviews(transaction, by.studyId, after.version, changes);
    did('codebook published', String(after.version), { ...after, changes, note: wanted.note });
    tell({ kind: 'codebook', id: String(after.version) });
    return after;
  });
}

async function queueReviews(
  transaction: Transaction<Tables>,
  studyId: string,
  version: number,
  changes: readonly CodebookChange[],
): Promise<void> {
  for (const [change, { from }] of changes.entries()) {
    await transaction
      .insertInto('reviews')
      .columns(['study_id', 'version', 'change', 'coding'])
      .expression(
        livingCodings(transaction, studyId)
          .where('codings.code', 'in', from)
          .select([
            'codings.study_id',
            sql<number>`cast(${version} as integer)`.as('version'),
            sql<number>`cast(${change} as integer)`.as('change'),
            'codings.coding',
          ]),
      )
      .execute();
  }
}

/** What the change was that queued a review. */
export async function changesByVersion(
  store: Store,
  studyId: string,
): Promise<Map<number, CodebookChange[]>> {
  const rows = await store
    .selectFrom('codebooks')
    .select(['version', 'changes'])
    .where('study_id', '=', studyId)
    .execute();
  return new Map(
    rows.map(({ version, changes }) => [version, CodebookChange.array().parse(JSON.parse(changes))]),
  );
}
