/** Which help the lead has switched on: hints from the team's own decisions are on until switched off, a model is not. */
import { type Author, record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { StudySettings } from '../suggestion-model.ts';

export async function readSettings(store: Store, studyId: string): Promise<StudySettings> {
  const row = await store
    .selectFrom('study_settings')
    .select(['suggestions', 'assistant'])
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return { suggestions: row?.suggestions !== 0, assistant: row?.assistant === 1 };
}

export async function writeSettings(store: Store, by: Author, settings: StudySettings): Promise<void> {
  await record(store, by, async ({ transaction, did, tell }) => {
    const row = {
      suggestions: settings.suggestions ? (1 as const) : (0 as const),
      assistant: settings.assistant ? (1 as const) : (0 as const),
    };
    await transaction
      .insertInto('study_settings')
      .values({ study_id: by.studyId, ...row })
      .onConflict((conflict) => conflict.column('study_id').doUpdateSet(row))
      .execute();
    did('settings changed', by.studyId, settings);
    tell({ kind: 'settings', id: by.studyId });
  });
}

/** While one is open nobody is helped, those included who do not code in it: they may talk. */
export async function isIndependentPassOpen(store: Store, studyId: string): Promise<boolean> {
  const row = await store
    .selectFrom('passes')
    .select('pass_id')
    .where('study_id', '=', studyId)
    .where('kind', '=', 'independent')
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
