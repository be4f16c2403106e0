/** Whole studies in and out of the database: an import is one transaction, an export is one snapshot. */
import type { Transaction } from 'kysely';
import { v7 as newId } from 'uuid';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { CoderId } from '../study/ids.ts';
import { Assignment, Codebook, type Pass, Priority, Study, Theme } from '../study/model.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { indexAnswers } from './answer-search.ts';
import type { Store } from './database.ts';
import {
  assignmentsThatCount,
  codersOf,
  codingsOfSnapshot,
  latestThemes,
  livingAmong,
} from './living-rows.ts';
import { answerOf, answerRow, codingOf, codingRow, participantOf, participantRow } from './rows.ts';
import type { CodingTable, DocumentTable, Tables } from './tables.ts';

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
    const gone = new Set(
      snapshot.participants.flatMap(({ id, withdrawn }) => (withdrawn === null ? [] : [id])),
    );
    await indexAnswers(
      transaction,
      snapshot.answers
        .filter(({ participant }) => !gone.has(participant))
        .map(({ participant, question, wave, text }) => ({ study_id, participant, question, wave, text })),
    );
    await insert('codebooks', [
      {
        study_id,
        version: snapshot.codebook.version,
        document: JSON.stringify(snapshot.codebook),
        recorded_at: now,
        note: '',
        recorded_by: null,
        changes: '[]',
      },
    ]);
    await insert(
      'coders',
      snapshot.study.coders.map(({ id, name }) => ({ study_id, coder: id, name, account_id: null })),
    );
    await insert('passes', importedPasses(study_id, snapshot, now));
    await insert(
      'assignments',
      (snapshot.assignments ?? []).map((assignment, position) => ({
        study_id,
        ...assignment,
        pass_id: importedPass(assignment.pass),
        position,
      })),
    );
    await insert(
      'codings',
      snapshot.codings.map((coding) =>
        codingRow(study_id, coding, {
          pass_id: importedPass(coding.pass),
          supersedes: null,
          recorded_at: now,
        }),
      ),
    );
    await insert(
      'theme_versions',
      snapshot.themes.map((theme, position) => ({
        study_id,
        theme: theme.id,
        version: 1,
        position,
        document: JSON.stringify(theme),
        recorded_by: null,
        recorded_at: now,
      })),
    );
    await insert('priorities', documentRows(study_id, snapshot.priorities, now));
  });
  return study_id;
}

/** What was done before the study came here is a closed pass of each kind. */
function importedPasses(study_id: string, { codebook, codings, assignments }: StudySnapshot, now: string) {
  const kinds = new Set([...codings, ...(assignments ?? [])].map(({ pass }) => pass));
  return [...kinds].map((kind) => ({
    study_id,
    pass_id: importedPass(kind),
    kind,
    state: 'closed' as const,
    label: '',
    codebook_version: codebook.version,
    source: null,
    recorded_at: now,
    opened_at: null,
    closed_at: null,
  }));
}

function importedPass(kind: Pass): string {
  return `imported.${kind}`;
}

/** Of a coding or an assignment: whether the one who asks may know of it. */
export type Sees = (row: { coder: string; pass_id: string }) => boolean;

/**
 * The study as it stands, in canonical order, with what `sees` lets through.
 * @throws where no such study is there
 */
export async function loadSnapshot(
  store: Store,
  studyId: string,
  sees: Sees = () => true,
): Promise<StudySnapshot> {
  // One moment for all tables; SQLite's transactions are that already and it passes over the level.
  const reading = store.transaction().setIsolationLevel('repeatable read');
  return reading.execute(async (transaction) => {
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
    const living = await codingsOfSnapshot(transaction, studyId);
    const seen = living.filter(sees);
    const assignments = (await assignmentsThatCount(transaction, studyId)).filter(sees);
    const definition = await readDefinition(transaction, studyId);
    return inCanonicalOrder({
      format: 1,
      ...definition,
      participants: participants.map(participantOf),
      answers: answers.map(answerOf),
      assignments: assignments.map(({ pass_id: _, ...row }) => Assignment.parse(row)),
      codings: seen.map(codingOf),
      themes: themesThatStand(definition.themes, living, seen),
    });
  });
}

export type Definition = Pick<StudySnapshot, 'study' | 'codebook' | 'themes' | 'priorities'>;

/** What defines the study, without what anybody said; themes' claims cite what `sees` lets through. */
export async function loadDefinition(store: Store, studyId: string, sees: Sees): Promise<Definition> {
  const definition = await readDefinition(store, studyId);
  const cited = definition.themes.flatMap(({ narrative, negativeCases }) =>
    [...narrative, ...negativeCases].flatMap(({ codings }) => codings),
  );
  const living = await livingAmong(store, studyId, [...new Set(cited)]);
  return { ...definition, themes: themesThatStand(definition.themes, living, living.filter(sees)) };
}

/** Themes are as their authors wrote them. */
async function readDefinition(store: Store, studyId: string): Promise<Definition> {
  const { document } = await store
    .selectFrom('studies')
    .select('document')
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  const codebook = await store
    .selectFrom('codebooks')
    .select('document')
    .where('study_id', '=', studyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const priorities = await store
    .selectFrom('priorities')
    .select('document')
    .where('study_id', '=', studyId)
    .orderBy('position')
    .execute();
  const study = Study.parse(JSON.parse(document));
  return {
    study: { ...study, coders: withThoseWhoJoined(study.coders, await codersOf(store, studyId)) },
    codebook: Codebook.parse(JSON.parse(codebook.document)),
    themes: (await latestThemes(store, studyId)).flatMap((row) => {
      const theme = Theme.safeParse(JSON.parse(row.document));
      return theme.success ? [theme.data] : []; // one that has no code or question yet is still being built
    }),
    priorities: priorities.map((row) => Priority.parse(JSON.parse(row.document))),
  };
}

function withThoseWhoJoined(
  named: Study['coders'],
  rows: readonly { coder: string; name: string }[],
): Study['coders'] {
  const known = new Set<string>(named.map(({ id }) => id));
  const joined = rows.filter(({ coder }) => !known.has(coder));
  return [...named, ...joined.map(({ coder, name }) => ({ id: CoderId.parse(coder), name }))];
}

/**
 * Themes with the claims that still have a coding to stand on. A claim's words may quote what it cites, so one that cites
 * anything unseen is left out whole.
 */
function themesThatStand(
  themes: readonly Theme[],
  living: readonly CodingTable[],
  seen: readonly CodingTable[],
): Theme[] {
  const visible = new Set(seen.map(({ coding }) => coding));
  const hidden = new Set(living.map(({ coding }) => coding).filter((coding) => !visible.has(coding)));
  const standing = (claims: Theme['narrative']) =>
    claims
      .filter(({ codings }) => !codings.some((coding) => hidden.has(coding)))
      .map((claim) => ({ ...claim, codings: claim.codings.filter((coding) => visible.has(coding)) }))
      .filter(({ codings }) => codings.length > 0);
  return themes.map((theme) => ({
    ...theme,
    narrative: standing(theme.narrative),
    negativeCases: standing(theme.negativeCases),
  }));
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
