import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STUDY, startWorkbench, type Workbench } from '../../testing/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

describe('signing in', () => {
  it('says how to, to somebody without a session', async () => {
    const context = await workbench.visitor();
    const page = await context.newPage();
    await page.goto(workbench.url + STUDY);
    await page.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
    await page.getByText('npm start').waitFor();
    await context.close();
  });

  it('takes the token out of the address, and a link signs in once', async () => {
    await workbench.open(''); // spends the link
    const context = await workbench.visitor('en');
    const page = await context.newPage();
    await page.goto(workbench.signInLink);
    await page.getByRole('alert').filter({ hasText: 'has been used or is too old' }).waitFor();
    expect(page.url()).not.toContain('sign-in');
    await context.close();
  });
});

describe('the frame', () => {
  it('says on every page that the study is synthetic', async () => {
    const page = await workbench.open('/align', { language: 'en' });
    await page.getByText('no real person answered').first().waitFor();
    await page.context().close();
  });

  it('remembers the language', async () => {
    const page = await workbench.open('', { language: 'en' });
    await page.getByRole('radio', { name: '한국어' }).click();
    await page.getByRole('heading', { level: 1, name: '이 연구는 어디까지 왔고' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '이 연구는 어디까지 왔고' }).waitFor();
    await page.context().close();
  });

  it('follows the system’s theme until another is chosen, and remembers that', async () => {
    const page = await workbench.open('', { language: 'en', theme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.getByRole('radio', { name: 'Light' }).click();
    await expect.poll(paper).not.toBe(dark);
    const light = await paper();
    await page.reload();
    await page.locator('#page h1').waitFor();
    expect(await paper()).toBe(light);
    await page.context().close();
  });

  it('goes anywhere by name from the keyboard', async () => {
    const page = await workbench.open('', { language: 'ko' });
    await page.keyboard.press('Control+k');
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('우선 과제');
    await page.locator('[role=menuitem][data-focused]').filter({ hasText: '우선 과제' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/prioritise/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '단축키' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is a sheet from below on a phone', async () => {
    const page = await workbench.open('', { language: 'ko', width: 390, height: 844 });
    await page.getByRole('button', { name: '단계' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '정렬' }).click();
    await page.getByRole('heading', { level: 1, name: '이것을 말한 사람은' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
