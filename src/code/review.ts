/**
 * Codings to look at again, since their code was split, merged or retired. One leaves the queue when somebody keeps it as
 * it is, or takes it back, or puts another in its place.
 */
import { record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import { livingCodings, ofThosePresent } from '../store/living-rows.ts';
import type { CoderAtWork } from './at-work.ts';
import { changesByVersion } from './codebook.ts';
import { livingCoding } from './coding-rows.ts';
import type { ReviewItem } from './model.ts';
import { reviewUnknown } from './refusals.ts';
import { seesWith, sightOf } from './visible-codings.ts';

/** The queue of the caller: the lead's holds all that they may see, a coder's their own and the consensus. */
export async function reviewQueue(store: Store, by: CoderAtWork): Promise<ReviewItem[]> {
  const sees = seesWith(await sightOf(store, by));
  const changes = await changesByVersion(store, by.studyId);
  const rows = await ofThosePresent(livingCodings(store, by.studyId))
    .innerJoin('reviews', (join) =>
      join.onRef('reviews.study_id', '=', 'codings.study_id').onRef('reviews.coding', '=', 'codings.coding'),
    )
    .where('reviews.kept_at', 'is', null)
    .selectAll('codings')
    .select(['reviews.version', 'reviews.change'])
    .orderBy('reviews.version')
    .orderBy('reviews.change')
    .orderBy('codings.participant')
    .orderBy('codings.coding')
    .execute();
  return rows.flatMap(({ version, change, ...row }) => {
    const told = changes.get(version)?.[change];
    const isTheirs = by.role === 'lead' || row.coder === by.coder || row.pass === 'consensus';
    if (told === undefined || !isTheirs || !sees(row)) return [];
    return [
      {
        id: reviewId({ version, change, coding: row.coding }),
        change: told,
        version,
        coding: livingCoding(row),
      },
    ];
  });
}

function reviewId({ version, change, coding }: { version: number; change: number; coding: string }): string {
  return `${version}.${change}.${coding}`;
}

/** Leaves the coding as it is. @throws Refusal where it is not in the caller's queue */
export async function keepReviewed(store: Store, by: CoderAtWork, id: string): Promise<void> {
  await record(store, by, async ({ transaction, did }) => {
    const found = (await reviewQueue(transaction, by)).find((item) => item.id === id);
    if (found === undefined) throw reviewUnknown();
    const change = Number(id.split('.')[1]);
    await transaction
      .updateTable('reviews')
      .set({ kept_by: by.coder, kept_at: by.now })
      .where('study_id', '=', by.studyId)
      .where('version', '=', found.version)
      .where('change', '=', change)
      .where('coding', '=', found.coding.id)
      .execute();
    did('coding kept on review', found.coding.id, { review: id });
  });
}
