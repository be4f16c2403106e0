/** Codings that show what a code means; the codebook links to them. */
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import type { CoderAtWork } from './at-work.ts';
import { findCoding } from './codings.ts';
import { codingUnknown } from './refusals.ts';
import { seesWith, sightOf } from './visible-codings.ts';

/** Makes a coding an example of the code, or takes that back. @throws Refusal */
export async function setExample(
  store: Store,
  by: CoderAtWork,
  { code, coding, isExample }: { code: string; coding: string; isExample: boolean },
): Promise<void> {
  await record(store, by, async ({ transaction, did, tell }) => {
    const found = await findCoding(transaction, by.studyId, coding);
    const sees = seesWith(await sightOf(transaction, by));
    if (found === null || found.code !== code || !sees({ coder: found.coder, pass_id: found.passId })) {
      throw codingUnknown();
    }
    const last = await transaction
      .selectFrom('code_examples')
      .select(['sequence', 'is_example'])
      .where('study_id', '=', by.studyId)
      .where('code', '=', code)
      .where('coding', '=', coding)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((last?.is_example ?? 0) === Number(isExample)) return;
    await transaction
      .insertInto('code_examples')
      .values({
        study_id: by.studyId,
        code,
        coding,
        sequence: (last?.sequence ?? 0) + 1,
        is_example: isExample ? 1 : 0,
        recorded_by: by.coder,
        recorded_at: by.now,
      })
      .execute();
    did(isExample ? 'example set' : 'example taken back', coding, { code });
    tell({ kind: 'codebook', id: code, coder: found.coder, passId: found.passId });
  });
}
