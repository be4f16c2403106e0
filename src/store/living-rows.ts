/**
 * Which rows stand now. Codings, themes and the parts of coders are added and superseded, so that every reader would
 * have to ask what was taken back; they ask here.
 */
import type { SelectQueryBuilder } from 'kysely';
import type { Store } from './database.ts';
import type { CodingTable, Tables } from './tables.ts';

// Far below the values that either database binds in one statement.
const IDS_A_STATEMENT = 5000;

/** Codings of the study that nobody has taken back. */
export function livingCodings(store: Store, studyId: string) {
  return store
    .selectFrom('codings')
    .where('codings.study_id', '=', studyId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('coding_ends')
            .select('coding_ends.coding')
            .whereRef('coding_ends.study_id', '=', 'codings.study_id')
            .whereRef('coding_ends.coding', '=', 'codings.coding'),
        ),
      ),
    );
}

/** Codings without those of participants who have withdrawn, as a query to go on with. */
export function ofThosePresent<Columns>(codings: SelectQueryBuilder<Tables, 'codings', Columns>) {
  return codings.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('participants')
        .select('participants.participant')
        .whereRef('participants.study_id', '=', 'codings.study_id')
        .whereRef('participants.participant', '=', 'codings.participant')
        .where('participants.withdrawn', 'is', null),
    ),
  );
}

/**
 * The codings that a snapshot holds: living ones, without what is agreed so far about a participant of whom some
 * disagreement is still open. Half a consensus would count as the whole of it.
 */
export async function codingsOfSnapshot(store: Store, studyId: string): Promise<CodingTable[]> {
  return livingCodings(store, studyId)
    .innerJoin('passes', (join) =>
      join.onRef('passes.study_id', '=', 'codings.study_id').onRef('passes.pass_id', '=', 'codings.pass_id'),
    )
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('passes.source', 'is', null),
        exists(
          selectFrom('assignments')
            .select('assignments.participant')
            .whereRef('assignments.study_id', '=', 'codings.study_id')
            .whereRef('assignments.pass_id', '=', 'codings.pass_id')
            .whereRef('assignments.participant', '=', 'codings.participant'),
        ),
      ]),
    )
    .selectAll('codings')
    .execute();
}

/** Answers that a coder was given in a pass and has neither coded nor marked as read to the end. */
export function openWork(store: Store, studyId: string) {
  return store
    .selectFrom('assignments')
    .innerJoin('answers', (join) =>
      join
        .onRef('answers.study_id', '=', 'assignments.study_id')
        .onRef('answers.participant', '=', 'assignments.participant'),
    )
    .where('assignments.study_id', '=', studyId)
    .where('answers.standing', '!=', 'non-substantive')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('codings')
            .leftJoin('coding_ends', (join) =>
              join
                .onRef('coding_ends.study_id', '=', 'codings.study_id')
                .onRef('coding_ends.coding', '=', 'codings.coding'),
            )
            .select('codings.coding')
            .where('coding_ends.coding', 'is', null)
            .whereRef('codings.study_id', '=', 'answers.study_id')
            .whereRef('codings.participant', '=', 'answers.participant')
            .whereRef('codings.question', '=', 'answers.question')
            .whereRef('codings.wave', '=', 'answers.wave')
            .whereRef('codings.coder', '=', 'assignments.coder')
            .whereRef('codings.pass_id', '=', 'assignments.pass_id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('finished')
            .select('finished.sequence')
            .whereRef('finished.study_id', '=', 'answers.study_id')
            .whereRef('finished.pass_id', '=', 'assignments.pass_id')
            .whereRef('finished.coder', '=', 'assignments.coder')
            .whereRef('finished.participant', '=', 'answers.participant')
            .whereRef('finished.question', '=', 'answers.question')
            .whereRef('finished.wave', '=', 'answers.wave')
            .where('finished.finished', '=', 1)
            .where('finished.sequence', '=', ({ selectFrom: from }) =>
              from('finished as later')
                .select((later) => later.fn.max('later.sequence').as('last'))
                .whereRef('later.study_id', '=', 'finished.study_id')
                .whereRef('later.pass_id', '=', 'finished.pass_id')
                .whereRef('later.coder', '=', 'finished.coder')
                .whereRef('later.participant', '=', 'finished.participant')
                .whereRef('later.question', '=', 'finished.question')
                .whereRef('later.wave', '=', 'finished.wave'),
            ),
        ),
      ),
    );
}

/**
 * Who was given whom, as far as a reader may conclude that what carries no code was read and left without: all of a
 * closed pass, and of an open one what a coder has worked through.
 */
export async function assignmentsThatCount(store: Store, studyId: string) {
  const open = await openWork(store, studyId)
    .innerJoin('passes', (join) =>
      join
        .onRef('passes.study_id', '=', 'assignments.study_id')
        .onRef('passes.pass_id', '=', 'assignments.pass_id'),
    )
    .where('passes.state', '!=', 'closed')
    .where('passes.source', 'is', null)
    .select(['assignments.pass_id', 'assignments.participant', 'assignments.coder'])
    .distinct()
    .execute();
  const unfinished = new Set(open.map((row) => `${row.pass_id}/${row.participant}/${row.coder}`));
  const rows = await store
    .selectFrom('assignments')
    .select(['participant', 'coder', 'pass', 'pass_id'])
    .where('study_id', '=', studyId)
    .execute();
  return rows
    .filter((row) => !unfinished.has(`${row.pass_id}/${row.participant}/${row.coder}`))
    .map(({ participant, coder, pass, pass_id }) => ({ participant, coder, pass, pass_id }));
}

/** The latest version of each theme that was not taken away, in their authors' order. */
export async function latestThemes(store: Store, studyId: string) {
  const rows = await store
    .selectFrom('theme_versions')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('version', '=', ({ selectFrom }) =>
      selectFrom('theme_versions as later')
        .select((later) => later.fn.max('later.version').as('last'))
        .whereRef('later.study_id', '=', 'theme_versions.study_id')
        .whereRef('later.theme', '=', 'theme_versions.theme'),
    )
    .orderBy('position')
    .orderBy('theme')
    .execute();
  return rows.flatMap(({ document, ...row }) => (document === null ? [] : [{ ...row, document }]));
}

/** The codings among `ids` that stand: not taken back, of participants who have not withdrawn. */
export async function livingAmong(store: Store, studyId: string, ids: readonly string[]) {
  const found: CodingTable[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_STATEMENT) {
    const some = ids.slice(from, from + IDS_A_STATEMENT);
    found.push(
      ...(await ofThosePresent(livingCodings(store, studyId))
        .where('codings.coding', 'in', some)
        .selectAll('codings')
        .execute()),
    );
  }
  return found;
}

/** Those who code in the study: named in its document, or joined since. */
export async function codersOf(store: Store, studyId: string) {
  return store
    .selectFrom('coders')
    .select(['coder', 'name', 'account_id'])
    .where('study_id', '=', studyId)
    .orderBy('coder')
    .execute();
}
