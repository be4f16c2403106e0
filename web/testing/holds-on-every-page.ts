/** What must hold on every page: accessible in both themes, nothing wider than a phone, both languages whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeToRest, seriousFindings } from './accessibility.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const widths = [1440, 768, 390];
// The layout does not depend on the theme, nor the colours on the language: two passes see all four.
const readers = [
  { language: 'ko', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

/** Makes the tests for these pages of the sample study. */
export function holdsOnEveryPage(paths: readonly string[]): void {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.stop());

  describe.each(paths)('%s', (path) => {
    it.each(readers)(
      'is accessible and no wider than the window, in $language and $theme',
      async (reader) => {
        const page = await workbench.open(path, reader);
        expect(await page.locator('html').getAttribute('lang')).toBe(reader.language);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForLoadState('networkidle');
          await page.locator('.waiting').first().waitFor({ state: 'detached' });
          await comeToRest(page);
          const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          await expect.poll(over, { message: `${path} is too wide at ${width}` }).toBeLessThanOrEqual(0);
          expect(await seriousFindings(page), `${path} at ${width}`).toEqual([]);
        }
        await page.context().close();
      },
    );
  });
}
