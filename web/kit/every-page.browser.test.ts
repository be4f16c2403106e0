/** What must hold on every page: accessible in both themes, nothing wider than a phone, both languages whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../testing/accessibility.ts';
import { pages, startWorkbench, type Workbench } from '../testing/workbench.ts';

const everywhere = [
  ...pages,
  '/people',
  '/search?q=GPT',
  '/code/passes',
  '/code/work',
  '/code/review',
  '/agree/live',
  '/agree/disagreements',
  '/synthesise/board',
  '/scan',
  '/scan/sources',
  '/scan/duplicates',
  '/scan/appraise',
  '/scan/signals',
  '/scan/digest',
  '/collect/P003',
  '/prioritise?evidence=priority%2Fconsent',
];

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

const widths = [1440, 768, 390];
// The layout does not depend on the theme, nor the colours on the language: two passes see all four.
const readers = [
  { language: 'ko', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

describe.each(everywhere)('%s', (path) => {
  it.each(readers)('is accessible and no wider than the window, in $language and $theme', async (reader) => {
    const page = await workbench.open(path, reader);
    expect(await page.locator('html').getAttribute('lang')).toBe(reader.language);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForLoadState('networkidle');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} is too wide at ${width}`).toBeLessThanOrEqual(0);
      expect(await seriousFindings(page), `${path} at ${width}`).toEqual([]);
    }
    await page.context().close();
  });
});
