/** The scan from the screen: a real browser at the built server, which is killed in the middle of the longest run. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { SourceServer } from '../../src/scan/testing/source-server.ts';
import { sourcesWords } from '../../web/scan/sources/words.ts';
import { openPage } from '../workbench/browser.ts';
import { type BuiltServer, startBuiltServer } from '../workbench/built-server.ts';
import type { Place } from './database.ts';
import type { Recordings, Search } from './recordings.ts';

const words = sourcesWords.ko;
/** The server is killed while it waits for this page. */
const KILLED_AT = 5;

export interface ScannedFromScreen {
  /** Started again after it was killed, at the same address. */
  server: BuiltServer;
  pages_asked: number[];
}

export async function scanFromScreen(
  browser: Browser,
  place: Place,
  { source, recordings, files }: { source: SourceServer; recordings: Recordings; files: readonly string[] },
): Promise<ScannedFromScreen> {
  let server = await startBuiltServer(place.file);
  try {
    return await scan();
  } catch (error) {
    await server.kill();
    throw error;
  }

  async function scan(): Promise<ScannedFromScreen> {
    const { url } = server;
    const killed = new Promise<void>((resolve, reject) => {
      source.answer((url, count) => {
        if (count === KILLED_AT) server.kill().then(resolve, reject);
        return recordings.answer(url);
      });
    });
    const page = await openPage(browser, url, place.lead);
    await page.goto(`${url}/studies/${place.study}/scan/sources`);
    const [longest, ...others] = recordings.searches;
    if (longest === undefined) throw new Error('no search was recorded');
    const row = await saveAndRun(page, longest);
    await killed;
    const before = source.asked.length;
    source.answer((url) => recordings.answer(url));
    server = await startBuiltServer(place.file, Number(new URL(url).port));
    await row.locator('[data-state="cut off"]').waitFor();
    await row.getByRole('button', { name: words.resume }).click();
    await row.locator('[data-state=finished]').waitFor();
    const pages_asked = [before, source.asked.length];
    for (const search of others) {
      await (await saveAndRun(page, search)).locator('[data-state=finished]').waitFor();
    }
    await page.locator('input[type=file]').setInputFiles([...files]);
    const read = page.getByRole('list', { name: words.filesRead }).locator('[data-state=finished]');
    await read.nth(files.length - 1).waitFor();
    await page.context().close();
    return { server, pages_asked };
  }
}

/** Saves the search, switches it on and runs it, as a person would. @returns its row */
async function saveAndRun(page: Page, { source, query }: Search): Promise<Locator> {
  const label = `${source} ${query}`;
  const [list = '', search = ''] = source === 'openfda' ? query.split(':') : ['', query];
  await page.getByRole('combobox', { name: words.source, exact: true }).selectOption(source);
  await page.getByRole('textbox', { name: words.label, exact: true }).fill(label);
  if (source === 'openfda')
    await page.getByRole('combobox', { name: words.list, exact: true }).selectOption(list);
  await page.getByRole('textbox', { name: words.search, exact: true }).fill(search);
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByRole('checkbox', { name: words.onName(label) }).click();
  const row = page.locator('[data-query]', { hasText: label });
  await row.getByRole('button', { name: words.runNow }).click();
  return row;
}
