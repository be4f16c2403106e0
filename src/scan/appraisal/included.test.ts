import { v7 as newId } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { livingRecords } from '../documents/store.ts';
import { decide } from '../screening/decide.ts';
import { imaginaryAppraisal } from '../testing/appraisals.ts';
import { chatbotsAmongOthers, studyWithRecords } from '../testing/records.ts';
import { saveAppraisal } from './appraisals.ts';
import { listIncluded, placeAmongIncluded } from './included.ts';

onEveryDatabase('the included records', (store) => {
  let studyId: string;
  let included: string[];
  beforeEach(async () => {
    studyId = await studyWithRecords(store(), chatbotsAmongOthers(8, 2));
    const records = await livingRecords(store(), studyId);
    included = records.filter((_, at) => at % 2 === 0);
    for (const screener of ['ann', 'bea']) {
      for (const record of records) {
        const decision = included.includes(record) ? 'include' : 'exclude';
        await decide(store(), by(screener), {
          ...{ id: newId(), record, decision, reason: null, note: '', drawn: 'ranked', supersedes: null },
        });
      }
    }
  });
  const by = (accountId: string) => ({ studyId, accountId, now: '2026-03-05T00:00:00.000Z' });
  const content = imaginaryAppraisal({ levels: { field: 3, change: 3, weight: 3 } });
  const appraise = (at: number) =>
    saveAppraisal(store(), by('ann'), included[at] ?? '', { expected: 0, content });
  const place = (record: string | null) => placeAmongIncluded(store(), studyId, record);

  it('begin with the first that nobody has appraised', async () => {
    expect(await place(null)).toEqual({
      ...{ total: 4, appraised: 0, record: included[0], at: 0 },
      ...{ before: null, after: included[1], nextOpen: included[1] },
    });
    await appraise(0);
    expect(await place(null)).toMatchObject({ appraised: 1, record: included[1], before: included[0] });
  });

  it('lead on to what is not appraised, from the beginning again at the end', async () => {
    await appraise(1);
    expect(await place(included[0] ?? '')).toMatchObject({ after: included[1], nextOpen: included[2] });
    expect(await place(included[3] ?? '')).toMatchObject({ at: 3, after: null, nextOpen: included[0] });
    for (const at of [0, 2, 3]) await appraise(at);
    expect(await place(included[3] ?? '')).toMatchObject({ appraised: 4, nextOpen: null });
    expect(await place(null)).toMatchObject({ record: included[0] });
  });

  it('know a record that is not among them', async () => {
    expect(await place('elsewhere')).toMatchObject({ record: 'elsewhere', at: null, nextOpen: included[0] });
  });

  it('are listed part by part with their scores', async () => {
    await appraise(2);
    const { total, records } = await listIncluded(store(), studyId, { from: 1, count: 2 });
    expect(total).toBe(4);
    expect(records).toEqual([
      { id: included[1], title: expect.stringContaining('chatbot'), appraised: false, score: null },
      { id: included[2], title: expect.stringContaining('chatbot'), appraised: true, score: 100 },
    ]);
    expect(await listIncluded(store(), studyId, { from: 4, count: 2 })).toEqual({ total: 4, records: [] });
  });

  it('are none at first', async () => {
    const empty = await studyWithRecords(store(), []);
    expect(await placeAmongIncluded(store(), empty, null)).toEqual({
      ...{ total: 0, appraised: 0, record: null, at: null, before: null, after: null, nextOpen: null },
    });
  });
});
