/**
 * The workbench at the size for which it is built: a real server (the built command), twenty coders and a real browser on
 * this machine. Data are generated, in Korean and English, from the sample study.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Work } from '../src/code/model.ts';
import { suggestionQuality } from '../src/code/suggest/suggestion-quality.ts';
import { launchBrowser } from '../testing/browser.ts';
import { codeByKeys, openByClick, openPage, scrollFrames } from './workbench/browser.ts';
import { startBuiltServer } from './workbench/built-server.ts';
import { callsOf } from './workbench/calls.ts';
import { codeTogether, countLost } from './workbench/coders.ts';
import { type Prepared, prepareDatabase, STUDIES } from './workbench/database.ts';
import { searchTimes } from './workbench/search.ts';
import { load, median, p95, tenth } from './workbench/times.ts';

const CODERS = 20;
const SECONDS = 60;
const FOLDS = 10;

export default async function benchWorkbench(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-bench-'));
  try {
    const file = join(folder, 'bench.sqlite');
    const prepared = await prepareDatabase(file, CODERS);
    console.error('bench workbench: data are in; measuring takes about two minutes');
    const server = await startBuiltServer(file);
    const browser = await launchBrowser();
    try {
      const opened = await opening(browser, server.url, prepared);
      const search = await searching(server.url, prepared);
      const coded = await coding(browser, server.url, prepared);
      return {
        ...opened.figures,
        ...coded.figures,
        ...search.figures,
        server_rss_mb: server.peakMegabytes(),
        suggestions: suggestionQuality(prepared.sample, { folds: FOLDS, seed: 1 }),
        load: { opening: opened.load, search: search.load, coding: coded.load },
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** From the page of passes to the long document, from the same page of another study to its grid. */
async function opening(browser: Browser, url: string, { documentCoder, lead }: Prepared) {
  const reader = await openPage(browser, url, documentCoder);
  await reader.goto(`${url}/studies/${STUDIES.document}/code/passes`);
  const document_ms = await openByClick(reader, 'a[href*="/code/work"]', '.work-margin .work-label');
  const frames = await scrollFrames(reader);
  await reader.context().close();
  const page = await openPage(browser, url, lead);
  await page.goto(`${url}/studies/${STUDIES.grid}/code/passes`);
  const grid_ms = await openByClick(
    page,
    `a[href$="/studies/${STUDIES.grid}/collect"]`,
    '.grid-row .excerpt',
  );
  await page.context().close();
  return {
    figures: {
      open_1mb_10000_ms: tenth(document_ms),
      frame_median_ms: median(frames),
      grid_10000_ms: tenth(grid_ms),
    },
    load: load(),
  };
}

async function searching(url: string, { lead }: Prepared) {
  const times = await searchTimes(url, STUDIES.large, lead);
  return {
    figures: { search_100000_p95_ms: p95(times), search_100000_median_ms: median(times) },
    load: load(),
  };
}

/** Twenty coders call the server while one more codes in the browser; what was said to be kept is looked for after. */
async function coding(browser: Browser, url: string, { coders, browserCoder, lead, pass }: Prepared) {
  const page = await openPage(browser, url, browserCoder);
  const { answers } = await callsOf(url, STUDIES.large, browserCoder).get(`/passes/${pass}/work`, Work);
  const at = encodeURIComponent(answers[0]?.slice(0, 3).join('/') ?? '');
  const address = `${url}/studies/${STUDIES.large}/code/work?pass=${pass}&at=${at}`;
  const [worked, typed] = await Promise.all([
    codeTogether(url, STUDIES.large, { coders, pass, seconds: SECONDS }),
    codeByKeys(page, address, SECONDS),
  ]);
  await page.context().close();
  const failures = worked.flatMap((one) => one.failures);
  if (failures.length > 0) console.error(`bench workbench: ${failures.length} failed, first: ${failures[0]}`);
  const kept = [...worked.flatMap((one) => one.kept), ...typed.kept];
  const lost = await countLost(url, STUDIES.large, { lead, pass, kept });
  const saved = worked.flatMap((one) => one.savedMs);
  return {
    figures: {
      coding_on_screen_p95_ms: p95(typed.onScreenMs),
      coding_saved_p95_ms: p95(saved),
      lost: lost + failures.length,
      codings: kept.length,
      coding_on_screen_median_ms: median(typed.onScreenMs),
      coding_saved_median_ms: median(saved),
    },
    load: load(),
  };
}
