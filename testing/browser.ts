/** The browser that tests, screenshots and benchmarks drive: one that the machine has, never a download. */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The path of a Chromium or Chrome, or null; `CHROMIUM_PATH` goes before what is on the PATH. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(':');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const named = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : [];
  return [...named, ...onPath].find(isExecutable) ?? null;
}

/** @throws where the machine has no Chromium or Chrome */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error('no Chromium or Chrome on the PATH; expected one, or its path in CHROMIUM_PATH');
  }
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's sandbox refuses to run as root; what is driven here are our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
