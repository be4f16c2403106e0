/** A real browser at work: opening the long document and the grid, and coding while the others code. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Person } from './database.ts';

const FRAMES_SCROLLED = 180;
const PIXELS_A_FRAME = 90;
const CODING_EVERY_MS = 1_000;
const PATIENCE_MS = 60_000;

export async function openPage(browser: Browser, url: string, { cookie }: Person): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR' });
  await context.addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Strict' }]);
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/** Milliseconds from the click on a link until what `shows` selects is painted. */
export async function openByClick(page: Page, link: string, shows: string): Promise<number> {
  await page.locator(link).first().waitFor();
  const shown = await nextShown(page, 'click', shows);
  await page.locator(link).first().click();
  return (await shown()).ms;
}

/**
 * Watches for the next event of the kind, and from then on for something that `selector` selects and that was not there.
 * @returns what waits for it: the milliseconds until it was painted, and its `data-coding`
 */
async function nextShown(
  page: Page,
  kind: 'click' | 'keydown',
  selector: string,
): Promise<() => Promise<{ ms: number; coding: string }>> {
  // Held in an object: a promise alone would be waited for here, before anything has been clicked.
  const watching = await page.evaluateHandle(
    ({ kind, selector, patience }) => ({
      shown: new Promise<{ ms: number; coding: string }>((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing new to see of ${selector}`)), patience);
        const before = new Set(document.querySelectorAll(selector));
        addEventListener(
          kind,
          ({ timeStamp }) =>
            new MutationObserver((_, observer) => {
              const made = Array.from(document.querySelectorAll(selector)).find((one) => !before.has(one));
              if (made === undefined) return;
              observer.disconnect();
              const coding = made.getAttribute('data-coding') ?? '';
              // A task after the frame's callbacks runs when the frame is painted.
              requestAnimationFrame(() =>
                setTimeout(() => resolve({ ms: performance.now() - timeStamp, coding })),
              );
            }).observe(document, { childList: true, subtree: true }),
          { capture: true, once: true },
        );
      }),
    }),
    { kind, selector, patience: PATIENCE_MS },
  );
  return () => watching.evaluate(({ shown }) => shown);
}

/** Milliseconds between frames while the page scrolls. @throws where it does not */
export async function scrollFrames(page: Page): Promise<number[]> {
  const { frames, scrolled } = await page.evaluate(
    async ({ count, pixels }) => {
      const frames: number[] = [];
      let last = performance.now();
      for (let at = 0; at < count; at++) {
        scrollBy(0, pixels);
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        frames.push(now - last);
        last = now;
      }
      return { frames, scrolled: scrollY };
    },
    { count: FRAMES_SCROLLED, pixels: PIXELS_A_FRAME },
  );
  if (scrolled < (FRAMES_SCROLLED * PIXELS_A_FRAME) / 2) throw new Error(`scrolled ${scrolled} pixels only`);
  return frames;
}

/** Codes a sentence of one answer after the other by keyboard. @returns times until on screen, and the codings' ids */
export async function codeByKeys(
  page: Page,
  address: string,
  seconds: number,
): Promise<{ onScreenMs: number[]; kept: string[] }> {
  await page.goto(address);
  // It has the focus as soon as the screen listens to keys.
  const text = page.locator('.work-text:focus');
  await text.waitFor();
  const onScreenMs: number[] = [];
  const kept: string[] = [];
  const ends = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < ends; turn++) {
    const began = performance.now();
    const answer = await text.getAttribute('data-answer');
    await page.keyboard.press('s');
    const shown = await nextShown(page, 'keydown', '.work-label');
    await page.keyboard.press(String(1 + (turn % 9)));
    const { ms, coding } = await shown();
    onScreenMs.push(ms);
    kept.push(coding);
    await page.keyboard.press('n');
    await page.locator(`.work-text:focus:not([data-answer="${answer}"])`).waitFor();
    await wait(Math.max(0, began + CODING_EVERY_MS - performance.now()));
  }
  await page.locator('[data-waiting-coding]').waitFor({ state: 'detached' });
  return { onScreenMs, kept };
}
