import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from '../testing/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

describe('the grid of answers', () => {
  it('draws the rows in view alone, and knows how many there are', async () => {
    const page = await workbench.open('/collect');
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(5).waitFor();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(200);
    expect(await grid.getByRole('row').count()).toBeLessThan(40);
    await page.context().close();
  });

  it('is walked with the keys to its last row, read with Enter, left with Esc', async () => {
    const page = await workbench.open('/collect');
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatchObject({ row: '3', column: '2' });

    await page.keyboard.press('Control+End');
    const last = await page.getByRole('grid').getAttribute('aria-rowcount');
    await page.waitForFunction(
      (row) => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') === row,
      last,
    );
    await page.locator('[role=row]:has(:focus) .who strong').waitFor();
    const participant = await page.locator('[role=row]:has(:focus) .who strong').textContent();

    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: participant ?? '' }).waitFor();
    await page.keyboard.press('[');
    await page.getByRole('heading', { level: 1, name: participant ?? '' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor();
    await page.context().close();
  });

  it('is filtered in words, and the filter stands in the address', async () => {
    const page = await workbench.open('/collect');
    const total = page.locator('.answers-total');
    await total.filter({ hasText: /\d/ }).waitFor();
    const before = await total.textContent();
    await page.getByRole('button', { name: '조건 더하기' }).click();
    await page.locator('[role=dialog] input:focus').waitFor();
    await page.keyboard.type('전공의');
    await page.locator('[role=menuitem][data-focused]').filter({ hasText: '직위 = 전공의' }).waitFor();
    await page.keyboard.press('Enter');
    const condition = page.getByRole('button', { name: '직위 = 전공의: 빼기' });
    await condition.waitFor();
    await page.waitForFunction(
      (was) => document.querySelector('.answers-total')?.textContent !== was,
      before,
    );
    expect(decodeURIComponent(page.url())).toContain('"attribute":"role"');
    await expect
      .poll(async () =>
        (await page.locator('.who .quiet').allTextContents()).filter((who) => !who.includes('전공의')),
      )
      .toEqual([]);

    await page.reload();
    await condition.click();
    await page.waitForFunction(
      (was) => document.querySelector('.answers-total')?.textContent === was,
      before,
    );
    await page.context().close();
  });

  it('underlines every coded passage of the answers that are read', async () => {
    const page = await workbench.open('/collect/P003');
    await page.locator('.coded-text').first().waitFor();
    const underlined = () =>
      page.evaluate(() =>
        [...CSS.highlights]
          .filter(([name]) => name.startsWith('code-'))
          .flatMap(([, ranges]) => [...ranges])
          .map((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset))
          .toSorted(),
      );
    // Each label says, to those who do not see the line, what it is on.
    const spoken = await page.locator('.margin-codes li .visually-hidden').allTextContents();
    const quotes = spoken.filter((words) => words.startsWith(': ')).map((words) => words.slice(2));
    expect(quotes.length).toBeGreaterThan(3);
    await expect.poll(underlined).toEqual(quotes.toSorted());
    await page.context().close();
  });
});

function focused(page: Awaited<ReturnType<Workbench['open']>>) {
  return page.evaluate(() => ({
    row: document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex'),
    column: document.activeElement?.getAttribute('aria-colindex'),
  }));
}
