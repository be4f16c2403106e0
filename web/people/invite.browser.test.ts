/** How a team comes together: the lead hands over a link, the coder comes in with a password and comes back with it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

const PASSWORD = '긴 비밀번호 하나 둘';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

async function makeLink(lead: Page, role: string): Promise<string> {
  await lead.getByRole('radio', { name: role }).check();
  await lead.getByRole('button', { name: '링크 만들기' }).click();
  return lead.getByRole('textbox', { name: '초대 링크' }).inputValue();
}

async function openAsStranger(link: string): Promise<Page> {
  const context = await workbench.visitor();
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: '이름' }).fill('김지은');
  await page.getByRole('textbox', { name: '비밀번호' }).fill(password);
  await page.getByRole('button', { name: '로그인', exact: true }).click();
}

describe('a lead and a coder', () => {
  it('come together by a link, which is handed over once', async () => {
    const lead = await workbench.open('');
    await lead.getByRole('button', { name: /: 계정$/ }).click();
    await lead.getByRole('link', { name: '함께하는 사람' }).click();
    await lead.getByRole('heading', { level: 1, name: '누가 함께하며' }).waitFor();
    const link = await makeLink(lead, '코더');

    const coder = await openAsStranger(link);
    await coder.getByRole('heading', { level: 1, name: '연구에 초대받았습니다' }).waitFor();
    expect(coder.url()).not.toContain('invitation=');
    await coder.getByText('맡을 역할: 코더').waitFor();
    await coder.getByRole('textbox', { name: '이름' }).fill('김지은');
    await coder.getByRole('textbox', { name: '비밀번호' }).fill('짧다');
    await coder.getByRole('button', { name: '들어가기' }).click();
    await coder.getByRole('alert').filter({ hasText: '비밀번호가 너무 짧습니다' }).waitFor();
    await coder.getByRole('textbox', { name: '비밀번호' }).fill(PASSWORD);
    await coder.getByRole('button', { name: '들어가기' }).click();
    await coder.getByRole('heading', { level: 1, name: '이 연구는 어디까지 왔고' }).waitFor();

    const late = await openAsStranger(link);
    await late.getByRole('alert').filter({ hasText: '이미 썼거나 기한이 지난 초대입니다' }).waitFor();
    await late.context().close();

    await coder.goto(`${new URL(coder.url()).pathname}/code`.replace(/^/, workbench.url));
    await coder.getByRole('button', { name: '김지은: 계정' }).click();
    expect(await coder.getByRole('link', { name: '함께하는 사람' }).count()).toBe(0);
    await coder.getByRole('button', { name: '로그아웃' }).click();
    await coder.getByRole('heading', { level: 1, name: '로그인' }).waitFor();

    await coder.goto(`${workbench.url}/studies/genai-psychiatry/code`);
    await signIn(coder, '틀린 비밀번호 하나');
    await coder.getByRole('alert').filter({ hasText: '이름이나 비밀번호가 맞지 않습니다' }).waitFor();
    expect(await coder.getByRole('textbox', { name: '이름' }).inputValue()).toBe('김지은');
    await signIn(coder, PASSWORD);
    // Back where one wanted to go.
    await coder.getByRole('heading', { level: 1, name: '그 말들을 어떤 코드로' }).waitFor();

    await lead.reload();
    const row = lead.getByRole('row').filter({ hasText: '김지은' });
    await Promise.all([
      lead.waitForResponse((response) => response.url().endsWith('/members')),
      row.getByRole('combobox').selectOption({ label: '열람자' }),
    ]);
    await row.getByRole('button', { name: '김지은 내보내기' }).click();
    await lead.getByRole('dialog').getByRole('button', { name: '내보내기' }).click();
    await row.waitFor({ state: 'detached' });
    await coder.reload();
    await coder.getByRole('heading', { name: '이 주소에는 화면이 없습니다' }).waitFor();
    await coder.context().close();
    await lead.context().close();
  });
});

describe('one’s own account', () => {
  it('gets a password, with which a session that ended is taken up again on the same page', async () => {
    const page = await workbench.open('');
    await page.goto(`${workbench.url}/me`);
    await page.getByRole('textbox', { name: '새 비밀번호' }).fill(PASSWORD);
    await page.getByRole('button', { name: '정하기' }).click();
    await page.getByRole('status').filter({ hasText: '비밀번호를 정했습니다' }).waitFor();
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

    await page.goto(`${workbench.url}/studies/genai-psychiatry/people`);
    await page.getByRole('radio', { name: '열람자' }).check();
    await page.context().clearCookies();
    await page.getByRole('button', { name: '링크 만들기' }).click();
    const sheet = page.getByRole('dialog', { name: '로그아웃되었습니다' });
    await sheet.getByRole('textbox', { name: '이름' }).fill(name);
    await sheet.getByRole('textbox', { name: '비밀번호' }).fill(PASSWORD);
    await sheet.getByRole('button', { name: '로그인', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await page.getByRole('radio', { name: '열람자' }).isChecked()).toBe(true);
    await page.context().close();
  });
});
