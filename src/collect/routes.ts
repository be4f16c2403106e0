/** The studies that one may see, and what defines each. */
import { z } from 'zod';
import { roles, studiesOf } from '../access/accounts.ts';
import { signedInRoute, studyRoute } from '../access/route.ts';
import { listStudies, loadSnapshot } from '../store/snapshots.ts';
import { StudyId } from '../study/ids.ts';
import { Localised } from '../study/localised.ts';
import { Codebook, Priority, Study, Theme } from '../study/model.ts';

export const StudySummary = z.strictObject({ slug: StudyId, title: Localised, synthetic: z.boolean() });
export type StudySummary = z.infer<typeof StudySummary>;

export const StudyDefinition = z.strictObject({
  study: Study,
  codebook: Codebook,
  themes: z.array(Theme),
  priorities: z.array(Priority),
});
export type StudyDefinition = z.infer<typeof StudyDefinition>;

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

const definition = studyRoute({
  method: 'get',
  path: '/api/studies/:study',
  summary: 'Questions, codebook, themes and priorities of a study',
  mayCall: roles,
  gives: StudyDefinition,
  async handle({ store, study }) {
    const { study: about, codebook, themes, priorities } = await loadSnapshot(store, study.studyId);
    const body: StudyDefinition = { study: about, codebook, themes, priorities };
    return { status: 200, body };
  },
});

export const collectRoutes = [studies, definition];
