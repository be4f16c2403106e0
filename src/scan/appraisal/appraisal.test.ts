import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../access/refusal.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { livingRecords, readDocument } from '../documents/store.ts';
import { defaultCriteria } from '../screening/default-lists.ts';
import { saveList } from '../screening/lists.ts';
import type { Criteria } from '../screening/model.ts';
import { studyWithRecords } from '../testing/records.ts';
import { readAppraisal, readAppraisals, saveAppraisal } from './appraisals.ts';
import { hintsFor } from './hints.ts';
import type { AppraisalContent } from './model.ts';
import { scoreOf } from './score.ts';

const content: AppraisalContent = {
  kind: 'survey',
  setting: 'A university hospital',
  population: 'Residents',
  channels: [],
  lenses: [],
  codes: ['LH01'],
  criteriaVersion: 0,
  levels: { field: 3, change: 2, weight: 1 },
  rationale: 'It asks the people whom we ask.',
  watch: '',
};

describe('the score', () => {
  it('is the weighted mean of the levels as a share of the highest, with its formula', () => {
    expect(scoreOf(content.levels, defaultCriteria)).toEqual({
      value: 66.7,
      formula: '100 × (1 × 3 + 1 × 2 + 1 × 1) / (3 × 3)',
      missing: [],
    });
  });

  it('is not told while a criterion has no level', () => {
    expect(scoreOf({ field: 3 }, defaultCriteria)).toMatchObject({
      value: null,
      missing: ['change', 'weight'],
    });
  });

  it('rises with every level and lies between 0 and 100', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 6, maxLength: 6 }),
        (given, levels) => {
          const criteria: Criteria = given.map((weight, at) => ({
            id: `c${at}`,
            label: { en: 'a' },
            weight: weight / 10,
            levels: [{ en: '0' }, { en: '1' }, { en: '2' }, { en: '3' }],
          }));
          const rated = Object.fromEntries(
            criteria.map(({ id }, at) => [id, levels[at] ?? 0]),
          ) as AppraisalContent['levels']; // levels come from the list above
          const score = scoreOf(rated, criteria).value ?? -1;
          const raised = scoreOf({ ...rated, c0: 3 }, criteria).value ?? -1;
          return score >= 0 && raised >= score && raised <= 100;
        },
      ),
    );
  });
});

onEveryDatabase('an appraisal', (store) => {
  let studyId: string;
  let record: string;
  beforeEach(async () => {
    studyId = await studyWithRecords(store(), [
      {
        title: 'A survey of residents about chatbots',
        type: 'Journal Article',
        keywords: ['Surveys and Questionnaires', 'Qualitative Research'],
      },
    ]);
    record = (await livingRecords(store(), studyId))[0] ?? '';
  });
  const by = (accountId: string) => ({ studyId, accountId, now: '2026-03-05T00:00:00.000Z' });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Refusal) => error,
    );

  it('is kept in versions, and the slower of two is shown what stands', async () => {
    const first = await saveAppraisal(store(), by('ann'), record, { expected: 0, content });
    expect(first).toMatchObject({ version: 1, score: { value: 66.7 } });
    expect(await saveAppraisal(store(), by('ann'), record, { expected: 0, content })).toEqual(first);
    const late = { expected: 0, content: { ...content, kind: 'trial' as const } };
    expect(await refusal(saveAppraisal(store(), by('bea'), record, late))).toMatchObject({
      code: 'appraisal changed',
      current: first,
    });
    await saveAppraisal(store(), by('bea'), record, { ...late, expected: 1 });
    expect(await readAppraisal(store(), studyId, record)).toMatchObject({
      version: 2,
      content: { kind: 'trial' },
    });
    expect([...(await readAppraisals(store(), studyId)).keys()]).toEqual([record]);
  });

  it('keeps the score that it was given when the criteria change', async () => {
    await saveAppraisal(store(), by('ann'), record, { expected: 0, content });
    const items = defaultCriteria.map((one) => ({ ...one, weight: one.id === 'field' ? 5 : 1 }));
    await saveList(store(), by('lead'), { list: 'criteria', expected: 0, items });
    expect((await readAppraisal(store(), studyId, record))?.score.value).toBe(66.7);
    const next = { expected: 1, content: { ...content, criteriaVersion: 1 } };
    expect((await saveAppraisal(store(), by('ann'), record, next)).score.value).toBe(85.7);
  });

  it.each([
    ['LH99', { codes: ['LH99'] }],
    ['nowhere', { channels: ['nowhere'] }],
    ['beauty', { levels: { beauty: 1 as const } }],
    ['criteria 7', { criteriaVersion: 7 }],
  ])('refuses what the study does not have: %s', async (what, given) => {
    const edit = { expected: 0, content: { ...content, ...given } };
    const refused = await refusal(saveAppraisal(store(), by('ann'), record, edit));
    expect(refused).toMatchObject({ code: 'appraisal wrong', words: { en: expect.stringContaining(what) } });
  });

  it('is helped by hints that show the words they rest on', async () => {
    const document = await readDocument(store(), studyId, record);
    const frame = {
      id: 'f',
      label: { en: 'f' },
      domains: [{ id: 'CH1', kind: 'channel' as const, label: { ko: '챗봇', en: 'Chatbots' } }],
    };
    expect(document && hintsFor(document, frame)).toEqual([
      { for: 'kind', value: 'survey', from: 'keywords', words: 'Surveys' },
      { for: 'kind', value: 'qualitative', from: 'keywords', words: 'Qualitative' },
      { for: 'channels', value: 'CH1', from: 'title', words: 'Chatbots' },
    ]);
    const registered = (type: string) =>
      document && hintsFor({ ...document, type, title: 'Interventional radiology', keywords: [] }, frame);
    expect(registered('INTERVENTIONAL, PHASE2')).toMatchObject([{ value: 'trial', from: 'type' }]);
    expect(registered('OBSERVATIONAL')).toMatchObject([{ value: 'cohort', from: 'type' }]);
  });
});
