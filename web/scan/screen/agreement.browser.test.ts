/** The lead sees how far two screeners agree, once both have read enough of the same records. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { RecordPage } from '../../../src/scan/model.ts';
import { seriousFindings } from '../../testing/accessibility.ts';
import { press } from '../../testing/keyboard.ts';
import { type Call, callerOf, invite } from '../../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../../testing/workbench.ts';
import { upload } from '../testing/upload.ts';

const slug = STUDY.split('/').at(-1) ?? '';
const RECORDS = 32;
const subjects = ['약물', '수면', '식욕', '불안', '기억', '통증', '보행', '호흡'];
let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

it('leads from decisions of two people to a table and coefficients with intervals', async () => {
  const lead = await workbench.open('');
  const records = Array.from({ length: RECORDS }, (_, at) => {
    const title = `${subjects[at % 8]}에 관한 ${Math.floor(at / 8) + 1}번째 보고 ${at * 7919}`;
    return `TY  - JOUR\nTI  - ${title}\nDO  - 10.5555/${at}\nER  - \n\n`;
  });
  await upload(workbench, lead, '학회지.ris', records.join(''));
  const asLead = callerOf(workbench, lead.request, slug);
  const coder = await invite(workbench, lead, '박서연', slug);
  const { records: found } = await asLead('GET', '/scan/records?count=200', RecordPage);
  const ids = found.map(({ document }) => document.id);
  expect(ids).toHaveLength(RECORDS);

  await lead.goto(`${workbench.url}${STUDY}/scan`);
  const view = lead.getByRole('button', { name: '일치도', exact: true });
  await press(lead, view);
  await lead.getByText('아직 두 사람이 읽은 문헌이 없습니다.').waitFor();
  // Eight both include, four the lead alone, the rest both exclude.
  const decideOn = (record: string, at: number) =>
    Promise.all([decide(asLead, record, at < 12), decide(coder.call, record, at < 8)]);
  await Promise.all(ids.slice(0, 10).map(decideOn));
  await lead.reload();
  await press(lead, view);
  await lead.getByText('30건이 안 되어 아직 추정하지 않습니다').waitFor();
  await Promise.all(ids.slice(10).map((record, at) => decideOn(record, at + 10)));
  await lead.reload();
  await press(lead, view);
  const row = lead.locator('[data-agreement]');
  await row.getByText('28/32').waitFor();
  const [who, number, percent, kappa] = await row.locator('th, td').allTextContents();
  expect(who?.split(' · ').toSorted()).toEqual(['Owner', '박서연']);
  expect([number, percent]).toEqual(['32', '28/32 · 88% (72–95)']);
  // (28/32 − 0.5625) / (1 − 0.5625), chance agreement being 12/32 × 8/32 + 20/32 × 24/32.
  expect(kappa).toMatch(/^0\.71 /);
  const cells = await lead.locator('.two-way td:not(:empty)').allTextContents();
  expect(cells.map(Number).reduce((sum, count) => sum + count, 0)).toBe(RECORDS);
  expect(await lead.locator('.two-way [data-same]').allTextContents()).toEqual(['8', '20', '0']);
  expect(await seriousFindings(lead)).toEqual([]);
  await lead.setViewportSize({ width: 390, height: 844 });
  expect(await lead.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  const other = await coder.context.newPage();
  await other.goto(`${workbench.url}${STUDY}/scan`);
  await other.getByRole('button', { name: '목록' }).waitFor();
  expect(await other.getByRole('button', { name: '일치도', exact: true }).count()).toBe(0);
}, 120_000);

const decide = (call: Call, record: string, included: boolean) =>
  call('POST', '/scan/screening/decisions', z.unknown(), {
    id: newId(),
    record,
    decision: included ? 'include' : 'exclude',
    ...{ reason: null, note: '', drawn: 'ranked', supersedes: null },
  });
