/** Finding where something was said, in Korean as it is put together and in English by way of the command palette. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

/** As an input method does: each state replaces the one before until the last is kept. */
async function compose(page: Page, states: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const text of states) {
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await client.send('Input.insertText', { text: states.at(-1) ?? '' });
}

describe('the search', () => {
  it('finds a Korean word in codes and answers, and leads by key to where it was said', async () => {
    const page = await workbench.open('/search');
    await page.getByRole('searchbox', { name: '답, 코드, 메모 속의 말' }).focus();
    await compose(page, ['ㅁ', '마', '망', '망ㅅ', '망사', '망상']);
    const answers = page.getByRole('option').filter({ hasText: /^P\d+/ });
    await answers.first().waitFor();
    // What was composed so far may have been looked for, too.
    const marked = async () => new Set(await page.locator('.hit mark').allTextContents());
    await expect.poll(marked).toEqual(new Set(['망상']));
    await page
      .getByRole('option', { name: /^망상 강화/ })
      .first()
      .waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('망상');

    // Down through the codes to the first answer.
    const place = (await answers.first().locator('.hit-place').textContent()) ?? '';
    const focused = async () => (await page.locator('.hit[data-focused]').allTextContents()).join();
    for (let step = 0; step < 40 && !(await focused()).includes(place); step++) {
      const before = await focused();
      await page.keyboard.press('ArrowDown');
      await expect.poll(focused).not.toBe(before);
    }
    await page.keyboard.press('Enter');
    const [participant = ''] = place.split(' ');
    await page.getByRole('heading', { level: 1, name: participant }).waitFor();
    await page.locator('.coded-text').filter({ hasText: /망상/ }).first().waitFor();

    await page.goBack();
    await answers.first().waitFor();
    await page.context().close();
  });

  it('is offered in English by the command palette, whatever is typed there', async () => {
    const page = await workbench.open('', { language: 'en' });
    await page.keyboard.press('Control+k');
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('stopped lithium');
    await page
      .locator('[role=menuitem][data-focused]')
      .filter({ hasText: 'Search answers for “stopped lithium”' })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Where was this said?' }).waitFor();
    const hit = page.getByRole('option').filter({ hasText: /^P003 · Experiences/ });
    await hit.waitFor();
    await expect.poll(() => hit.locator('mark').allTextContents()).toEqual(['stopped', 'lithium']);
    await hit.click();
    await page.getByRole('heading', { level: 1, name: 'P003' }).waitFor();

    await page.goto(`${page.url().replace(/\/collect.*/, '')}/search?q=zzzz`);
    await page.getByRole('status').filter({ hasText: 'Nothing holds “zzzz”.' }).waitFor();
    await page.context().close();
  });
});
