/** What of the answers each of the people in a study is shown. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf, invite, openPass } from '../testing/team.ts';
import { STUDY, startWorkbench, type Workbench } from '../testing/workbench.ts';

let workbench: Workbench;
let lead: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  lead = await workbench.open('');
});
afterAll(() => workbench.stop());

async function comeInAs(role: 'coder' | 'reader', name: string): Promise<Page> {
  const { context } = await invite(workbench, lead, name, 'genai-psychiatry', role);
  return context.newPage();
}

describe('the answers', () => {
  it('are not for readers, who are led to what may be quoted', async () => {
    const reader = await comeInAs('reader', '이사회');
    for (const path of ['/collect', '/collect/P003']) {
      await reader.goto(workbench.url + STUDY + path);
      await reader.getByText('이 연구에서 코딩하는 사람만 읽습니다').waitFor();
    }
    await reader.getByRole('link', { name: '경험' }).click();
    await reader.locator('.evidence-list .evidence-item').first().waitFor();
    expect(await reader.locator('.evidence-list .participant-id').count()).toBe(0);
    await reader.context().close();
  });

  it('are shown to coders who code blind without what others coded, and lead to the coding of them', async () => {
    const coder = await comeInAs('coder', '김지은');
    await lead.goto(`${workbench.url}${STUDY}/collect/P003`);
    await lead.locator('.margin-codes .code-label').first().waitFor();
    const asLead = callerOf(workbench, lead.request, 'genai-psychiatry');
    await openPass(asLead, { label: '2차', coders: ['김지은'], participants: ['P003'] });

    await coder.goto(`${workbench.url}${STUDY}/collect/P003`);
    await coder.getByRole('link', { name: '이 답 코딩하기' }).first().waitFor();
    expect(await coder.locator('.code-label').count()).toBe(0);

    await coder.goto(`${workbench.url}${STUDY}/collect`);
    await coder.getByRole('button', { name: '조건 더하기' }).click();
    await coder.locator('[role=dialog] input:focus').waitFor();
    await coder.keyboard.type('2차');
    await coder.getByRole('menuitem', { name: '내가 맡은 답: 2차' }).click();
    await coder
      .locator('.answers-total')
      .filter({ hasText: /^참여자 1명$/ })
      .waitFor();
    await coder.getByRole('gridcell').first().click();
    await coder.getByRole('link', { name: '이 답 코딩하기' }).first().click();
    await coder.waitForURL(/\/code\/work\?.*P003/);
    await coder.context().close();
  });
});
