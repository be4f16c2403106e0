/** Somebody who never touches a mouse: everything is reached by Tab and pressed by key. */
import type { Locator, Page } from 'playwright-core';

const FAR = 400;

/** Whether the focus is there. */
export const isFocused = (place: Locator): Promise<boolean> =>
  place.first().evaluate((element) => element === document.activeElement);

/** Presses Tab until the focus is on what is meant. @throws where it cannot be reached */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let presses = 0; presses < FAR; presses++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

/** Reaches a button or a link and presses Enter. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Reaches a field and writes into it in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}
