/** For browser tests: documents that came in as a file. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Run } from '../../../src/scan/model.ts';
import { callerOf } from '../../testing/team.ts';
import { STUDY, type Workbench } from '../../testing/workbench.ts';

/** Sends a file with the page's session and waits until it is read in. */
export async function upload(workbench: Workbench, page: Page, name: string, text: string): Promise<void> {
  const call = callerOf(workbench, page.request, STUDY.split('/').at(-1) ?? '');
  const finished = async () =>
    (await call('GET', '/scan/runs', Run.array())).filter(({ state }) => state === 'finished').length;
  const before = await finished();
  const address = `${workbench.url}/api${STUDY}/scan/files?name=${encodeURIComponent(name)}`;
  expect((await page.request.post(address, { data: Buffer.from(text), maxRetries: 3 })).ok()).toBe(true);
  await expect.poll(finished).toBe(before + 1);
}
