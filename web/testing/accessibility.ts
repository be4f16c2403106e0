/** What axe finds on a page that keeps somebody out. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Finding {
  id: string;
  impact: string;
  where: string[];
}

interface AxeResults {
  violations: Array<{ id: string; impact: string; nodes: Array<{ target: string[] }> }>;
}

/** Waits until the page's fonts are there and what moves or fades in has come to rest. */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** Serious and critical findings alone, on the page at rest: colours that fade in are not the ones that are meant. */
export async function seriousFindings(page: Page): Promise<Finding[]> {
  await comeToRest(page);
  // Through the console's door: the page's policy rightly refuses a script element.
  await page.evaluate(axe.source);
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
