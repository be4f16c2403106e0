/** Whoever screens sees what a document was joined from, takes a source record out by key, and puts it back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordPage } from '../../../src/scan/model.ts';
import { seriousFindings } from '../../testing/accessibility.ts';
import { press } from '../../testing/keyboard.ts';
import { callerOf } from '../../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../../testing/workbench.ts';
import { upload } from '../testing/upload.ts';

const slug = STUDY.split('/').at(-1) ?? '';
let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

const ris = (title: string, year: number, abstract: string) =>
  `TY  - JOUR\nTI  - ${title}\nAU  - 김민아\nPY  - ${year}\nDO  - 10.5555/joined\nAB  - ${abstract}\nER  - \n\n`;

it('leads from a joined document to its source records and back', async () => {
  const lead = await workbench.open('');
  await upload(workbench, lead, '학회지.ris', ris('챗봇과 망상', 2025, '면담하였다. 결과를 적는다.'));
  await upload(workbench, lead, '사전공개.ris', ris('챗봇과 망상', 2026, '면담하였다.'));
  const record = (await found(lead)).records[0]?.document.id;

  await lead.goto(`${workbench.url}${STUDY}/scan`);
  const shown = lead.locator(`article[data-record="${record}"]`);
  await shown.getByText('출처 기록 2건을 합친 문헌').waitFor();
  await lead.keyboard.press('KeyJ');
  const sheet = lead.getByRole('dialog', { name: '이 문헌으로 합쳐진 출처 기록' });
  await sheet.getByRole('columnheader', { name: '출처 기록 2' }).waitFor();
  // The year is the first source's, the abstract the longest.
  expect(await sheet.locator('[data-differs]').allTextContents()).toEqual([
    '2026 (다름)',
    '면담하였다. (다름)',
  ]);
  expect(await seriousFindings(lead)).toEqual([]);
  await press(lead, sheet.getByRole('button', { name: '출처 기록 2: 다른 문헌으로 나누기' }));
  await sheet.getByText('다른 문헌으로 나누었습니다.').waitFor();
  await sheet.getByText('이제 이 문헌의 출처 기록은 하나입니다.').waitFor();
  expect((await found(lead)).total).toBe(2);
  await lead.keyboard.press('KeyZ');
  await sheet.getByText('다시 합쳤습니다.').waitFor();
  expect(await found(lead)).toMatchObject({ total: 1, records: [{ document: { id: record } }] });
  await lead.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await shown.getByText('출처 기록 2건을 합친 문헌').waitFor();

  await lead.goto(`${workbench.url}${STUDY}/scan/appraise?record=${record}`);
  await lead.getByText('출처 기록 2건을 합친 문헌').waitFor();
  await lead.keyboard.press('KeyJ');
  await press(lead, sheet.getByRole('button', { name: '출처 기록 1: 다른 문헌으로 나누기' }));
  await sheet.getByText('다른 문헌으로 나누었습니다.').waitFor();
  // What is left says what the second source said.
  await lead.locator('.source-text', { hasText: '2026' }).waitFor();
}, 120_000);

const found = (page: Page) => callerOf(workbench, page.request, slug)('GET', '/scan/records', RecordPage);
