import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ThemeVersion } from '../../src/code/model.ts';
import { seriousFindings } from '../testing/accessibility.ts';
import { type Call, callerOf } from '../testing/team.ts';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

let workbench: Workbench;
let page: Page;
let asLead: Call;
beforeAll(async () => {
  workbench = await startWorkbench();
  page = await workbench.open('/synthesise/board');
  asLead = callerOf(workbench, page.request, 'genai-psychiatry');
});
afterAll(() => workbench.stop());

const themes = () => asLead('GET', '/themes', z.array(ThemeVersion));
const column = (at: number) => page.locator('.board-column').nth(at);
const cards = (at: number) => column(at).getByRole('option');

describe('a theme built from the keyboard', () => {
  it('is made with the first code that no theme has, by M and +', async () => {
    await cards(0).first().waitFor();
    const code = await cards(0).first().getAttribute('data-key');
    await cards(0).first().focus();
    await page.keyboard.press('m');
    await page.keyboard.press('+');
    await page.getByRole('dialog', { name: '새 주제' }).waitFor();
    await page.getByLabel('한국어').focus();
    await page.keyboard.insertText('누가 더 위험한가');
    await page.getByRole('checkbox', { name: '경험' }).press('Space');
    await page.getByRole('button', { name: '주제 만들기' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: '누가 더 위험한가', exact: true }).waitFor();
    expect((await themes()).at(-1)?.theme).toMatchObject({
      label: { ko: '누가 더 위험한가' },
      codes: [code],
    });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('takes a code from another theme by its number, and the next code has the focus', async () => {
    const [first, second] = await themes();
    const [moved, next] = first?.theme.codes ?? [];
    await cards(1).first().focus();
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await column(2).locator(`[data-key="${moved}"]`).waitFor();
    await page.waitForFunction((key) => document.activeElement?.getAttribute('data-key') === key, next);
    await expect
      .poll(async () => (await themes()).slice(0, 2).map(({ theme }) => theme.codes))
      .toEqual([first?.theme.codes.slice(1), [...(second?.theme.codes ?? []), moved]]);
    await page.keyboard.press('ArrowRight');
    const columnWithFocus = () =>
      page.evaluate(() => document.activeElement?.closest('[data-column]')?.getAttribute('data-column'));
    await expect.poll(columnWithFocus).toBe(second?.theme.id);
  });

  it('says what it says in sentences that cite codings', async () => {
    await page.getByRole('button', { name: '문장 더하기' }).press('Enter');
    await page.getByRole('group', { name: '1번째 문장' }).getByLabel('한국어').focus();
    await page.keyboard.insertText('정신증 고위험군을 가장 걱정했다.');
    await page.keyboard.press('Control+s');
    await page.getByText('인용이 없는 문장이 있습니다').waitFor();
    await page.getByRole('button', { name: '인용 고르기' }).press('Enter');
    await page.locator('.codings-to-cite [role=option]').first().waitFor();
    await page.locator('[role=dialog] input:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '인용 고르기 · 인용 1건' }).waitFor();
    await page.getByRole('button', { name: '마침' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.citation').waitFor();
    await page.getByRole('button', { name: /저장/ }).press('Enter');
    await page.getByText('저장했습니다.').waitFor();
    expect((await themes()).at(-1)?.theme.narrative).toMatchObject([
      { text: { ko: '정신증 고위험군을 가장 걱정했다.' }, codings: [expect.any(String)] },
    ]);
  });

  it('keeps what was written where somebody else was faster, and shows both', async () => {
    const mine = (await themes()).at(-1);
    if (mine === undefined) throw new Error('expected the new theme');
    await page.getByRole('group', { name: '한 문장으로' }).getByLabel('한국어').focus();
    await page.keyboard.insertText('내가 쓴 설명');
    await asLead('PUT', `/themes/${mine.theme.id}`, z.unknown(), {
      expected: mine.version,
      position: mine.position,
      theme: { ...mine.theme, description: { ko: '다른 사람이 쓴 설명' } },
    });
    await page.getByRole('button', { name: /^저장/ }).press('Enter');
    const both = page.getByRole('alert').filter({ hasText: '그사이 다른 사람이 이 주제를 고쳤습니다' });
    await both.waitFor();
    expect(await both.textContent()).toContain('다른 사람이 쓴 설명');
    expect(await both.textContent()).toContain('내가 쓴 설명');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '내 것으로 저장' }).press('Enter');
    await page.getByText('저장했습니다.').waitFor();
    expect((await themes()).at(-1)?.theme.description).toEqual({ ko: '내가 쓴 설명' });
  });

  it('that somebody else takes away while it is edited leaves what was written, to keep as a new one', async () => {
    const mine = (await themes()).at(-1);
    if (mine === undefined) throw new Error('expected the theme');
    const description = page.getByRole('group', { name: '한 문장으로' }).getByLabel('한국어');
    await description.fill('없어져도 남을 설명');
    await asLead('PUT', `/themes/${mine.theme.id}`, z.unknown(), {
      expected: mine.version,
      position: mine.position,
      theme: null,
    });
    await page.getByRole('alert').filter({ hasText: '그사이 다른 사람이 이 주제를 없앴습니다' }).waitFor();
    expect(await description.inputValue()).toBe('없어져도 남을 설명');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '새 주제로 저장' }).press('Enter');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    const remade = (await themes()).at(-1);
    expect(remade?.theme).toEqual({
      ...mine.theme,
      id: expect.not.stringMatching(mine.theme.id),
      description: { ko: '없어져도 남을 설명' },
    });
  });

  it('is taken away again, its code going back', async () => {
    await page.getByRole('button', { name: '주제 없애기' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '주제 없애기' }).press('Enter');
    await page.locator('.theme-editor').waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await themes()).some(({ theme }) => theme.label.ko === '누가 더 위험한가'))
      .toBe(false);
  });

  it('is no wider than a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
  });
});
