/** The studies that one may see. */
import { z } from 'zod';
import { studiesOf } from '../access/accounts.ts';
import { signedInRoute } from '../access/route.ts';
import { listStudies } from '../store/snapshots.ts';
import { StudyId } from '../study/ids.ts';
import { Localised } from '../study/localised.ts';

export const StudySummary = z.strictObject({ slug: StudyId, title: Localised, synthetic: z.boolean() });
export type StudySummary = z.infer<typeof StudySummary>;

const studies = signedInRoute({
  method: 'get',
  path: '/api/studies',
  summary: 'The studies in which the caller has a role',
  mayCall: 'signed in',
  gives: z.array(StudySummary),
  async handle({ store, account }) {
    const mine = await studiesOf(store, account.accountId);
    const all = await listStudies(store);
    const body: StudySummary[] = all
      .filter(({ studyId }) => mine.includes(studyId))
      .map(({ study }) => ({ slug: study.id, title: study.title, synthetic: study.synthetic }));
    return { status: 200, body };
  },
});

export const collectRoutes = [studies];
