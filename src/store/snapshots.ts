/** Whole studies in and out of the database: an import is one transaction, an export is one snapshot. */
import type { Transaction } from 'kysely';
import { v7 as newId } from 'uuid';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { Assignment, Codebook, Priority, Study, Theme } from '../study/model.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import type { Store } from './database.ts';
import { answerOf, answerRow, codingOf, codingRow, participantOf, participantRow } from './rows.ts';
import type { DocumentTable, Tables } from './tables.ts';

// SQLite binds 32,766 values at most; the widest table has 15 columns.
const ROWS_A_STATEMENT = 1000;

export interface StoredStudy {
  studyId: string;
  study: Study;
}

export async function listStudies(store: Store): Promise<StoredStudy[]> {
  const rows = await store.selectFrom('studies').select(['study_id', 'document']).orderBy('slug').execute();
  return rows.map((row) => ({ studyId: row.study_id, study: Study.parse(JSON.parse(row.document)) }));
}

/** The database's id of the study that calls itself `slug`, or null. */
export async function findStudy(store: Store, slug: string): Promise<string | null> {
  const row = await store
    .selectFrom('studies')
    .select('study_id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.study_id ?? null;
}

/**
 * Keeps a study that is not there yet; all of it or nothing.
 * @param now UTC ISO time of recording
 * @returns the study's new id
 * @throws where a study of the same name is there
 */
export async function importSnapshot(store: Store, snapshot: StudySnapshot, now: string): Promise<string> {
  const study_id = newId();
  await store.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('studies')
      .values({
        study_id,
        slug: snapshot.study.id,
        document: JSON.stringify(snapshot.study),
        recorded_at: now,
      })
      .execute();
    const insert = inserterOf(transaction);
    await insert(
      'participants',
      snapshot.participants.map((participant) => participantRow(study_id, participant)),
    );
    await insert(
      'answers',
      snapshot.answers.map((answer) => answerRow(study_id, answer)),
    );
    await insert('codebooks', [
      {
        study_id,
        version: snapshot.codebook.version,
        document: JSON.stringify(snapshot.codebook),
        recorded_at: now,
      },
    ]);
    await insert(
      'assignments',
      (snapshot.assignments ?? []).map((assignment) => ({ study_id, ...assignment })),
    );
    await insert(
      'codings',
      snapshot.codings.map((coding) => codingRow(study_id, coding, now)),
    );
    await insert('themes', documentRows(study_id, snapshot.themes, now));
    await insert('priorities', documentRows(study_id, snapshot.priorities, now));
  });
  return study_id;
}

/** The study as it stands, in canonical order. @throws where no such study is there */
export async function loadSnapshot(store: Store, studyId: string): Promise<StudySnapshot> {
  // One moment for all tables; SQLite's transactions are that already and it passes over the level.
  const reading = store.transaction().setIsolationLevel('repeatable read');
  return reading.execute(async (transaction) => {
    const { document } = await transaction
      .selectFrom('studies')
      .select('document')
      .where('study_id', '=', studyId)
      .executeTakeFirstOrThrow();
    const participants = await transaction
      .selectFrom('participants')
      .selectAll()
      .where('study_id', '=', studyId)
      .execute();
    const answers = await transaction
      .selectFrom('answers')
      .selectAll()
      .where('study_id', '=', studyId)
      .execute();
    const codebook = await transaction
      .selectFrom('codebooks')
      .select('document')
      .where('study_id', '=', studyId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const assignments = await transaction
      .selectFrom('assignments')
      .select(['participant', 'coder', 'pass'])
      .where('study_id', '=', studyId)
      .execute();
    const codings = await transaction
      .selectFrom('codings')
      .selectAll()
      .where('study_id', '=', studyId)
      .execute();
    return inCanonicalOrder({
      format: 1,
      study: Study.parse(JSON.parse(document)),
      participants: participants.map(participantOf),
      answers: answers.map(answerOf),
      codebook: Codebook.parse(JSON.parse(codebook.document)),
      assignments: assignments.map((row) => Assignment.parse(row)),
      codings: codings.map(codingOf),
      themes: (await documents(transaction, 'themes', studyId)).map((theme) => Theme.parse(theme)),
      priorities: (await documents(transaction, 'priorities', studyId)).map((priority) =>
        Priority.parse(priority),
      ),
    });
  });
}

async function documents(
  transaction: Transaction<Tables>,
  table: 'themes' | 'priorities',
  studyId: string,
): Promise<unknown[]> {
  const rows = await transaction
    .selectFrom(table)
    .select('document')
    .where('study_id', '=', studyId)
    .orderBy('position')
    .execute();
  return rows.map((row) => JSON.parse(row.document));
}

function documentRows(
  study_id: string,
  items: ReadonlyArray<{ id: string }>,
  recorded_at: string,
): DocumentTable[] {
  return items.map((item, position) => ({
    study_id,
    id: item.id,
    position,
    document: JSON.stringify(item),
    recorded_at,
  }));
}

function inserterOf(transaction: Transaction<Tables>) {
  return async <T extends keyof Tables>(table: T, rows: Tables[T][]): Promise<void> => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      // Kysely cannot relate a generic table to its row type; `rows` was typed by the same parameter.
      const values = rows.slice(from, from + ROWS_A_STATEMENT) as never;
      await transaction.insertInto(table).values(values).execute();
    }
  };
}
