/** The measure of the whole: from a claim to the words behind it in two clicks, in both languages and by key alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFocused, press } from '../testing/keyboard.ts';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

const inWords = {
  ko: { claim: '진료에 AI를 쓰기 전에 설명하고', drawer: '근거', code: '설명 후 동의' },
  en: { claim: 'Explain and obtain revocable consent', drawer: 'Evidence', code: 'consent' },
};

const claimOf = (page: Page, words: string) => page.locator('article.priority').filter({ hasText: words });

describe.each(['ko', 'en'] as const)('“consent is a priority”, in %s', (language) => {
  const words = inWords[language];

  it('is one click from the sentences behind it, and each sentence one from its place', async () => {
    const page = await workbench.open('/prioritise', { language });
    const number = claimOf(page, words.claim).locator('.evidence-link').first();
    const [, count] = (await number.textContent())?.match(/· (\d+)\/\d+/) ?? [];

    await number.click();
    const drawer = page.getByRole('complementary', { name: words.drawer });
    await drawer.getByRole('article').first().waitFor();
    expect(await drawer.locator('.evidence-count').textContent()).toContain(count);
    expect(await drawer.getByRole('article').first().textContent()).toContain(words.code);

    const first = drawer
      .getByRole('article')
      .filter({ has: page.locator('.coded-text') })
      .first();
    const participant = (await first.locator('.participant-id').textContent()) ?? '';
    const said = (await first.locator('.coded-text').textContent()) ?? '';
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: participant }).waitFor();
    await expect.poll(() => page.locator('#page').textContent()).toContain(said.split('○')[0]);
    await page.context().close();
  });

  it('needs no mouse, and the focus comes back', async () => {
    const page = await workbench.open('/prioritise', { language });
    const number = claimOf(page, words.claim).locator('.evidence-link').first();
    await press(page, number);
    const drawer = page.getByRole('complementary', { name: words.drawer });
    await drawer.getByRole('article').first().waitFor();
    await drawer.locator(':focus').waitFor();

    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(number)).toBe(true);
    await page.context().close();
  });
});

it('has an address: the drawer is open for whoever is sent the link', async () => {
  const page = await workbench.open('/prioritise?evidence=priority%2Fconsent', { language: 'ko' });
  await page.getByRole('complementary', { name: '근거' }).getByRole('article').first().waitFor();
  await page.context().close();
});

it('works on a phone, where the drawer is a sheet', async () => {
  const page = await workbench.open('/prioritise', { language: 'ko', width: 390, height: 844 });
  await claimOf(page, inWords.ko.claim).locator('.evidence-link').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('article').first().waitFor();
  await sheet.getByRole('article').first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^P\d+/ }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});
