/** The study's own definition: questions, waves, attributes. */
import type { Store } from '../store/database.ts';
import { Study } from '../study/model.ts';

/** @throws where no such study is there */
export async function readStudy(store: Store, studyId: string): Promise<Study> {
  const { document } = await store
    .selectFrom('studies')
    .select('document')
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  return Study.parse(JSON.parse(document));
}
