/** What must hold on every page: accessible in both themes, nothing wider than a phone, both languages whole. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages, startWorkbench, type Workbench } from '../testing/workbench.ts';

const everywhere = [
  ...pages,
  '/people',
  '/search?q=GPT',
  '/collect/P003',
  '/prioritise?evidence=priority%2Fconsent',
];

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.stop());

interface Finding {
  id: string;
  impact: string;
  where: string[];
}

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
    // Through the console's door: the page's policy rightly refuses a script element.
    await page.evaluate(axe.source);
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

function seriousFindings(page: Page): Promise<Finding[]> {
  return page.evaluate(async () => {
    // `axe` is what the script before has put on the window.
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({ iframes: false });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({
        id,
        impact,
        where: nodes.map(({ target }) => target.join(' ')).slice(0, 3),
      }));
  });
}

interface AxeResults {
  violations: Array<{ id: string; impact: string; nodes: Array<{ target: string[] }> }>;
}
